using Santral.Domain.Agents;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Agents;

public sealed class AgentDeciderTests
{
    private static readonly AgentId Ayse = new("ayse");
    private static readonly AgentId Burak = new("burak");
    private static readonly DeskId Ana = new("ana");
    private static readonly CitizenId Citizen = new(UuidV8.Of("citizen"));
    private static readonly Guid Task = UuidV8.Of("task");
    private static readonly ContactId Contact = new(UuidV8.Of("contact"));
    private static readonly OfferId Offer = new(UuidV8.Of("offer"));

    private static readonly DefineAgent Definition = new(new("agent/ayse", DataClass.Contact, "Ayşe"), Ana, ["ar", "tr"], 3, "PJSIP/ag101", "101");

    private static Scenario<AgentState, AgentCommand, AgentEvent> Undefined() => Scenario.Of(new AgentDecider(), "ayse");

    private static Scenario<AgentState, AgentCommand, AgentEvent> SignedOff() => Undefined().When(Definition).Accepted();

    private static Scenario<AgentState, AgentCommand, AgentEvent> SignedIn() => SignedOff().When(new SignIn("k1")).Accepted();

    private static Scenario<AgentState, AgentCommand, AgentEvent> Leaving(AgentId? to = null) => SignedIn().When(new SignOff(to)).Accepted();

    [Fact]
    public void Nobody_signs_in_who_is_not_defined()
    {
        Undefined().When(new SignIn("k1")).Refused("agent.undefined");
        Undefined().When(new SetPresence(Presence.Ready, null)).Refused("agent.undefined");
        Undefined().When(new SignOff(null)).Refused("agent.undefined");
    }

    [Fact]
    public void Signing_in_joins_the_desk_with_skills_limit_and_phone_once()
    {
        var agent = SignedIn();
        Assert.Equal(new JoinDesk(Ayse, Definition.Skills, 3, "PJSIP/ag101"), agent.Sent<JoinDesk>(Ana.Actor));
        Assert.Equal(Presence.Break, Assert.IsType<AgentState.In>(agent.State).Shift.Presence);
        agent.When(new SignIn("k2")).Accepted();
        Assert.Empty(agent.Last.Sends);
    }

    [Fact]
    public void A_full_desk_signs_the_agent_off_again()
    {
        var agent = SignedIn();
        agent.Noticed(new Notice.SendRefused(Ana.Actor, agent.Sent<JoinDesk>(), "desk.full"));
        Assert.Equal("desk.full", agent.Event<SignInRefused>().Code);
        Assert.IsType<AgentState.Out>(agent.State);
    }

    [Fact]
    public void Presence_is_asked_of_the_desk_and_noted_when_the_desk_says_so()
    {
        var agent = SignedIn().When(new SetPresence(Presence.Ready, null)).Accepted();
        Assert.Equal(new ChangePresence(Ayse, Presence.Ready, null), agent.Sent<ChangePresence>(Ana.Actor));
        Assert.Equal(Presence.Break, Assert.IsType<AgentState.In>(agent.State).Shift.Presence);
        agent.When(new NotePresence(Presence.Ready, null, agent.Now)).Accepted();
        Assert.Equal(Presence.Ready, Assert.IsType<AgentState.In>(agent.State).Shift.Presence);
    }

    [Fact]
    public void Presence_is_not_set_while_signed_off_nor_to_what_only_the_desk_finds()
    {
        SignedOff().When(new SetPresence(Presence.Ready, null)).Refused("agent.not_signed_in");
        Leaving().When(new SetPresence(Presence.Ready, null)).Refused("agent.not_signed_in");
        SignedIn().When(new SetPresence(Presence.Missed, null)).Refused("presence.not_settable");
    }

    [Fact]
    public void Signing_off_is_true_once_the_desk_let_go()
    {
        var agent = Leaving(Burak);
        Assert.Equal(new LeaveDesk(Ayse, Burak), agent.Sent<LeaveDesk>(Ana.Actor));
        Assert.False(agent.Happened<SignedOff>());
        agent.When(new NoteLeft(agent.Now)).Accepted();
        Assert.Equal(Burak, agent.Event<SignedOff>().HandOverTo);
        agent.When(new SignOff(null)).Refused("agent.not_signed_in");
    }

