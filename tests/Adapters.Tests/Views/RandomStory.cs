using System.Collections.Immutable;
using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Units;

namespace Santral.Adapters.Tests.Views;

/// <summary>Any event of any actor at any time: more than the deciders would ever say, so that the projections owe them nothing.</summary>
internal static class RandomStory
{
    private const int Things = 4;
    public static ContactId Contact(int i) => new(Story.Id($"contact{i}"));
    public static CitizenId Citizen(int i) => new(Story.Id($"citizen{i}"));
    public static CaseId Case(int i) => new(Story.Id($"case{i}"));
    public static AgentId Agent(int i) => new($"agent{i}");

    public static IEnumerable<string> Topics()
    {
        yield return "directory";
        yield return $"desk:{ViewPack.Desk}";
        yield return $"unit:{ViewPack.Works}";
        yield return $"unit:{ViewPack.Women}";
        for (var i = 0; i < Things; i++)
        {
            yield return $"agent:{Agent(i)}";
            yield return $"contact:{Contact(i)}";
            yield return $"card:{Contact(i)}";
            yield return $"case:{Case(i)}";
        }
    }

    public static Story Write(int seed, int records)
    {
        var story = new Story();
        var random = new Random(seed);
        for (var i = 0; i < records; i++)
        {
            if (random.Next(40) == 0)
            {
                story.Skip(TimeSpan.FromMinutes(random.Next(1, 900)));
            }

            switch (random.Next(5))
            {
                case 0:
                    story.Add(ViewPack.Desk.Actor, Desk(story, random));
                    break;
                case 1:
                    var who = random.Next(Things);
                    story.Add(Citizen(who).Actor, OfCitizen(story, random, who));
                    break;
                case 2:
                    story.Add(Case(random.Next(Things)).Actor, OfCase(story, random));
                    break;
                case 3 when random.Next(3) == 0:
                    story.Add((random.Next(2) == 0 ? ViewPack.Works : ViewPack.Women).Actor, OfUnit(story, random));
                    break;
                case 3 when random.Next(3) == 0:
                    story.Agent($"agent{random.Next(Things)}", "genel");
                    break;
                default:
                    story.Add(Contact(random.Next(Things)).Actor, OfContact(story, random));
                    break;
            }
        }

        return story;
    }

    private static ContactEvent OfContact(Story s, Random r)
    {
        var at = s.Now;
        var agent = Agent(r.Next(Things));
        var target = new TransferTarget((TransferKind)r.Next(4), "x", "Y");
        var offer = Offer(r);
        return r.Next(26) switch
        {
            0 => new CallStarted("leg", new("a"), r.Next(3) == 0 ? null : Citizen(r.Next(Things)), null, ViewPack.Line, "x", ViewPack.Desk, at, at, true, true, r.Next(4) == 0, null),
            1 => new ConversationStarted(Channel.WhatsApp, new("a"), Citizen(r.Next(Things)), s.Seal("x", "+90"), "w", ViewPack.Desk, at),
            2 => new OutboundStarted(agent, "PJSIP/1", Citizen(r.Next(Things)), s.Seal("x", "+90"), ViewPack.Desk, "153", at),
            3 => new FormReceived(Channel.Web, null, Citizen(r.Next(Things)), "R", null, null, s.Seal("x", "metin"), null, null, ViewPack.Desk, at),
            4 or 5 => new ContactQueued(Queue(r), "Q", ViewPack.Desk, [], Priority.P4, at, at, null, null),
            6 => new ContactOffered(offer, agent, at),
            7 => new ContactOfferEnded(offer, agent, OfferEnd.TimedOut),
            8 => new ContactAssigned(offer, agent, "l", at),
            9 => new AgentRinging(agent, "l", at),
            10 => new AgentLegFailed(agent, "l", LegFailure.Busy),
            11 or 12 => new Connected(agent, at),
            13 => r.Next(2) == 0 ? new CallerHeld(at) : new CallerResumed(at),
            14 => new TransferStarted(agent, target, s.Seal("x", "not"), r.Next(2) == 0, null, at),
            15 => r.Next(2) == 0 ? new TransferCompleted(agent, target) : new TransferAnswered("l"),
            16 => new TransferReturned(agent, target, LegFailure.NoAnswer),
            17 => new MessageReceived(new($"m{r.Next(1_000_000)}", "p", s.Seal("x", "merhaba"), at)),
            18 => new MessageWritten(Story.Id($"m{r.Next(3)}"), agent, s.Seal("x", "cevap"), null, [], Channel.WhatsApp, at),
            19 => new MessageStatusChanged(Story.Id($"m{r.Next(3)}"), MessageStatus.Delivered, null, null, at),
            20 => new CitizenLinked(Citizen(r.Next(Things))),
            21 => new VerificationRecorded(agent, r.Next(2) == 0, at),
            22 => new CaseLinked(Case(r.Next(Things))),
            23 => new WrapUpStarted(agent, at, null),
            24 => r.Next(2) == 0 ? new WrapUpEnded(agent, null, null, at) : new HandedOver(agent, null, at),
            _ => r.Next(3) == 0 ? new ContactEnded(ContactOutcome.Informed, null, agent, at) : new IncidentTagged($"olay{r.Next(3)}"),
        };
    }

