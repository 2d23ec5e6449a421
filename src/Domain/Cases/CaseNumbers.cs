using System.Buffers.Binary;
using System.Security.Cryptography;
using Santral.Domain.Kernel;

namespace Santral.Domain.Cases;

/// <summary>
/// The number a citizen is told: eight digits and the check digit of <see cref="Damm"/>. Read aloud as "1234 5678 9".
/// </summary>
public static class CaseNumbers
{
    public const int Digits = 9;

    /// <summary>The first digit is never zero, so that no one leaves it out when reading.</summary>
    private const uint Smallest = 10_000_000;
    private const uint Count = 90_000_000;

    /// <summary>The number to try at the given attempt (from 0). It says nothing of the case, its time or how many there are.</summary>
    public static string Candidate(CaseId id, int attempt)
    {
        Span<byte> input = stackalloc byte[20];
        id.Value.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], attempt);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        return WithCheckDigit(Smallest + (uint)(BinaryPrimitives.ReadUInt64BigEndian(hash) % Count));
    }

    /// <summary>The nine digits of a number as a person says, types or pastes it, or null when it cannot be right.</summary>
    public static string? Read(string? text)
    {
        Span<char> digits = stackalloc char[Digits];
        var count = 0;
        foreach (var c in text ?? "")
        {
            if (c is ' ' or '.' or '-' or '/' or '\u00a0')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == Digits)
            {
                return null;
            }

            digits[count++] = c;
        }

        return count == Digits && digits[0] != '0' && Damm.Fold(digits) == 0 ? new string(digits) : null;
    }

    /// <summary>In groups for reading aloud: "1234 5678 9". Anything that is no number is returned as it is.</summary>
    public static string Spoken(string number) => number.Length == Digits ? $"{number[..4]} {number[4..8]} {number[8]}" : number;

    private static string WithCheckDigit(uint number)
    {
        Span<char> digits = stackalloc char[Digits];
        for (var at = Digits - 2; at >= 0; at--)
        {
            digits[at] = (char)('0' + (number % 10));
            number /= 10;
        }

        digits[Digits - 1] = (char)('0' + Damm.Fold(digits[..(Digits - 1)]));
        return new(digits);
    }
}
