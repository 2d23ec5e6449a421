using Santral.Messaging.Outbound;

namespace Santral.Messaging.Meta;

/// <summary>Error numbers of the WhatsApp Business platform (its page "Error codes") as our codes.</summary>
internal static class MetaErrors
{
    /// <summary>Rate limits: certainly not carried out, worth another try.</summary>
    public static bool IsPassing(string number) => number is "4" or "80007" or "130429" or "131056";

    public static string Code(string number) => number switch
    {
        "131047" => MessageCodes.WindowClosed,
        "131050" => MessageCodes.OptedOut,
        "131021" or "131030" => MessageCodes.BadAddress,
        "131026" => MessageCodes.Unreachable,
        "131048" or "131049" or "130472" => MessageCodes.Filtered,
        "132000" or "132001" or "132005" or "132007" or "132012" or "132015" or "132016" or "132018" => MessageCodes.TemplateRefused,
        "0" or "3" or "10" or "190" or "200" or "368" or "131005" or "131031" or "131042" or "131045" or "133010" => MessageCodes.Account,
        _ => MessageCodes.Refused,
    };
}
