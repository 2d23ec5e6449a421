using System.Text.Json.Serialization;
using Santral.Domain.Routing;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class RoutingNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<JoinDesk>("desk.cmd.join-desk.v1")
        .Add<ChangePresence>("desk.cmd.change-presence.v1")
        .Add<LeaveDesk>("desk.cmd.leave-desk.v1")
        .Add<AcceptOffer>("desk.cmd.accept-offer.v1")
        .Add<DeclineOffer>("desk.cmd.decline-offer.v1")
        .Add<TakeSlot>("desk.cmd.take-slot.v1")
        .Add<Enqueue>("desk.cmd.enqueue.v1")
        .Add<Withdraw>("desk.cmd.withdraw.v1")
        .Add<Reprioritise>("desk.cmd.reprioritise.v1")
        .Add<AskPosition>("desk.cmd.ask-position.v1")
        .Add<ReportLegFailure>("desk.cmd.report-leg-failure.v1")
        .Add<BeginWrapUp>("desk.cmd.begin-wrap-up.v1")
        .Add<ReleaseSlot>("desk.cmd.release-slot.v1")
        .Add<SwitchAnnouncement>("desk.cmd.switch-announcement.v1")
        .Add<AskHelp>("desk.cmd.ask-help.v1")
        .Add<AnswerHelp>("desk.cmd.answer-help.v1")
        .Add<ExpireOffer>("desk.cmd.expire-offer.v1")
        .Add<EndRound>("desk.cmd.end-round.v1")
        .Add<AgentJoined>("desk.agent-joined.v1")
        .Add<PresenceChanged>("desk.presence-changed.v1")
        .Add<AgentLeft>("desk.agent-left.v1")
        .Add<ContactEnqueued>("desk.contact-enqueued.v1")
        .Add<ContactWithdrawn>("desk.contact-withdrawn.v1")
        .Add<ContactReprioritised>("desk.contact-reprioritised.v1")
        .Add<OfferMade>("desk.offer-made.v1")
        .Add<OfferAccepted>("desk.offer-accepted.v1")
        .Add<OfferClosed>("desk.offer-closed.v1")
        .Add<RoundEnded>("desk.round-ended.v1")
        .Add<SlotTaken>("desk.slot-taken.v1")
        .Add<WrapUpBegan>("desk.wrap-up-began.v1")
        .Add<SlotReleased>("desk.slot-released.v1")
        .Add<AnnouncementSwitched>("desk.announcement-switched.v1")
        .Add<HelpAsked>("desk.help-asked.v1")
        .Add<HelpAnswered>("desk.help-answered.v1")
        .Add<OfferTaken>("desk.reply.offer-taken.v1");
}

[JsonSerializable(typeof(JoinDesk))]
[JsonSerializable(typeof(ChangePresence))]
[JsonSerializable(typeof(LeaveDesk))]
[JsonSerializable(typeof(AcceptOffer))]
[JsonSerializable(typeof(DeclineOffer))]
[JsonSerializable(typeof(TakeSlot))]
[JsonSerializable(typeof(Enqueue))]
[JsonSerializable(typeof(Withdraw))]
[JsonSerializable(typeof(Reprioritise))]
[JsonSerializable(typeof(AskPosition))]
[JsonSerializable(typeof(ReportLegFailure))]
[JsonSerializable(typeof(BeginWrapUp))]
[JsonSerializable(typeof(ReleaseSlot))]
[JsonSerializable(typeof(SwitchAnnouncement))]
[JsonSerializable(typeof(AskHelp))]
[JsonSerializable(typeof(AnswerHelp))]
[JsonSerializable(typeof(ExpireOffer))]
[JsonSerializable(typeof(EndRound))]
[JsonSerializable(typeof(AgentJoined))]
[JsonSerializable(typeof(PresenceChanged))]
[JsonSerializable(typeof(AgentLeft))]
[JsonSerializable(typeof(ContactEnqueued))]
[JsonSerializable(typeof(ContactWithdrawn))]
[JsonSerializable(typeof(ContactReprioritised))]
[JsonSerializable(typeof(OfferMade))]
[JsonSerializable(typeof(OfferAccepted))]
[JsonSerializable(typeof(OfferClosed))]
[JsonSerializable(typeof(RoundEnded))]
[JsonSerializable(typeof(SlotTaken))]
[JsonSerializable(typeof(WrapUpBegan))]
[JsonSerializable(typeof(SlotReleased))]
[JsonSerializable(typeof(AnnouncementSwitched))]
[JsonSerializable(typeof(HelpAsked))]
[JsonSerializable(typeof(HelpAnswered))]
[JsonSerializable(typeof(OfferTaken))]
internal sealed partial class RoutingJson : JsonSerializerContext;
