using System.Security.Cryptography;
using System.Text;

namespace Santral.Journal;

/// <summary>Wraps one key with the master key by AES-256-GCM, bound to the name it is stored under.</summary>
internal sealed class KeyWrap(byte[] master) : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly AesGcm aes = new(master, TagBytes);

    public byte[] Wrap(byte[] key, string name)
    {
        var wrapped = new byte[NonceBytes + key.Length + TagBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), key, wrapped.AsSpan(NonceBytes, key.Length), wrapped.AsSpan(NonceBytes + key.Length), Encoding.UTF8.GetBytes(name));
        return wrapped;
    }

    /// <summary>Null when it was wrapped by another master key or under another name, or is damaged.</summary>
    public byte[]? Unwrap(ReadOnlySpan<byte> wrapped, string name)
    {
        if (wrapped.Length <= NonceBytes + TagBytes)
        {
            return null;
        }

        var key = new byte[wrapped.Length - NonceBytes - TagBytes];
        try
        {
            aes.Decrypt(wrapped[..NonceBytes], wrapped.Slice(NonceBytes, key.Length), wrapped[(NonceBytes + key.Length)..], key, Encoding.UTF8.GetBytes(name));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => aes.Dispose();
}
