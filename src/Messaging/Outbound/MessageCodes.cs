namespace Santral.Messaging.Outbound;

/// <summary>Why a message was not sent, as stable codes; what people read is the pack's <c>error.{code}</c>.</summary>
internal static class MessageCodes
{
    public const string NotConfigured = "message.provider_not_configured";
    public const string LineNotConfigured = "message.line_not_configured";
    public const string ChannelUnsupported = "message.channel_unsupported";
    public const string Erased = "message.erased";
    public const string TooLong = "message.too_long";
    public const string TemplateUnknown = "message.template_unknown";
    public const string TemplateRefused = "message.template_refused";

    /// <summary>Free text after WhatsApp's 24 hours.</summary>
    public const string WindowClosed = "message.window_closed";

    /// <summary>The citizen said stop.</summary>
    public const string OptedOut = "message.opted_out";

    /// <summary>No such number, or one that cannot take messages.</summary>
    public const string BadAddress = "message.bad_address";

    /// <summary>The number exists; the message could not be delivered to it.</summary>
    public const string Unreachable = "message.unreachable";

    /// <summary>A carrier took it for spam.</summary>
    public const string Filtered = "message.filtered";

    /// <summary>The provider does not accept our credentials or our sender; an administrator must act.</summary>
    public const string Account = "message.provider_account";

    /// <summary>Refused for a reason that has no code of its own here; the log holds the provider's number.</summary>
    public const string Refused = "message.provider_refused";
}
