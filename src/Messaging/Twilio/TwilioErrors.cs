using Santral.Messaging.Outbound;

namespace Santral.Messaging.Twilio;

/// <summary>Twilio's error numbers (its "Error and Warning Dictionary") as our codes.</summary>
internal static class TwilioErrors
{
    /// <summary>Too many requests or messages: certainly not carried out, worth another try.</summary>
    public static bool IsPassing(string number) => number is "20429" or "14107" or "63018" or "21611";

    public static string Code(string number) => number switch
    {
        "63016" => MessageCodes.WindowClosed,
        "21610" or "63032" => MessageCodes.OptedOut,
        "21211" or "21217" or "21614" or "21219" or "63003" or "63013" or "63024" => MessageCodes.BadAddress,
        "30003" or "30005" or "30006" or "30008" or "63001" => MessageCodes.Unreachable,
        "30007" or "30004" => MessageCodes.Filtered,
        "21617" => MessageCodes.TooLong,
        "21654" or "21655" or "21656" or "63005" or "63021" or "63027" or "63028" or "63040" or "63041" or "63042" => MessageCodes.TemplateRefused,
        "20003" or "20404" or "21212" or "21408" or "21606" or "21659" or "63007" or "30002" => MessageCodes.Account,
        _ => MessageCodes.Refused,
    };
}
