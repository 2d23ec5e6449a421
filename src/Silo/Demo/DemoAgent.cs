using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Views;
using Santral.Views.Rows;

namespace Santral.Silo.Demo;

/// <summary>An agent who is played: looks at the rows an agent sees, and does what an agent can do, one thing at a time.</summary>
internal sealed class DemoAgent(string agent, int seed, DemoConsole console, DemoCitizens citizens, ITopics topics, Pack pack, TimeProvider time)
{
    private readonly Random chance = new(seed);
    private readonly Dictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DemoTalk> talks = new(StringComparer.Ordinal);
    private readonly HashSet<string> missed = new(StringComparer.Ordinal);

    private bool left;

    public async Task LookAsync(CancellationToken cancel)
    {
        var rows = topics.Snapshot($"agent:{agent}").Rows.Select(r => r.Row).ToArray();
        Forget(rows);
        if (rows.OfType<MeRow>().FirstOrDefault() is not { } me)
        {
            return;
        }

        if (!me.SignedIn)
        {
            await console.DoAsync("/api/me/sign-in", new { }, cancel);
        }
        else if (me.Presence != nameof(Presence.Ready))
        {
            await BackAsync(me, cancel);
        }

        foreach (var offer in rows.OfType<OfferRow>())
        {
            await OfferedAsync(offer, cancel);
        }

        foreach (var contact in rows.OfType<MyContactRow>())
        {
            await WithAsync(contact, cancel);
        }

        foreach (var task in rows.OfType<TaskRow>().Where(t => t.Owner == agent && t.Due <= time.GetUtcNow()))
        {
            await console.DoAsync($"/api/callbacks/{task.Id}/complete", new { citizenId = Guid.Parse(task.CitizenId), result = "Arandı, bilgi verildi." }, cancel);
        }
    }

    private async Task BackAsync(MeRow me, CancellationToken cancel)
    {
        if (me.Presence == nameof(Presence.Break) || IsDue($"back/{me.Since.Ticks}", DemoPace.BackAfterMissed))
        {
            await console.DoAsync("/api/me/presence", new { presence = nameof(Presence.Ready) }, cancel);
        }
    }

    private async Task OfferedAsync(OfferRow offer, CancellationToken cancel)
    {
        if (!due.ContainsKey(offer.Id) && !offer.Danger && chance.Next(DemoPace.MissedOneIn) == 0)
        {
            missed.Add(offer.Id);
        }

        if (IsDue(offer.Id, DemoPace.Accept) && !missed.Contains(offer.Id))
        {
            await console.DoAsync($"/api/offers/{offer.Id}/accept", new { }, cancel);
        }
    }

    private async Task WithAsync(MyContactRow contact, CancellationToken cancel)
    {
        var talk = talks.TryGetValue(contact.Id, out var known) ? known : talks[contact.Id] = Begin(contact);
        switch (contact.State)
        {
            case "talking" when talk.Next is { } step && IsDue($"{contact.Id}/{talk.Done}", DemoPace.Step):
                talk.Done++;
                await console.DoAsync(step.Path, step.Body, cancel);
                break;
            case "talking" when talk.Next is null && IsDue($"{contact.Id}/leave", left ? DemoPace.Leave : DemoPace.FirstLeave):
                left = true;
                await console.DoAsync($"/api/contacts/{contact.Id}/end", new { }, cancel);
                break;
            case "conversation":
                await ConverseAsync(contact, talk, cancel);
                break;
            case "wrapUp" when IsDue($"{contact.Id}/done", DemoPace.WrapUp):
                await console.DoAsync($"/api/contacts/{contact.Id}/finish", new { outcome = talk.Outcome.ToString(), category = talk.Category }, cancel);
                break;

            // Ringing, held, consulting: somebody else's turn.
            default:
                break;
        }
    }

    private DemoTalk Begin(MyContactRow contact)
    {
        var (citizen, story) = citizens.Of(contact.Id);
        return new(contact, citizen, story, pack, time.GetUtcNow() + DemoPace.CallBackIn.Draw(chance));
    }

    /// <summary>Answers, opens the case when the details are there, and takes leave. A citizen who writes no more is not waited for.</summary>
    private async Task ConverseAsync(MyContactRow contact, DemoTalk talk, CancellationToken cancel)
    {
        var messages = topics.Snapshot($"contact:{contact.Id}").Rows.Select(r => r.Row).OfType<MessageRow>().OrderBy(m => m.At).ToArray();
        if (messages is [] || messages[^1] is not { Direction: "Inbound" } last)
        {
            if (messages is not [] && (talk.Answers > 1 || time.GetUtcNow() - messages[^1].At > DemoPace.SilentFor))
            {
                await console.DoAsync($"/api/contacts/{contact.Id}/end", new { }, cancel);
            }

            return;
        }

        if (!IsDue($"{contact.Id}/{last.Id}", DemoPace.Reply))
        {
            return;
        }

        var text = talk.Answer();
        if (talk.Answers > 1)
        {
            while (talk.Next is { } step)
            {
                talk.Done++;
                await console.DoAsync(step.Path, step.Body, cancel);
            }
        }

        await console.DoAsync($"/api/contacts/{contact.Id}/messages", new { messageId = Guid.NewGuid(), text, viaSms = false }, cancel);
    }

    /// <summary>True once the time drawn when this was first asked has come.</summary>
    private bool IsDue(string what, Span after)
    {
        if (!due.TryGetValue(what, out var at))
        {
            due[what] = at = time.GetUtcNow() + after.Draw(chance);
        }

        return time.GetUtcNow() >= at;
    }

    /// <summary>Keeps what concerns the screen as it is now, so that a demo may run for days.</summary>
    private void Forget(IReadOnlyList<IRow?> rows)
    {
        var contacts = rows.OfType<MyContactRow>().Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var offers = rows.OfType<OfferRow>().Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in talks.Keys.Where(id => !contacts.Contains(id)).ToArray())
        {
            talks.Remove(gone);
        }

        missed.IntersectWith(offers);
        foreach (var gone in due.Where(d => d.Value < time.GetUtcNow() - DemoPace.SilentFor && !offers.Contains(d.Key) && !contacts.Contains(d.Key.Split('/')[0])).Select(d => d.Key).ToArray())
        {
            due.Remove(gone);
        }
    }
}
