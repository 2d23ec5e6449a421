using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Santral.Journal;

/// <summary>
/// Each row's link is SHA-256 over (previous link, first sequence, count, stored bytes), so that no row can be changed,
/// taken out, put in or moved without every later link changing too.
/// </summary>
internal sealed class HashChain : IDisposable
{
    public const int LinkBytes = SHA256.HashSizeInBytes;

    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The link before the first row.</summary>
    public static byte[] Genesis => new byte[LinkBytes];

    public void Link(ReadOnlySpan<byte> previous, long first, int count, ReadOnlySpan<byte> row, Span<byte> link)
    {
        Span<byte> range = stackalloc byte[sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(range, first);
        BinaryPrimitives.WriteInt32LittleEndian(range[sizeof(long)..], count);
        sha.AppendData(previous);
        sha.AppendData(range);
        sha.AppendData(row);
        sha.GetHashAndReset(link);
    }

    public void Dispose() => sha.Dispose();
}
