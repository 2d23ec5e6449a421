using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Messaging.Http;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>The messaging port composed as in production, against a stub provider and on a hurried clock.</summary>
internal sealed class PortUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private PortUnderTest(StubProvider stub, ServiceProvider services) => (Stub, this.services) = (stub, services);

    public StubProvider Stub { get; }
    public HurriedTime Time { get; private init; } = new();
    public PlainSealer Sealer { get; } = new();
    public ContactId Contact { get; } = new(Guid.NewGuid());
    public IEffectPort Port => services.GetRequiredService<IEffectPort>();
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ScriptedActors Actors => (ScriptedActors)services.GetRequiredService<IActors>();

    public static async Task<PortUnderTest> StartAsync(bool twilio = true, bool meta = false, TimeSpan? answerWithin = null, Uri? apiBase = null)
    {
        var stub = await StubProvider.StartAsync();
        var settings = new Dictionary<string, string?>();
        if (twilio)
        {
            (settings["Messaging:Twilio:AccountSid"], settings["Messaging:Twilio:AuthToken"], settings["Messaging:Twilio:PublicUrl"], settings["Messaging:Twilio:ApiBase"]) =
                ("AC0", MessagingServer.AuthToken, MessagingServer.PublicUrl, (apiBase ?? stub.Address).AbsoluteUri);
        }

        if (meta)
        {
            (settings["Messaging:Meta:AccessToken"], settings["Messaging:Meta:AppSecret"], settings["Messaging:Meta:ApiBase"]) =
                ("token", MessagingServer.AppSecret, (apiBase ?? new Uri(stub.Address, "graph")).AbsoluteUri);
            (settings["Messaging:Meta:Lines:0:Line"], settings["Messaging:Meta:Lines:0:PhoneNumberId"]) = ("0552 153 00 34", "106540352242922");
        }

        var time = new HurriedTime();
        stub.Now = time.GetUtcNow;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(time);
        collection.AddSingleton<IActors>(new ScriptedActors());
        collection.AddSingleton<IPackSource>(new FixedPack(TestPack.Pack));
        collection.AddSingleton(new ProviderHttp(answerWithin ?? MessagingLimits.AnswerWithin));
        var port = new PortUnderTest(stub, null!) { Time = time };
        collection.AddSingleton<ISealer>(port.Sealer);
        collection.AddMessaging(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return port.With(collection.BuildServiceProvider());
    }

    public EffectCall Call(SendText send, DateTimeOffset? startedAt = null) => new($"{Contact.Actor}/4/0", Contact.Actor, send, Time.GetUtcNow().AddDays(1), 1, startedAt);

    public SendText Text(string words, Channel channel = Channel.WhatsApp, string to = Posts.Citizen) =>
        new(Guid.NewGuid(), channel, channel == Channel.Sms ? TestPack.SmsLine : TestPack.WhatsAppLine, Seal(to), Seal(words), null, []);

    public SendText Template(string id, Channel channel, params string[] values) =>
        Text("", channel) with { Text = null, Template = id, TemplateValues = [.. values.Select(Seal)] };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Stub.DisposeAsync();
    }

    private Sealed<string> Seal(string value) => Sealer.Seal("citizen/c", DataClass.Message, value, CommandId.From("t"));

    private PortUnderTest With(ServiceProvider built) => new(this, built);

    private PortUnderTest(PortUnderTest from, ServiceProvider built)
        : this(from.Stub, built) => (Time, Sealer) = (from.Time, from.Sealer);
}
