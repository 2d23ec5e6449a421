namespace Santral.Journal;

/// <summary>
/// A store that must not be opened or read further. Nothing was written to it.
/// <c>store.locked</c>: another process has it. <c>store.newer</c>: a newer version wrote it. <c>store.damaged</c>: its
/// bytes are not what was written. <c>keys.wrong_master</c>: its keys are wrapped by another master key.
/// <c>keys.missing</c>: there is a journal but not the keys it was sealed with.
/// </summary>
#pragma warning disable CA1710 // The name says what happened; the code says why.
public sealed class JournalRefused(string code, string detail, Exception? inner = null) : Exception($"{code}: {detail}", inner)
#pragma warning restore CA1710
{
    public const string Locked = "store.locked";
    public const string Newer = "store.newer";
    public const string Damaged = "store.damaged";
    public const string WrongMaster = "keys.wrong_master";
    public const string KeysMissing = "keys.missing";

    public string Code { get; } = code;
    public string Detail { get; } = detail;
}
