namespace Santral.Messaging;

/// <summary>Every bound and waiting time of this adapter, with its unit in the name or the type.</summary>
public static class MessagingLimits
{
    /// <summary>A text holds at most 1,600 characters and its form some forty fields.</summary>
    public const int TwilioBodyBytes = 64 * 1024;

    /// <summary>Meta batches up to about 3 MB.</summary>
    public const int MetaBodyBytes = 4 * 1024 * 1024;

    public const int IntakeBodyBytes = 256 * 1024;
    public const int FormFields = 200;
    public const int JsonDepth = 32;
    public const int IdempotencyKeyCharacters = 200;
    public const int SenderReferenceCharacters = 100;
    public const int ServiceCharacters = 100;

    /// <summary>Web forms that nobody signed in for, per remote address.</summary>
    public const int AnonymousFormsPerMinute = 300;

    /// <summary>Senders of one batch that are taken in side by side; one sender's messages keep their order.</summary>
    public const int SendersSideBySide = 64;

    /// <summary>Ids of the provider's senders whose link to a citizen is remembered, so as not to ask again.</summary>
    public const int RememberedLinks = 20_000;

    public const int TwilioTextCharacters = 1_600;
    public const int MetaTextCharacters = 4_096;

    /// <summary>The engine remembers commands from outside for eight days; an older message could be a replay that nothing would recognise.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(8);

    public static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <summary>How soon a send that certainly did not leave is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>A provider that asks for more patience than this is asked again anyway.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan GapFillEvery = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan GapFillRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Looked back at start: within the engine's memory of ids, so that nothing is taken twice.</summary>
    public static readonly TimeSpan GapFillLookBack = TimeSpan.FromDays(7);

    /// <summary>The provider's list is not strictly in order; this much is listed again.</summary>
    public static readonly TimeSpan GapFillOverlap = TimeSpan.FromMinutes(5);

    public const int GapFillPageSize = 1_000;
    public const int GapFillPages = 50;
}
