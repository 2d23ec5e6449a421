namespace Santral.Silo.Verbs;

internal static class Usage
{
    /// <summary>Exit code of a command that was not understood.</summary>
    public const int NotUnderstood = 2;

    public static int Print()
    {
        Console.Error.WriteLine("santral: run | verify --data DIR | token --role ROLE --data DIR | pack check DIR");
        return NotUnderstood;
    }

    /// <summary>Says in one line why nothing was done.</summary>
    public static int Refuse(string why)
    {
        Console.Error.WriteLine($"santral: {why}");
        return NotUnderstood;
    }
}
