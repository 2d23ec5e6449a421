using System.Security.Cryptography;

namespace Santral.Journal;

/// <summary>
/// The key that wraps all keys. It lives outside the data folder, so that a copied or stolen folder opens nothing.
/// </summary>
public static class MasterKey
{
    public const int Bytes = 32;

    /// <summary><c>Keys:MasterKeyFile</c> when nothing is configured: <c>${XDG_CONFIG_HOME:-~/.config}/santral/master.key</c>.</summary>
    public static string DefaultFile
    {
        get
        {
            var configured = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
            var home = string.IsNullOrEmpty(configured) ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config") : configured;
            return Path.Combine(home, "santral", "master.key");
        }
    }

    /// <summary>Reads the key (64 hex digits), or makes it, mode 600, when the file is not there.</summary>
    /// <exception cref="JournalRefused"><c>keys.wrong_master</c>: the file is there and holds no key.</exception>
    public static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            Create(file);
        }

        try
        {
            var key = Convert.FromHexString(File.ReadAllText(file).Trim());
            return key.Length == Bytes ? key : throw new FormatException($"it has {key.Length} bytes");
        }
        catch (FormatException wrong)
        {
            throw new JournalRefused(JournalRefused.WrongMaster, $"'{file}' holds no master key of {Bytes} bytes in hex.", wrong);
        }
    }

    private static void Create(string file)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        // Two first starts at the same moment must end with one key: whole under another name, then linked into place once.
        var mine = $"{file}.{Environment.ProcessId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var stream = new FileStream(mine, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(mine, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(mine);
        }
    }
}