    private static DeskEvent Desk(Story s, Random r)
    {
        var (at, agent, contact, offer) = (s.Now, Agent(r.Next(Things)), Contact(r.Next(Things)), Offer(r));
        return r.Next(14) switch
        {
            0 => new AgentJoined(agent, ["genel"], 4, null, at),
            1 => new PresenceChanged(agent, (Presence)r.Next(6), "Mola", at),
            2 => new AgentLeft(agent, at),
            3 or 4 => new ContactEnqueued(contact, Queue(r), Medium.Call, [], Priority.P4, at, at, r.Next(3) == 0 ? agent : null, at),
            5 => new ContactWithdrawn(contact, at),
            6 => new ContactReprioritised(contact, Priority.P1, at),
            7 => new OfferMade(offer, contact, agent, Medium.Call, at, at + TimeSpan.FromSeconds(20)),
            8 => new OfferAccepted(offer, contact, agent, at),
            9 => new OfferClosed(offer, contact, agent, (OfferEnd)r.Next(5), null, at),
            10 => new SlotTaken(contact, agent, (Medium)r.Next(2), at),
            11 => new SlotReleased(contact, agent, at),
            12 => r.Next(2) == 0 ? new HelpAsked(agent, contact, at) : new HelpAnswered(agent, "s", at),
            _ => new AnnouncementSwitched(ViewPack.Line, r.Next(2) == 0 ? "ses" : null, "s", at),
        };
    }

    private static CitizenEvent OfCitizen(Story s, Random r, int who)
    {
        var at = s.Now;
        var task = Story.Id($"task{who}.{r.Next(3)}");
        return r.Next(10) switch
        {
            0 => new AddressAdded(new($"k{r.Next(3)}"), Channel.Voice, s.Seal("c", $"+9053211122{r.Next(10, 99)}")),
            1 => new ProfileNameSeen(s.Seal("c", $"Profil {r.Next(9)}")),
            2 => new Identified(s.Seal("c", $"Ayşe Yılmaz {r.Next(9)}"), null, null, "tr", r.Next(2) == 0 ? ["yaşlı"] : [], ImmutableArray<string>.Empty),
            3 => new SafeContactSet(new([], null, null, [], r.Next(2) == 0, false, false, null)),
            4 or 5 => new CallbackPromised(task, at, r.Next(2) == 0 ? Agent(r.Next(Things)) : null, ViewPack.Desk, null, null, at),
            6 => new CallbackReassigned(task, r.Next(2) == 0 ? Agent(r.Next(Things)) : null),
            7 => new CallbackOverdue(task, at),
            8 => new CallbackCompleted(task, "x", "y", at),
            _ => new NoticeWritten(Story.Id("n"), Case(r.Next(Things)), Channel.Sms, s.Seal("c", "+90"), "1530", "case-opened", [], at),
        };
    }

    private static CaseEvent OfCase(Story s, Random r)
    {
        var at = s.Now;
        var due = new Deadline(at, "setting", false, "2 gün");
        var unit = r.Next(2) == 0 ? ViewPack.Works : ViewPack.Women;
        return r.Next(10) switch
        {
            0 or 1 => new CaseOpened(
                r.Next(2) == 0 ? Contact(r.Next(Things)) : null, r.Next(2) == 0 ? ViewPack.OpenService : ViewPack.SecretService, null, null, s.Seal("c", "açıklama"), null,
                Priority.P4, [new(PartyRole.Applicant, Capacity.Self, Citizen(r.Next(Things)), null, null)], r.Next(4) == 0, "agent0", null, null, at),
            2 => new CaseNumbered("1234-5678-9"),
            3 => new CaseEscalated(unit, "Birim", null, due, due, "agent0", at),
            4 => new CaseAccepted(unit, "birim", at),
            5 => new CaseReturned(unit, s.Seal("c", "neden"), "birim", at),
            6 => new CaseResolved(unit, CaseResolution.Fulfilled, s.Seal("c", "yanıt"), "birim", at),
            7 => new CaseReopened(null, "agent0", at),
            8 => new DeadlinePassed("closing", at),
            _ => new AccessGranted($"kisi{r.Next(3)}", "x", at),
        };
    }

    private static UnitEvent OfUnit(Story s, Random r)
    {
        var due = new Deadline(s.Now, "setting", false, "2 gün");
        var id = Case(r.Next(Things));
        return r.Next(5) switch
        {
            0 or 1 => new CaseReceived(id, null, null, Priority.P4, false, due, due, s.Now),
            2 => new CaseStatusNoted(id, "1", CaseStatus.Accepted, s.Now),
            3 => new AcceptanceOverdue(id, s.Now),
            _ => new CaseReleased(id, CaseStatus.Resolved, s.Now),
        };
    }

    private static OfferId Offer(Random r) => new(Story.Id($"offer{r.Next(4)}"));

    private static QueueId Queue(Random r) => r.Next(4) == 0 ? ViewPack.Shelter : ViewPack.General;
}
