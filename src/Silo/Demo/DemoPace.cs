using Santral.Telephony.Simulated;

namespace Santral.Silo.Demo;

/// <summary>How fast and how much the demo plays. Every rate and every bound of it is here.</summary>
internal static class DemoPace
{
    /// <summary>Contacts in prompts, waiting, or with someone; while there are as many, no citizen begins another.</summary>
    public const int MostOpenContacts = 14;

    /// <summary>
    /// Citizens who write and who ring in the first moment. An agent on a call is offered no conversation, so those who are to be
    /// seen in a conversation soon write while the callers still hear the prompts. More messages and a call to save a life follow.
    /// </summary>
    public const int FirstMessages = 2;
    public const int OpeningCalls = 5;
    public const int OpeningMessages = 4;
    public static readonly Span OpeningEvery = new(1, 2);
    public static readonly Span OpeningDanger = new(4, 5);

    public static readonly Span CallEvery = new(8, 19);
    public static readonly Span MessageEvery = new(18, 40);

    /// <summary>How long a patient and an impatient citizen waits.</summary>
    public static readonly Span Patience = new(60, 150);
    public static readonly Span Impatience = new(6, 15);
    public static readonly Span OpeningImpatience = new(2, 3);

    /// <summary>A citizen talks as long as a visitor may need to look around; the agents who are played take their leave sooner.</summary>
    public static readonly Span Talk = new(150, 300);
    public static readonly Span Leave = new(12, 32);
    public static readonly Span FirstLeave = new(2, 6);

    /// <summary>A citizen reads an answer and writes back.</summary>
    public static readonly Span WriteBack = new(4, 9);

    /// <summary>One call in so many: the caller gives up early; presses 0; hides the number.</summary>
    public const int ImpatientOneIn = 4;
    public const int DangerOneIn = 9;
    public const int WithheldOneIn = 12;

    /// <summary>One call in so many is about the incident, and is confidential.</summary>
    public const int IncidentOneIn = 5;
    public const int ConfidentialOneIn = 10;

    /// <summary>One message in so many comes by SMS, where the municipality has such a line.</summary>
    public const int SmsOneIn = 4;

    public static readonly Span Accept = new(0.3, 1);

    /// <summary>Between two things an agent does in a call.</summary>
    public static readonly Span Step = new(0.3, 1.2);
    public static readonly Span Reply = new(2, 5);
    public static readonly Span WrapUp = new(2, 6);

    /// <summary>A conversation in which the citizen writes no more is ended by the agent.</summary>
    public static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(60);

    /// <summary>One offer in so many is missed, never one of P1; the agent is back after <see cref="BackAfterMissed"/>.</summary>
    public const int MissedOneIn = 14;
    public static readonly Span BackAfterMissed = new(4, 8);

    public static readonly Span CallBackIn = new(90, 900);

    /// <summary>A unit leaves one case in so many to the person at the screen, and returns one in so many of the others.</summary>
    public const int UnitLeavesOneIn = 3;
    public const int UnitReturnsOneIn = 6;
    public static readonly Span UnitAccepts = new(12, 30);
    public static readonly Span UnitResolves = new(20, 60);

    /// <summary>How often each player looks at its screen.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>After a failed request to the own server.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>Outbound messages that wait for their delivery to be played; beyond it the oldest stays as sent.</summary>
    public const int MostDeliveries = 200;
    public static readonly TimeSpan DeliveryStep = TimeSpan.FromMilliseconds(700);

    /// <summary>Short prompts and quick phones, so that the first call is answered within the first seconds.</summary>
    public static readonly SimulatedPace Network = new() { Prompt = TimeSpan.FromSeconds(1), Answer = TimeSpan.FromSeconds(1) };
}

/// <summary>A range of seconds from which a duration is drawn.</summary>
internal readonly record struct Span(double From, double To)
{
    public TimeSpan Draw(Random chance) => TimeSpan.FromSeconds(From + ((To - From) * chance.NextDouble()));
}
