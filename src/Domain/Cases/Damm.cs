namespace Santral.Domain.Cases;

/// <summary>
/// Damm's check digit (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): it finds every single wrong digit and
/// every swap of two neighbours, and needs no digit beyond 0 to 9.
/// </summary>
public static class Damm
{
    /// <summary>A totally anti-symmetric quasigroup of order 10, row by row: the interim digit is the row, the next digit the column.</summary>
    private static ReadOnlySpan<byte> Table =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>The interim digit after these digits; zero for a whole number with its check digit.</summary>
    public static int Fold(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Step(interim, digit - '0');
        }

        return interim;
    }

    public static int Step(int interim, int digit) => Table[(interim * 10) + digit];
}
