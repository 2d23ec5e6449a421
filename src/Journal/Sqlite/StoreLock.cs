namespace Santral.Journal;

internal static class StoreLock
{
    /// <summary>Held until disposed or until the process ends, however it ends.</summary>
    /// <exception cref="JournalRefused"><c>store.locked</c></exception>
    public static FileStream Take(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException held)
        {
            throw new JournalRefused(JournalRefused.Locked, $"'{Path.GetDirectoryName(path)}' is in use by another process.", held);
        }
    }
}
