using System.Globalization;
using Santral.Domain.Contacts;

namespace Santral.Telephony.Switch;

/// <summary>Q.850 causes, as the switch gives them, in the contact's words.</summary>
internal static class Causes
{
    private const int NormalClearing = 16;
    private const int UserBusy = 17;
    private const int NoUserResponse = 18;
    private const int NoAnswer = 19;
    private const int CallRejected = 21;
    private const int AnsweredElsewhere = 26;

    /// <param name="rang">A phone that never rang cannot have gone unanswered: nobody could have heard it.</param>
    public static LegFailure Failure(int cause, bool rang) => cause switch
    {
        UserBusy => LegFailure.Busy,
        CallRejected => LegFailure.Rejected,
        NoUserResponse or NoAnswer or 0 => rang ? LegFailure.NoAnswer : LegFailure.Unreachable,
        NormalClearing or AnsweredElsewhere => rang ? LegFailure.Cancelled : LegFailure.Unreachable,
        _ => LegFailure.Unreachable,
    };

    public static string Name(int cause) => cause switch
    {
        0 or NormalClearing => "normal",
        UserBusy => "busy",
        NoUserResponse or NoAnswer => "no_answer",
        CallRejected => "rejected",
        _ => "q850." + cause.ToString(CultureInfo.InvariantCulture),
    };
}
