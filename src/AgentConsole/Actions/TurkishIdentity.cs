namespace Santral.AgentConsole.Actions;

/// <summary>T.C. Kimlik Numarası, and the foreigner's number that shares its rule and begins with 99.</summary>
internal static class TurkishIdentity
{
    private const int Length = 11;

    public static bool IsValid(string number)
    {
        if (number.Length != Length || number[0] == '0' || !number.All(char.IsAsciiDigit))
        {
            return false;
        }

        var d = number.Select(c => c - '0').ToArray();
        var odd = d[0] + d[2] + d[4] + d[6] + d[8];
        var even = d[1] + d[3] + d[5] + d[7];
        return (((odd * 7) - even) % 10 + 10) % 10 == d[9] && d.Take(Length - 1).Sum() % 10 == d[10];
    }
}
