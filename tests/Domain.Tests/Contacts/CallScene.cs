using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Contacts;

/// <summary>
/// One contact with a ledger of what it holds outside itself: places at the desk, agents' slots, the call at the switch. The
/// ledger listens to the contact's sends and effects as desk and switch would.
/// </summary>
internal sealed class CallScene
{
    public const string CallerLeg = "arayan";
    public static readonly ContactId Id = new(UuidV8.Of("contact"));
    public static readonly AgentId Ayse = new("ayse");
    public static readonly AgentId Mehmet = new("mehmet");
    public static readonly CitizenId Citizen = new(UuidV8.Of("citizen"));
    public static readonly AddressKey From = new("ab12");
    public static readonly TransferTarget ToMehmet = new(TransferKind.Agent, Mehmet.Value, "Mehmet");
    public static readonly TransferTarget ToExtension = new(TransferKind.Extension, "2210", "Sosyal İnceleme");
    public static readonly TransferTarget ToOutside = new(TransferKind.Outside, "112", "112");
    public static readonly TransferTarget ToAid = new(TransferKind.Queue, TestPack.Aid.Value, "Sosyal yardım");
    private readonly HashSet<AgentId> slots = [];
    private int sendsSeen;
    private int effectsSeen;
    private int offers;

    public CallScene(Pack? pack = null, DateTimeOffset? now = null) => Actor = Scenario.Of(new ContactDecider(), Id.ToString(), pack, now);

    public Scenario<ContactState, ContactCommand, ContactEvent> Actor { get; }

    /// <summary>The desk has it waiting.</summary>
    public bool Waits { get; private set; }

    /// <summary>Agents whose slot it holds.</summary>
    public IReadOnlyCollection<AgentId> Slots => slots;

    /// <summary>The switch was told to end everything.</summary>
    public bool Released { get; private set; }

    /// <summary>Legs that were rung and neither hung up nor released.</summary>
    public HashSet<string> OpenLegs { get; } = [];

    public Phase? Phase => (Actor.State as ContactState.Live)?.Phase;
    public ContactOutcome? Outcome => (Actor.State as ContactState.Ended)?.Outcome;
    public Facts Facts => Actor.State is ContactState.Live live ? live.Facts : ((ContactState.Ended)Actor.State).Facts;

    /// <summary>The last command given; null when the last thing was a notice or the passing of time.</summary>
    public ContactCommand? LastCommand { get; private set; }

    public CallScene When(ContactCommand command)
    {
        LastCommand = command;
        Actor.When(command);
        if (command is Assign assign && Actor.Code is null && Actor.Last.Events.OfType<ContactAssigned>().Any(e => e.Offer == assign.Offer))
        {
            slots.Add(assign.Agent);
            Waits = false;
        }

        if (command is HandOver handOver)
        {
            // The desk has let the agent go before it tells.
            slots.Remove(handOver.From);
        }

        return Listen();
    }

    public CallScene After(TimeSpan wait)
    {
        LastCommand = null;
        Actor.After(wait);
        return Listen();
    }

    public CallScene Noticed(Notice notice)
    {
        LastCommand = null;
        Actor.Noticed(notice);
        return Listen();
    }

    /// <summary>The desk refuses to let it wait.</summary>
    public CallScene Refused(ActorId desk, Enqueue enqueue)
    {
        Waits = false;
        return Noticed(new Notice.SendRefused(desk, enqueue, "desk.full"));
    }

    public CallScene Rings(string line = TestPack.OpenLine, string? announcement = null) =>
        When(new StartCall(CallerLeg, From, Citizen, TestPack.Sealed<string>("+905551112233"), line, Actor.Now, Actor.Now, announcement));

    /// <summary>Danger, greeting and notice were heard; the menu plays.</summary>
    public CallScene AtMenu(string line = TestPack.OpenLine) => Rings(line).Heard("danger").Heard("greeting").Heard("kvkk");

    public CallScene Queued() => AtMenu().When(new CallerPressed("1"));

    public CallScene Accepted(AgentId? agent = null, string? endpoint = "PJSIP/ag101")
    {
        var offer = new OfferId(UuidV8.Of($"offer/{++offers}"));
        var to = agent ?? Ayse;
        return When(new NoteOffered(offer, to, Actor.Now + TimeSpan.FromSeconds(20))).When(new Assign(offer, to, endpoint));
    }

    public CallScene Offered(AgentId? agent = null) =>
        When(new NoteOffered(new(UuidV8.Of($"offer/{++offers}")), agent ?? Ayse, Actor.Now + TimeSpan.FromSeconds(20)));

    public OfferId LastOffer => new(UuidV8.Of($"offer/{offers}"));

    public CallScene Talking(AgentId? agent = null) => Queued().Accepted(agent).Answered();

    /// <summary>The leg that was rung last is answered.</summary>
    public CallScene Answered() => When(new LegAnswered(LastLeg));

    public string LastLeg => Actor.Effects.Select(e => e.Effect).OfType<RingLeg>().Last().Leg;

    public CallScene Heard(string prompt) => When(new PromptEnded(prompt));

    public CallScene CallerLeaves() => When(new CallerHungUp("normal"));

    public CallScene Finishes(AgentId agent, ContactOutcome outcome = ContactOutcome.Informed) => When(new FinishContact(agent, outcome, null));

    /// <summary>Over with this outcome, and nothing of it is left anywhere.</summary>
    public void EndedAs(ContactOutcome outcome)
    {
        Assert.Equal(outcome, Outcome);
        NothingIsLeft();
    }

    public void NothingIsLeft()
    {
        Assert.IsType<ContactState.Ended>(Actor.State);
        Assert.Single(Actor.Events.OfType<ContactEnded>());
        Assert.Empty(Actor.Alarms);
        Assert.False(Waits, "It still waits at the desk.");
        Assert.Empty(slots);
        if (Facts.Medium is Medium.Call)
        {
            Assert.True(Released, "ReleaseCall was never asked for.");
        }

        Actor.ReplayEqualsLive();
    }

    private CallScene Listen()
    {
        foreach (var send in Actor.Sends.Skip(sendsSeen))
        {
            Hear(send.Command);
        }

        foreach (var effect in Actor.Effects.Skip(effectsSeen))
        {
            Hear(effect.Effect);
        }

        (sendsSeen, effectsSeen) = (Actor.Sends.Count, Actor.Effects.Count);
        return this;
    }

    private void Hear(ICommand command)
    {
        switch (command)
        {
            case Enqueue:
                Waits = true;
                break;
            case Withdraw:
                Waits = false;
                break;
            case TakeSlot c:
                slots.Add(c.Agent);
                break;
            case ReleaseSlot c:
                slots.Remove(c.Agent);
                break;
            case ReportLegFailure c:
                slots.Remove(c.Agent);
                break;
            default:
                break;
        }
    }

    private void Hear(IEffect effect)
    {
        switch (effect)
        {
            case RingLeg ring:
                OpenLegs.Add(ring.Leg);
                break;
            case HangUpLeg hangUp:
                OpenLegs.Remove(hangUp.Leg);
                break;
            case ReleaseCall:
                Released = true;
                OpenLegs.Clear();
                break;
            default:
                break;
        }
    }
}
