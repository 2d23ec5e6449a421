using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>
/// The bytes of one row: a CRC-32C of the rest, then per record the actor's length and UTF-8 text, the version, the length
/// and the codec's bytes. Lengths and versions are LEB128.
/// </summary>
internal sealed class PackedRow
{
    public const int CrcBytes = sizeof(uint);
    private const int MaxVarintBytes = 10;
    private const int InitialBytes = 128 * 1024;

    private byte[] buffer = new byte[InitialBytes];
    private int length = CrcBytes;

    public int Count { get; private set; }
    public int Length => length;

    public void Clear()
    {
        length = CrcBytes;
        Count = 0;
    }

    /// <summary>Gives the hash by which the index finds the actor.</summary>
    public ulong Add(in EncodedRecord record)
    {
        var kind = record.Actor.Kind;
        var key = record.Actor.Key;
        Reserve(((kind.Length + key.Length + 1) * 3) + record.Bytes.Length + (MaxVarintBytes * 3));
        var actorBytes = Encoding.UTF8.GetByteCount(kind) + 1 + Encoding.UTF8.GetByteCount(key);
        Varint((ulong)actorBytes);
        var actor = buffer.AsSpan(length, actorBytes);
        var written = Encoding.UTF8.GetBytes(kind, actor);
        actor[written] = (byte)'/';
        Encoding.UTF8.GetBytes(key, actor[(written + 1)..]);
        length += actorBytes;
        Varint((ulong)record.Version);
        Varint((ulong)record.Bytes.Length);
        record.Bytes.Span.CopyTo(buffer.AsSpan(length));
        length += record.Bytes.Length;
        Count++;
        return ActorHash.Of(actor);
    }

    /// <summary>The row's bytes, valid until the next <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Close()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(buffer, Crc(buffer.AsSpan(CrcBytes, length - CrcBytes)));
        return buffer.AsSpan(0, length);
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var b in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    public static bool CrcHolds(ReadOnlySpan<byte> row) =>
        row.Length >= CrcBytes && BinaryPrimitives.ReadUInt32LittleEndian(row) == Crc(row[CrcBytes..]);

    private void Reserve(int bytes)
    {
        if (buffer.Length - length < bytes)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + bytes));
        }
    }

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            buffer[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        buffer[length++] = (byte)value;
    }
}

/// <summary>Walks the records of one row without copying them.</summary>
internal ref struct RowCursor(ReadOnlySpan<byte> row)
{
    private readonly ReadOnlySpan<byte> row = row;
    private int position = PackedRow.CrcBytes;

    public ReadOnlySpan<byte> Actor { get; private set; }
    public long Version { get; private set; }

    /// <summary>Where the codec's bytes begin in the row.</summary>
    public int Start { get; private set; }
    public int Length { get; private set; }

    /// <exception cref="FormatException">The row ends inside a record.</exception>
    public bool Next()
    {
        if (position == row.Length)
        {
            return false;
        }

        Actor = Take(Varint());
        Version = (long)Varint();
        var length = Varint();
        Start = position;
        Length = Take(length).Length;
        return true;
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(row.Length - position))
        {
            throw new FormatException("A row ends inside a record.");
        }

        var taken = row.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && position < row.Length; shift += 7)
        {
            var b = row[position++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A row ends inside a number.");
    }
}

/// <summary>The 64-bit hash of <c>kind/key</c> that the index is sorted by. Stored, so it never changes. Collisions are settled by reading the record.</summary>
internal static class ActorHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const int StackBytes = 256;

    public static ulong Of(in ActorId actor)
    {
        var length = Encoding.UTF8.GetByteCount(actor.Kind) + 1 + Encoding.UTF8.GetByteCount(actor.Key);
        Span<byte> text = length <= StackBytes ? stackalloc byte[length] : new byte[length];
        var written = Encoding.UTF8.GetBytes(actor.Kind, text);
        text[written] = (byte)'/';
        Encoding.UTF8.GetBytes(actor.Key, text[(written + 1)..]);
        return Of(text);
    }

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length * Multiplier;
        while (text.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[sizeof(ulong)..];
        }

        ulong rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = Mix(hash, rest);
        return hash ^ (hash >> 29);
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        var high = Math.BigMul(hash ^ word ^ Multiplier, 0xD6E8FEB86659FD93, out var low);
        return high ^ low ^ BitOperations.RotateLeft(hash, 23);
    }
}
