using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Engine.Ports;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>Ringing a phone: the one effect whose outcome is not the request's answer but what the phone does afterwards.</summary>
internal sealed partial class SwitchEffects
{
    /// <summary>A phone that has not begun to ring after this cannot be reached: its holder could not answer it however willing.</summary>
    public static readonly TimeSpan RingsWithin = TimeSpan.FromSeconds(4);

    private async ValueTask<EffectResult> RingAsync(RingLeg e, CancellationToken cancel)
    {
        if (e.CallerLeg is { } wanted && book.Find(wanted) is null)
        {
            await teller.TellAsync(e.Contact, new LegFailed(e.Leg, LegFailure.Cancelled), $"ended/{e.Leg}", cancel);
            return Gone;
        }

        var number = e.Number is null ? null : sealer.Open(e.Number);
        if (e.Number is not null && number is null)
        {
            await teller.TellAsync(e.Contact, new LegFailed(e.Leg, LegFailure.Unreachable), $"ended/{e.Leg}", cancel);
            return new EffectResult.Failed("number.erased");
        }

        // In the book before the request: its first event may come before the answer.
        var leg = book.Add(e.Contact, e.Leg, inbound: false);
        book.With(() => leg.RungFor = e.CallerLeg);
        var request = SwitchRequests.Ring(
            e.Leg, Names.Dial(e.Endpoint, number), app, $"{SwitchEvents.LegRole},{e.Contact}", e.Timeout, e.CallerId, e.CallerLeg);
        var response = await ari.SendAsync(request, cancel);
        if (response.IsLost || response.NotReady)
        {
            return Later;
        }

        if (!response.Ok && !response.Conflict)
        {
            NotRung(log, e.Endpoint, response.Status);
            if (book.End(leg))
            {
                await teller.TellAsync(e.Contact, new LegFailed(e.Leg, LegFailure.Unreachable), $"ended/{e.Leg}", cancel);
            }

            return Gone;
        }

        Watch(leg);
        return Done;
    }

    private void Watch(Leg leg) => book.With(() =>
    {
        if (!leg.Rang && !leg.Ended)
        {
            leg.Watch?.Dispose();
            leg.Watch = time.CreateTimer(_ => GiveUp(leg), null, RingsWithin, Timeout.InfiniteTimeSpan);
        }
    });

    private void GiveUp(Leg leg)
    {
        var silent = book.With(() =>
        {
            if (leg.Rang || leg.Ended)
            {
                return false;
            }

            leg.Why ??= LegFailure.Unreachable;
            return true;
        });
        if (silent)
        {
            teller.Queue(leg.Call, async () => await ari.SendAsync(SwitchRequests.HangUp(leg.Id, "no_answer"), CancellationToken.None));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Endpoint} could not be rung (status {Status}).")]
    private static partial void NotRung(ILogger log, string endpoint, int status);
}
