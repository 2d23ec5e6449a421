using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>What is written about a contact while it lives.</summary>
internal static class Card
{
    public static Outcome AddSubject(Turn turn, AddSubject c) => turn.Facts.Subjects >= Facts.MostSubjects
        ? new Rejected(ContactCodes.TooManySubjects)
        : turn.Emit(new SubjectAdded(c.Subject)).Decision;

    /// <summary>The call is about, or from, a citizen we knew already: that citizen's history holds it too.</summary>
    public static Decision Link(Turn turn, LinkCitizen c)
    {
        var facts = turn.Facts;
        if (facts.Citizen == c.Citizen)
        {
            return turn.Decision;
        }

        turn.Emit(new CitizenLinked(c.Citizen));
        if (facts.From is { } from)
        {
            turn.Decision.Send(c.Citizen.Actor, new NoteContact(facts.Id, facts.Channel, from, facts.Line, facts.ArrivedAt, CitizenSpoke: true));
        }

        return turn.Decision;
    }

    /// <summary>Only ever more urgent: nobody's urgency is taken away by a click.</summary>
    public static Decision Raise(Turn turn, RaisePriority c)
    {
        if (c.Priority < turn.Facts.Priority)
        {
            turn.Emit(new PriorityRaised(c.Priority, c.Who));
            if (turn.Phase is Phase.Waiting)
            {
                turn.Desk(new Reprioritise(turn.Id, c.Priority));
            }
        }

        return turn.Decision;
    }
}
