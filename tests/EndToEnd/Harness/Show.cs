namespace Santral.EndToEnd.Harness;

/// <summary>Says what a reader of the whole run should see: <c>./santral test</c> prints every line with this mark.</summary>
internal static class Show
{
    private const string Mark = "[show]";

    public static void Line(string words) => File.AppendAllText(Checkout.ShownLines, $"{Mark} {words}\n");
}
