using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Messaging.Intake;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_form_of_another_institution_keeps_its_own_number_and_answers_with_the_contact()
    {
        await using var server = await SignedInAsync();
        var (status, contact) = await PostAsync(server, """
            {"channel":"Cimer","senderReference":"2400123456","service":"evde-bakim","text":"Annem yatalak","name":"Ali Kaya","phone":"0555 111 22 33",
             "place":{"province":"Kocaeli","district":"İzmit","street":"Çınar Sokak"}}
            """);
        Assert.Equal(HttpStatusCode.OK, status);
        var asked = Assert.Single(server.Actors.Applied);
        var form = Assert.IsType<ReceiveForm>(asked.Command);
        Assert.Equal(new ContactId(UuidV8.Of(asked.Id, 0)).ToString(), contact);
        Assert.Equal(Addressing.Key(server.Sealer, Channel.Cimer, "+905551112233").Actor, asked.Target);
        Assert.Equal((Channel.Cimer, "2400123456", "evde-bakim"), (form.Channel, form.SenderReference, form.Service));
        Assert.Equal(("Annem yatalak", "Ali Kaya", "+905551112233"), (server.Sealer.Open(form.Text), server.Sealer.Open(form.Name), server.Sealer.Open(form.Address)));
        Assert.Equal(new PostalAddress("Kocaeli", "İzmit", null, "Çınar Sokak"), server.Sealer.Open(form.Place));
        Assert.Equal(new Origin("cimer-koprusu", "agent", "intake"), asked.By);
    }

    [Theory]
    [InlineData("""{"channel":"web","text":"Merhaba","service":"olmayan-hizmet"}""", "Merhaba", false)]
    [InlineData("""{"channel":"Web","text":"Merhaba","phone":"komşunun 0555"}""", "Merhaba\nTelefon (yazıldığı gibi): komşunun 0555", false)]
    [InlineData("""{"channel":"Web","text":"Merhaba","phone":5551112233}""", "Merhaba", true)]
    [InlineData("""{"channel":"Web","text":"Merhaba","phone":"153"}""", "Merhaba\nTelefon (yazıldığı gibi): 153", false)]
    [InlineData("""{"channel":"Web","text":"Merhaba","phone":{"home":"1"}}""", "Merhaba\nTelefon: {\"home\":\"1\"}", false)]
    [InlineData("""{"channel":"Web","text":42,"email":"a@b.c","konu":"yol"}""", "42\nemail: a@b.c\nkonu: yol", false)]
    [InlineData("""{"channel":"Web","name":"Adsız"}""", "", false)]
    [InlineData("""{"channel":"Web","text":"Yer","place":"Eski değirmenin orada"}""", "Yer", false)]
    public async Task A_citizen_is_never_refused_and_nothing_written_is_dropped(string body, string text, bool reachable)
    {
        await using var server = await MessagingServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, body)).Status);
        var form = Assert.IsType<ReceiveForm>(Assert.Single(server.Actors.Applied).Command);
        Assert.Equal(text, server.Sealer.Open(form.Text));
        Assert.Equal(reachable, form.Address is not null);
    }

    [Fact]
    public async Task A_service_too_long_to_be_one_is_kept_as_words()
    {
        await using var server = await MessagingServer.StartAsync();
        var service = new string('ş', 500);
        await PostAsync(server, JsonSerializer.Serialize(new { channel = "Web", text = "Merhaba", service }));
        var form = Assert.IsType<ReceiveForm>(Assert.Single(server.Actors.Applied).Command);
        Assert.Null(form.Service);
        Assert.Equal($"Merhaba\nHizmet: {service}", server.Sealer.Open(form.Text));
    }

    [Theory]
    [InlineData("{", 400, "intake.malformed")]
    [InlineData("[]", 400, "intake.malformed")]
    [InlineData("\"merhaba\"", 400, "intake.malformed")]
    [InlineData("{}", 400, "intake.malformed")]
    [InlineData("""{"channel":"Faks","text":"x"}""", 400, "intake.malformed")]
    [InlineData("""{"channel":"Voice","text":"x"}""", 400, "intake.malformed")]
    [InlineData("""{"channel":"Web"}""", 400, "intake.malformed")]
    public async Task What_is_no_form_is_refused_with_a_code(string body, int status, string code)
    {
        await using var server = await MessagingServer.StartAsync();
        Assert.Equal((status, code), await Posts.ProblemAsync(await server.Client.SendAsync(Request(body), Cancel)));
        Assert.Empty(server.Actors.Applied);
    }

    [Fact]
    public async Task A_body_too_large_or_of_another_type_is_refused_with_a_code()
    {
        await using var server = await MessagingServer.StartAsync();
        Assert.Equal((413, "intake.too_large"), await Posts.ProblemAsync(await server.Client.SendAsync(Request(new string(' ', 10 * 1024 * 1024)), Cancel)));
        Assert.Equal((413, "intake.too_large"), await Posts.ProblemAsync(await server.Client.SendAsync(Request(new string(' ', (256 * 1024) + 1)), Cancel)));
        var form = new HttpRequestMessage(HttpMethod.Post, Routes.Intake) { Content = new FormUrlEncodedContent([new("text", "x")]) };
        Assert.Equal((415, "intake.content_type"), await Posts.ProblemAsync(await server.Client.SendAsync(form, Cancel)));
    }

    [Theory]
    [InlineData("Cimer")]
    [InlineData("AcikKapi")]
    [InlineData("WalkIn")]
    public async Task Only_the_web_form_is_open_to_everybody(string channel)
    {
        await using var server = await MessagingServer.StartAsync();
        var body = $$"""{"channel":"{{channel}}","text":"x"}""";
        Assert.Equal((401, "intake.unauthenticated"), await Posts.ProblemAsync(await server.Client.SendAsync(Request(body), Cancel)));
        Assert.Empty(server.Actors.Applied);
    }

    [Fact]
    public async Task The_same_key_later_is_the_same_contact_and_other_words_under_it_are_refused()
    {
        await using var server = await MessagingServer.StartAsync();
        var (_, first) = await PostAsync(server, """{"channel":"Web","text":"Merhaba"}""", "k1");
        var (_, again) = await PostAsync(server, """{"channel":"Web","text":"Merhaba"}""", "k1");
        Assert.Equal(first, again);
        Assert.Single(server.Actors.Applied);
        Assert.Equal((409, "command.id_reused"), await Posts.ProblemAsync(await server.Client.SendAsync(Request("""{"channel":"Web","text":"Başka"}""", "k1"), Cancel)));
        Assert.Equal((400, "intake.idempotency_key"), await Posts.ProblemAsync(await server.Client.SendAsync(Request("""{"channel":"Web","text":"x"}""", new string('k', 201)), Cancel)));
    }

    [Fact]
    public async Task Without_a_key_a_numbered_file_repeats_but_two_bare_forms_are_two()
    {
        await using var server = await SignedInAsync();
        const string numbered = """{"channel":"Cimer","senderReference":"2400","text":"x"}""";
        Assert.Equal((await PostAsync(server, numbered)).Contact, (await PostAsync(server, numbered)).Contact);
        Assert.NotEqual((await PostAsync(server, """{"channel":"WalkIn","text":"x"}""")).Contact, (await PostAsync(server, """{"channel":"WalkIn","text":"x"}""")).Contact);
    }

    [Fact]
    public async Task While_the_journal_stalls_the_answer_is_503_with_Retry_After()
    {
        await using var server = await MessagingServer.StartAsync();
        server.Actors.Instead = _ => new Reply.Unavailable("journal.unavailable", TimeSpan.FromMilliseconds(1500));
        var response = await server.Client.SendAsync(Request("""{"channel":"Web","text":"x"}"""), Cancel);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        Assert.Equal((503, "journal.unavailable"), await Posts.ProblemAsync(response));
    }

    [Fact]
    public void Anonymous_forms_are_bounded_by_the_minute_and_by_the_address()
    {
        using var forms = new AnonymousForms();
        var (one, other) = (System.Net.IPAddress.Parse("192.0.2.1"), System.Net.IPAddress.Parse("192.0.2.2"));
        var refused = Enumerable.Range(0, MessagingLimits.AnonymousFormsPerMinute * 3).Count(_ => forms.TryTake(one) is not null);

        // The minute may turn over once while counting, never twice.
        Assert.InRange(refused, MessagingLimits.AnonymousFormsPerMinute, MessagingLimits.AnonymousFormsPerMinute * 2);
        Assert.Null(forms.TryTake(other));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<MessagingServer> SignedInAsync() => MessagingServer.StartAsync(before: app => app.Use((context, next) =>
    {
        context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, "cimer-koprusu"), new(ClaimTypes.Role, "agent")], "test"));
        return next(context);
    }));

    private static HttpRequestMessage Request(string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Routes.Intake) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return request;
    }

    private static async Task<(HttpStatusCode Status, string? Contact)> PostAsync(MessagingServer server, string body, string? key = null)
    {
        var response = await server.Client.SendAsync(Request(body, key), Cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return (response.StatusCode, answer.TryGetProperty("contactId", out var id) ? id.GetString() : null);
    }
}
