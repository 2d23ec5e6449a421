namespace Santral.EndToEnd.Harness;

/// <summary>Says what a reader of the whole run should see: <c>./santral test</c> prints every line with this mark.</summary>
internal static class Show
{
    private const string Mark = "[show]";

    /// <summary>On a line of its own, whatever the runner puts before what a test prints.</summary>
    public static void Line(string words) => Console.WriteLine($"\n{Mark} {words}");
}
