using Santral.Domain.Cases;
using Santral.Domain.Packs;
using Santral.Views;
using Santral.Views.Rows;

namespace Santral.Silo.Demo;

/// <summary>The units' worker who is played: takes most cases after a while, returns some, resolves the others, and leaves a part to the person at the screen.</summary>
internal sealed class DemoUnit(DemoConsole console, ITopics topics, Pack pack, TimeProvider time)
{
    private readonly Random chance = new(DemoScript.Seed + 4);
    private readonly Dictionary<string, Plan> plans = new(StringComparer.Ordinal);

    public async Task LookAsync(CancellationToken cancel)
    {
        var inbox = pack.Units.SelectMany(u => topics.Snapshot($"unit:{u.Id}").Rows).Select(r => r.Row).OfType<InboxRow>().ToArray();
        foreach (var gone in plans.Keys.Except(inbox.Select(i => i.Id), StringComparer.Ordinal).ToArray())
        {
            plans.Remove(gone);
        }

        foreach (var row in inbox)
        {
            if (!plans.TryGetValue(row.Id, out var plan))
            {
                plans[row.Id] = plan = new(time.GetUtcNow() + DemoPace.UnitAccepts.Draw(chance), chance.Next(DemoPace.UnitLeavesOneIn) == 0, chance.Next(DemoPace.UnitReturnsOneIn) == 0);
            }

            if (!plan.Leave && time.GetUtcNow() >= plan.At)
            {
                plans[row.Id] = plan with { At = time.GetUtcNow() + DemoPace.UnitResolves.Draw(chance) };
                await HandleAsync(row, plan, cancel);
            }
        }
    }

    private async Task HandleAsync(InboxRow row, Plan plan, CancellationToken cancel)
    {
        var path = $"/api/cases/{row.Id}";
        switch (row.Status)
        {
            case nameof(CaseStatus.Escalated) when plan.Return:
                await console.DoAsync($"{path}/return", new { reason = "Adres bilgisi eksik; kapı numarası öğrenilip yeniden gönderilmesi rica olunur." }, cancel);
                break;
            case nameof(CaseStatus.Escalated):
                await console.DoAsync($"{path}/accept", new { }, cancel);
                await console.DoAsync($"{path}/notes", new { text = "Dosya incelemeye alındı, hane ziyareti planlandı." }, cancel);
                break;
            case nameof(CaseStatus.Accepted):
                await console.DoAsync($"{path}/resolve", new { resolution = nameof(CaseResolution.Fulfilled), answer = "Talebiniz karşılanmıştır. Geçmiş olsun dileklerimizle." }, cancel);
                break;

            // Returned and resolved cases are not the unit's turn.
            default:
                break;
        }
    }

    private sealed record Plan(DateTimeOffset At, bool Leave, bool Return);
}
