using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Santral.Journal;

/// <summary>
/// An immutable file with the sorted entries of a range of sequences: blocks of 4 KB, each with its CRC; then the first hash
/// of every block, which stays in memory, so that a look-up reads one block; then a footer.
/// </summary>
internal sealed class IndexSegment : IDisposable
{
    public const int BlockBytes = 4096;
    public const int EntryBytes = 16;
    public const int BlockHeaderBytes = 16;
    public const int EntriesPerBlock = (BlockBytes - BlockHeaderBytes) / EntryBytes;
    private const int FooterBytes = 40;
    private const ulong Magic = 0x31584449_544E4153;

    private readonly SafeFileHandle file;
    private readonly ulong[] fences;

    private IndexSegment(string path, SafeFileHandle file, ulong[] fences, long first, long last, long count)
    {
        (Path, this.file, this.fences, First, Last, Count) = (path, file, fences, first, last, count);
    }

    public string Path { get; }
    public long First { get; }
    public long Last { get; }
    public long Count { get; }

    public static string NameOf(long first, long last) => string.Create(CultureInfo.InvariantCulture, $"{first:x16}-{last:x16}.idx");

    /// <summary>Writes the sorted entries under a temporary name and renames it, so that a segment is whole or absent.</summary>
    public static IndexSegment Write(string folder, long first, long last, IEnumerable<IndexEntry> sorted)
    {
        var path = System.IO.Path.Combine(folder, NameOf(first, last));
        var temporary = path + ".tmp";
        var fences = new List<ulong>();
        long count = 0;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        {
            var block = new byte[BlockBytes];
            var inBlock = 0;
            foreach (var entry in sorted)
            {
                if (inBlock == 0)
                {
                    fences.Add(entry.Hash);
                }

                var at = BlockHeaderBytes + (inBlock * EntryBytes);
                BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(at), entry.Hash);
                BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(at + sizeof(ulong)), entry.Sequence);
                count++;
                if (++inBlock == EntriesPerBlock)
                {
                    Flush(stream, block, inBlock);
                    inBlock = 0;
                }
            }

            if (inBlock > 0)
            {
                Flush(stream, block, inBlock);
            }

            var fenceBytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(fences));
            stream.Write(fenceBytes);
            Span<byte> footer = stackalloc byte[FooterBytes];
            BinaryPrimitives.WriteInt64LittleEndian(footer, first);
            BinaryPrimitives.WriteInt64LittleEndian(footer[8..], last);
            BinaryPrimitives.WriteInt64LittleEndian(footer[16..], count);
            BinaryPrimitives.WriteUInt64LittleEndian(footer[24..], Magic);
            BinaryPrimitives.WriteUInt32LittleEndian(footer[32..], PackedRow.Crc(fenceBytes));
            BinaryPrimitives.WriteUInt32LittleEndian(footer[36..], PackedRow.Crc(footer[..36]));
            stream.Write(footer);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return Open(path) ?? throw new IOException($"'{path}' was written and does not read back.");
    }

    /// <summary>Null when the file is not a whole segment.</summary>
    public static IndexSegment? Open(string path)
    {
        var file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        Span<byte> footer = stackalloc byte[FooterBytes];
        if (length >= FooterBytes && RandomAccess.Read(file, footer, length - FooterBytes) == FooterBytes
            && BinaryPrimitives.ReadUInt64LittleEndian(footer[24..]) == Magic && BinaryPrimitives.ReadUInt32LittleEndian(footer[36..]) == PackedRow.Crc(footer[..36]))
        {
            var count = BinaryPrimitives.ReadInt64LittleEndian(footer[16..]);
            var blocks = (count + EntriesPerBlock - 1) / EntriesPerBlock;
            if (length == (blocks * (BlockBytes + sizeof(ulong))) + FooterBytes)
            {
                var fences = new ulong[blocks];
                var bytes = MemoryMarshal.AsBytes(fences.AsSpan());
                if (RandomAccess.Read(file, bytes, blocks * BlockBytes) == bytes.Length && PackedRow.Crc(bytes) == BinaryPrimitives.ReadUInt32LittleEndian(footer[32..]))
                {
                    return new(path, file, fences, BinaryPrimitives.ReadInt64LittleEndian(footer), BinaryPrimitives.ReadInt64LittleEndian(footer[8..]), count);
                }
            }
        }

        file.Dispose();
        return null;
    }

    public static bool IsWhole(string path)
    {
        using var segment = Open(path);
        return segment is not null;
    }

    /// <summary>Adds the hash's sequences, the latest first.</summary>
    public void Find(ulong hash, List<long> found)
    {
        // The first block that may hold the hash is the one before the first fence that is not below it.
        var low = 0;
        var high = fences.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = fences[middle] < hash ? (middle + 1, high) : (low, middle);
        }

        var start = found.Count;
        for (var number = Math.Max(0, low - 1); number < fences.Length && fences[number] <= hash; number++)
        {
            foreach (var entry in Block(number))
            {
                if (entry.Hash == hash)
                {
                    found.Add(entry.Sequence);
                }
            }
        }

        found.Reverse(start, found.Count - start);
    }

    public IEnumerable<IndexEntry> All()
    {
        for (var number = 0; number < fences.Length; number++)
        {
            foreach (var entry in Block(number))
            {
                yield return entry;
            }
        }
    }

    public void Dispose() => file.Dispose();

    /// <exception cref="JournalRefused">The block's CRC does not hold. The index is derived: deleting its folder rebuilds it.</exception>
    private IndexEntry[] Block(int number)
    {
        var rented = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            var block = rented.AsSpan(0, BlockBytes);
            if (RandomAccess.Read(file, block, (long)number * BlockBytes) != BlockBytes || !PackedRow.CrcHolds(block))
            {
                throw new JournalRefused(JournalRefused.Damaged, $"Block {number} of the index {System.IO.Path.GetFileName(Path)} is damaged; stop, delete the folder 'index' and start: it is rebuilt.");
            }

            var count = BinaryPrimitives.ReadInt32LittleEndian(block[sizeof(uint)..]);
            return MemoryMarshal.Cast<byte, IndexEntry>(block.Slice(BlockHeaderBytes, count * EntryBytes)).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void Flush(FileStream stream, byte[] block, int entries)
    {
        block.AsSpan(BlockHeaderBytes + (entries * EntryBytes)).Clear();
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(sizeof(uint)), entries);
        BinaryPrimitives.WriteUInt32LittleEndian(block, PackedRow.Crc(block.AsSpan(sizeof(uint))));
        stream.Write(block);
    }
}
