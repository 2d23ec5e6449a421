using Microsoft.Extensions.Configuration;
using Santral.Engine.Configuration;

namespace Santral.Messaging;

/// <summary>Section <c>Messaging</c>, checked as a whole at start. A provider without its keys is simply not configured.</summary>
public sealed record MessagingOptions(TwilioOptions Twilio, MetaOptions Meta)
{
    public const string Section = "Messaging";

    /// <summary>Every key that may occur below the section.</summary>
    public static IReadOnlyList<string> KnownKeys { get; } =
    [
        "Twilio:AccountSid", "Twilio:AuthToken", "Twilio:ApiBase", "Twilio:PublicUrl",
        "Meta:AppSecret", "Meta:VerifyToken", "Meta:AccessToken", "Meta:ApiBase", "Meta:Lines:*:Line", "Meta:Lines:*:PhoneNumberId",
    ];

    /// <exception cref="ConfigurationRefusedException">A key is unknown, or a value cannot be used.</exception>
    public static MessagingOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        StrictConfiguration.RefuseUnknownKeys(configuration, Section, KnownKeys);
        var section = configuration.GetSection(Section);
        return new(TwilioOptions.Read(section.GetSection("Twilio")), MetaOptions.Read(section.GetSection("Meta")));
    }

    internal static string? Value(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    /// <summary>Credentials travel to this address, so it is encrypted unless it never leaves the machine.</summary>
    internal static Uri ApiBase(IConfigurationSection section, string otherwise)
    {
        var text = Value(section, "ApiBase") ?? otherwise;
        return Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new ConfigurationRefusedException($"'{section.Path}:ApiBase' must be an https address (http only on loopback), not '{text}'.");
    }
}

/// <param name="PublicUrl">
/// The address under which the provider reaches this server, without path; signatures are computed over it, whatever a proxy does.
/// </param>
public sealed record TwilioOptions(string? AccountSid, string? AuthToken, Uri ApiBase, string? PublicUrl)
{
    public bool CanReceive => AuthToken is not null;
    public bool CanSend => AccountSid is not null && AuthToken is not null;

    internal static TwilioOptions Read(IConfigurationSection section)
    {
        var token = MessagingOptions.Value(section, "AuthToken");
        var publicUrl = MessagingOptions.Value(section, "PublicUrl");
        if (token is not null && publicUrl is null)
        {
            throw new ConfigurationRefusedException($"'{section.Path}:PublicUrl' is missing: without it no webhook's signature can be checked.");
        }

        return new(MessagingOptions.Value(section, "AccountSid"), token, MessagingOptions.ApiBase(section, "https://api.twilio.com"), publicUrl is null ? null : Base(section, publicUrl));
    }

    /// <summary>People paste the whole webhook address as readily as the server's; both mean the same.</summary>
    private static string Base(IConfigurationSection section, string publicUrl)
    {
        var text = publicUrl;
        foreach (var path in new[] { Routes.TwilioMessage, Routes.TwilioStatus })
        {
            text = text.EndsWith(path, StringComparison.OrdinalIgnoreCase) ? text[..^path.Length] : text;
        }

        text = text.TrimEnd('/');
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Query.Length == 0
            ? text
            : throw new ConfigurationRefusedException($"'{section.Path}:PublicUrl' must be an http or https address without a query, not '{publicUrl}'.");
    }
}

/// <param name="Lines">Which of the provider's phone-number ids belongs to which line of the pack.</param>
public sealed record MetaOptions(string? AppSecret, string? VerifyToken, string? AccessToken, Uri ApiBase, IReadOnlyList<MetaLine> Lines)
{
    public bool CanReceive => AppSecret is not null;
    public bool CanSend => AccessToken is not null;

    internal static MetaOptions Read(IConfigurationSection section)
    {
        var lines = section.GetSection("Lines").GetChildren().Select(line => new MetaLine(
            MessagingOptions.Value(line, "Line") ?? throw new ConfigurationRefusedException($"'{line.Path}:Line' is missing."),
            MessagingOptions.Value(line, "PhoneNumberId") ?? throw new ConfigurationRefusedException($"'{line.Path}:PhoneNumberId' is missing.")));
        return new(
            MessagingOptions.Value(section, "AppSecret"), MessagingOptions.Value(section, "VerifyToken"), MessagingOptions.Value(section, "AccessToken"),
            MessagingOptions.ApiBase(section, "https://graph.facebook.com/v23.0"), [.. lines]);
    }
}

/// <param name="Line">The number as people write to it, in any spelling.</param>
public sealed record MetaLine(string Line, string PhoneNumberId);
