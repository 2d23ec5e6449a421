using System.Globalization;

namespace Santral.Journal;

/// <param name="Code"><c>verify.pages</c>, <c>verify.gap</c>, <c>verify.bytes</c>, <c>verify.chain</c>, <c>verify.version</c>, <c>verify.head</c>, <c>verify.index</c>, <c>verify.record</c> or <c>verify.against</c>.</param>
/// <param name="Sequence">The first sequence concerned, where there is one.</param>
public sealed record StoreFault(string Code, long? Sequence, string Detail)
{
    public override string ToString() => Sequence is { } at ? string.Create(CultureInfo.InvariantCulture, $"{Code} at {at}: {Detail}") : $"{Code}: {Detail}";
}

/// <param name="Sequence">How far the store was proven.</param>
/// <param name="Fault">The first fault, or null when the store is proven.</param>
public sealed record StoreReport(long Sequence, string HeadHash, long Rows, long Actors, long Indexed, StoreFault? Fault)
{
    public bool Proven => Fault is null;

    /// <summary>What is sent out daily and later held against the store.</summary>
    public SentHead Head => new(Sequence, HeadHash);
}

/// <summary>A head as it was sent out of the house: whoever forges the store afterwards cannot forge this.</summary>
/// <param name="Hash">The link after that sequence, 64 hex digits.</param>
public sealed record SentHead(long Sequence, string Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence} {Hash}");

    /// <summary>Reads lines of <c>sequence hash</c>; blank lines and lines that begin with # are left out.</summary>
    /// <exception cref="FormatException">A line is neither.</exception>
    public static IReadOnlyList<SentHead> Parse(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(ParseLine)];

    private static SentHead ParseLine(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var sequence, var hash]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && hash.Length == HashChain.LinkBytes * 2 && hash.All(char.IsAsciiHexDigit)
            ? new(number, hash.ToLowerInvariant())
            : throw new FormatException($"'{line}' is not a head: a sequence and {HashChain.LinkBytes * 2} hex digits.");
}
