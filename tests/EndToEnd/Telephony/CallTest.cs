using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Journal;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.EndToEnd.Telephony;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SwitchTests : ICollectionFixture<Asterisk>
{
    public const string Name = "switch";
}

/// <summary>The steps that the calls of these tests have in common; each ends at a named moment.</summary>
public abstract class CallTest(Asterisk asterisk) : IAsyncLifetime
{
    protected static readonly AgentId Agent = new("ayse");
    private readonly InMemoryStore store = new();
    private readonly InMemoryKeyStore keys = new("e2e");

    protected Asterisk Asterisk { get; } = asterisk;

    protected Centre Centre { get; private set; } = null!;

    protected ContactId Contact { get; set; }

    /// <summary>The channel of the agent's phone, and the SIP call behind it.</summary>
    protected string PhoneLeg { get; private set; } = "";

    protected string PhoneCall { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Asterisk.ClearAsync();
        Centre = await Centre.StartAsync(Asterisk.Options, store, keys).WaitAsync(Centre.Deadline);
    }

    /// <summary>Santral ends and begins again on the same store, with something happening in between.</summary>
    protected async Task RestartAsync(Func<Task>? meanwhile = null)
    {
        await Centre.DisposeAsync().AsTask().WaitAsync(Centre.Deadline);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        Centre = await Centre.StartAsync(Asterisk.Options, store, keys).WaitAsync(Centre.Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        await Centre.DisposeAsync().AsTask().WaitAsync(Centre.Deadline);
        GC.SuppressFinalize(this);
    }

    /// <summary>Presses 1 in the menu and waits in the queue.</summary>
    protected async Task<Telephone> WaitingAsync(char key = '1')
    {
        var caller = Telephone.Rings(TestPack.Line);
        await Centre.UntilAsync<PromptStarted>(e => e.Prompt == "menu", "that the menu is played");
        await caller.AnsweredAsync();
        caller.Press(key);
        Contact = ContactId.Parse((await Centre.FindAsync<ContactQueued>(_ => true, "that the contact waits")).Actor.Key);
        return caller;
    }

    protected async Task<Telephone> AcceptedAsync()
    {
        await Centre.AgentReadyAsync(Agent.Value, 101);
        var caller = await WaitingAsync();
        await Centre.AcceptAsync(await Centre.UntilAsync<OfferMade>("that it is offered"));
        PhoneLeg = (await Centre.UntilAsync<AgentRinging>("that the agent's phone is rung")).Leg;
        return caller;
    }

    protected async Task<Telephone> RingingAsync()
    {
        var caller = await AcceptedAsync();
        PhoneCall = await RingsAsync(PhoneLeg);
        return caller;
    }

    /// <summary>Waits until the telephone behind a leg rings; answers its SIP Call-ID.</summary>
    protected async Task<string> RingsAsync(string leg)
    {
        await Asterisk.HearsAsync<AriEvent.ChannelState>(e => e.Channel.Id == leg && e.Channel.State == "Ringing", "that the phone rings");
        return await Asterisk.CallIdAsync(leg);
    }

    protected async Task<Telephone> TalkingAsync(Telephone phone)
    {
        var caller = await RingingAsync();
        phone.Do(PhoneCall, "answer");
        await Centre.UntilAsync<Connected>("that they are connected");
        return caller;
    }

    /// <summary>The caller waits again after what was tried came to nothing, and gives up.</summary>
    protected async Task WaitsAgainAndLeavesAsync(Telephone caller)
    {
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    /// <summary>The next channel with this contact's name that rings, other than the agent's.</summary>
    protected async Task<string> TransferRingsAsync() => await RingsAsync((await Centre.UntilAsync<TransferStarted>("that the transfer began")).Leg!);

    protected async Task FinishAsync(ContactOutcome outcome)
    {
        await Centre.UntilAsync<WrapUpStarted>("that wrap-up began");
        await Centre.DoAsync(Contact.Actor, new FinishContact(Agent, outcome, null));
    }

    protected async Task NothingIsLeftAsync(Telephone caller)
    {
        await caller.EndsAsync();
        await NothingIsLeftAsync();
    }

    protected async Task NothingIsLeftAsync()
    {
        await Centre.SlotsAreFreeAsync(await Centre.ContactAsync());
        await Asterisk.NothingIsLeftAsync();
    }
}
