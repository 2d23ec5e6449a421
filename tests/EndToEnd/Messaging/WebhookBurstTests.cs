using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.EndToEnd.Harness;
using Santral.Engine.Codec;
using Santral.Journal;
using Xunit;

namespace Santral.EndToEnd.Messaging;

/// <summary>The real binary is killed in the middle of a burst; the provider repeats what was not acknowledged.</summary>
public sealed class WebhookBurstTests
{
    private const int Messages = 2_000;
    private const int Repeats = Messages / 10;
    private const int Senders = 500;
    private const int KilledAfter = 1_000;
    private const int Connections = 64;

    [Fact]
    public async Task Every_message_of_a_burst_is_taken_exactly_once_though_the_process_was_killed_in_its_middle()
    {
        await using var silo = await SiloProcess.StartAsync(TwilioPosts.Environment, pack: "ibb");
        var random = new Random(20261122);
        int[] requests = [.. Enumerable.Range(0, Messages).Concat(Enumerable.Range(0, Repeats).Select(_ => random.Next(Messages)))];
        random.Shuffle(requests);

        var acknowledged = new ConcurrentDictionary<int, byte>();
        var unanswered = new ConcurrentBag<int>();
        var killed = 0;
        await Parallel.ForEachAsync(requests, Bound, async (i, stop) =>
        {
            if (!await PostAsync(silo, i, stop))
            {
                unanswered.Add(i);
            }
            else if (acknowledged.TryAdd(i, 0) && acknowledged.Count >= KilledAfter && Interlocked.Exchange(ref killed, 1) == 0)
            {
                await silo.KillAsync();
            }
        });
        Assert.NotEmpty(unanswered);
        Assert.InRange(acknowledged.Count, KilledAfter, Messages - 1);

        await silo.RestartAsync();
        await Parallel.ForEachAsync(unanswered.Concat(acknowledged.Keys.Take(Repeats)), Bound, async (i, stop) => Assert.True(await PostAsync(silo, i, stop), $"message {i} was not taken on repetition"));

        var token = (await ChildProcess.Run("dotnet", [Silo, "token", "--role", "supervisor", "--data", silo.Data], Eventually.Deadline)).Trim();
        await Eventually.True($"{Senders} conversations are listed", async () => await ListedAsync(silo, token) == Senders);

        // What came in reaches its conversation by the pump; a further kill at any point must not change the sum.
        await Eventually.True("every message stands once in its conversation", async () =>
        {
            await silo.KillAsync();
            var (taken, received) = await CountAsync(silo.Data);
            Assert.Equal(Messages, taken.Count);
            Assert.Equal(Messages, taken.Distinct().Count());
            Assert.Equal(received.Count, received.Distinct().Count());
            if (received.Count == Messages)
            {
                return true;
            }

            await silo.RestartAsync();
            return false;
        }, TimeSpan.FromMinutes(2));

        var proof = await ChildProcess.Run("dotnet", [Silo, "verify", "--data", silo.Data], TimeSpan.FromMinutes(1));
        Assert.StartsWith("proven:", proof.Trim(), StringComparison.Ordinal);
    }

    private static string Silo => Path.Combine(Checkout.App, "Santral.Silo.dll");

    private static ParallelOptions Bound => new() { MaxDegreeOfParallelism = Connections, CancellationToken = TestContext.Current.CancellationToken };

    /// <summary>True when the message was acknowledged; false when no answer came, as a provider sees it.</summary>
    private static async Task<bool> PostAsync(SiloProcess silo, int i, CancellationToken cancel)
    {
        try
        {
            using var request = TwilioPosts.Message($"SM{i:x32}", $"+9055500{i % Senders:00000}", $"ileti {i}");
            using var response = await silo.Http.SendAsync(request, cancel);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{response.StatusCode} {await response.Content.ReadAsStringAsync(cancel)}");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<int> ListedAsync(SiloProcess silo, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/contacts?channel=WhatsApp&pageSize=1", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await silo.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("total").GetInt32();
    }

    /// <summary>The provider's ids as the addresses took them and as the conversations received them, from the journal itself.</summary>
    private static async Task<(List<string> Taken, List<string> Received)> CountAsync(string data)
    {
        var (taken, received) = (new List<string>(), new List<string>());
        await using var journal = SqliteJournal.Open(new() { Folder = data });
        await foreach (var stored in journal.ReadAsync(0, TestContext.Current.CancellationToken))
        {
            foreach (var happened in RecordCodec.Default.Decode(stored.Bytes).Events)
            {
                if (happened is TextTaken text)
                {
                    taken.Add(text.ProviderMessageId);
                }
                else if (happened is MessageReceived message)
                {
                    received.Add(message.Message.ProviderMessageId);
                }
            }
        }

        return (taken, received);
    }
}