    [Fact]
    public void A_sign_off_that_the_desk_refuses_leaves_the_agent_signed_in_with_the_shift()
    {
        var agent = SignedIn().When(new NoteDone(Contact, Scenario.Start)).When(new SignOff(Burak)).Accepted();
        agent.Noticed(new Notice.SendRefused(Ana.Actor, agent.Sent<LeaveDesk>(), "agent.on_call"));
        Assert.Equal("agent.on_call", agent.Event<SignOffRefused>().Code);
        Assert.Equal(1, Assert.IsType<AgentState.In>(agent.State).Shift.Done);
    }

    [Fact]
    public void Open_promises_go_to_the_colleague_only_after_the_desk_let_go()
    {
        var agent = SignedIn().When(new NoteCallback(Task, Citizen, Scenario.Start, true)).When(new SignOff(Burak));
        Assert.DoesNotContain(agent.Sends, s => s.Command is ReassignCallback);
        agent.When(new NoteLeft(agent.Now)).Accepted();
        Assert.Equal(new ReassignCallback(Task, Burak), agent.Sent<ReassignCallback>(Citizen.Actor));
        Assert.Empty(agent.State.Callbacks);
    }

    [Fact]
    public void Open_promises_go_to_the_pool_without_a_colleague_and_the_agent_is_no_colleague_of_itself()
    {
        var agent = SignedIn().When(new NoteCallback(Task, Citizen, Scenario.Start, true)).When(new SignOff(Ayse)).When(new NoteLeft(Scenario.Start));
        Assert.Null(agent.Sent<ReassignCallback>().Owner);
    }

    [Fact]
    public void A_promise_that_was_kept_is_not_handed_over()
    {
        var agent = SignedIn().When(new NoteCallback(Task, Citizen, Scenario.Start, true)).When(new NoteCallback(Task, Citizen, Scenario.Start, false));
        agent.When(new SignOff(null)).When(new NoteLeft(Scenario.Start));
        Assert.Empty(agent.Last.Sends);
    }

    [Fact]
    public void A_promise_that_comes_after_the_shift_is_refused_so_that_it_goes_to_the_pool()
    {
        var late = new NoteCallback(Task, Citizen, Scenario.Start, true);
        Undefined().When(late).Refused("agent.undefined");
        SignedOff().When(late).Refused("agent.not_signed_in");
        SignedOff().When(late with { Open = false }).Accepted();
        Assert.Single(Leaving().When(late).Accepted().State.Callbacks);
    }

    [Fact]
    public void Coming_back_waits_until_the_desk_has_answered_the_sign_off()
    {
        var agent = Leaving().When(new SignIn("k1")).Refused("agent.signing_off").When(new NoteLeft(Scenario.Start)).Accepted();
        agent.When(new SignIn("k1")).Accepted().Sent<JoinDesk>(Ana.Actor);
    }

    [Fact]
    public void The_shift_counts_what_the_desk_tells_of_offers_and_starts_anew_at_the_next_sign_in()
    {
        var agent = SignedIn();
        foreach (var end in new OfferEnd?[] { null, OfferEnd.TimedOut, OfferEnd.Declined, OfferEnd.Withdrawn, OfferEnd.AgentLeft, OfferEnd.Superseded })
        {
            agent.When(new NoteOffer(Offer, Contact, end, agent.Now)).Accepted();
        }

        var shift = Assert.IsType<AgentState.In>(agent.State).Shift;
        Assert.Equal((1, 1, 1, 0), (shift.Accepted, shift.Missed, shift.Declined, shift.Done));
        agent.When(new SignOff(null)).When(new NoteLeft(agent.Now)).When(new SignIn("k1"));
        Assert.Equal(0, Assert.IsType<AgentState.In>(agent.State).Shift.Missed);
        agent.ReplayEqualsLive();
    }

    [Fact]
    public void New_skills_reach_the_desk_at_once_and_another_desk_only_while_signed_off()
    {
        var agent = SignedIn().When(Definition with { Skills = ["ku"] }).Accepted();
        Assert.Equal("ku", Assert.Single(agent.Sent<JoinDesk>(Ana.Actor).Skills));
        agent.When(Definition with { Desk = new("gece") }).Refused("agent.signed_in");
        SignedOff().When(Definition with { Desk = new("gece") }).Accepted();
        Assert.Empty(SignedOff().When(Definition).Last.Events);
    }
}
