namespace Santral.AgentConsole;

/// <summary>Bounds of this edge. Nothing here grows with what a client does or fails to do.</summary>
internal static class ConsoleLimits
{
    /// <summary>Bytes of changes that wait for one connection; beyond it a topic is told to fetch itself anew.</summary>
    public const int OutboxBytes = 64 * 1024;
    public const int TopicsPerConnection = 64;

    /// <summary>Bytes of one action's body.</summary>
    public const int ActionBytes = 64 * 1024;

    /// <summary>Bytes of one message on the hub: topic names, nothing more.</summary>
    public const int HubMessageBytes = 4 * 1024;

    /// <summary>Characters.</summary>
    public const int MessageText = 4_096;
    public const int NoteText = 8_000;
    public const int DescriptionText = 16_000;
    public const int NameText = 200;
    public const int ReasonText = 500;
    public const int ShortText = 100;
    public const int TemplateValues = 20;
    public const int PriorityGroups = 20;

    public const int SignInFailures = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan SessionLength = TimeSpan.FromHours(12);

    /// <summary>Passwords checked at one time; each costs a tenth of a second of one core.</summary>
    public const int PasswordChecks = 2;

    /// <summary>Sign-in names without an account whose failures are remembered.</summary>
    public const int UnknownNames = 1_000;
}
