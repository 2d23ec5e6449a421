namespace Santral.Journal;

/// <summary>An actor's record is at this sequence.</summary>
internal readonly record struct IndexEntry(ulong Hash, long Sequence) : IComparable<IndexEntry>
{
    public int CompareTo(IndexEntry other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Sequence.CompareTo(other.Sequence);
}
