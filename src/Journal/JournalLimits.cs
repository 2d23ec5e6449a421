namespace Santral.Journal;

/// <summary>The bounds of every journal. Each has a test.</summary>
public static class JournalLimits
{
    /// <summary>Records queued or being committed, not yet completed. At the bound an append is refused at once.</summary>
    public const int MaxUnreleasedRecords = 20_000;

    /// <summary>Bytes of those records.</summary>
    public const int MaxUnreleasedBytes = 32 * 1024 * 1024;

    /// <summary>Bytes of one record.</summary>
    public const int MaxRecordBytes = 16 * 1024 * 1024;
}
