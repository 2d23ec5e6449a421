using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Santral.Benchmarks.Table;

/// <summary>The same figures for people and for programs, each with the machine's state at the time.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load average {Load()}, {DateTime.UtcNow:u}");

    public static void Header(TextWriter output) =>
        output.WriteLine($"{"figure",-58} {"disk",-6} {"value",12} {"(worst - best run)",-24} {"peer",-52} {"peer's value",12}  ratio, median (min-max)");

    public static void Row(TextWriter output, Figure figure)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Name,-58} {figure.Disk,-6} {Number(figure.Value) + " " + figure.Unit,12} {$"({Number(figure.Low)} - {Number(figure.High)})",-24} {figure.Peer,-52} {(figure.PeerValue is { } peer ? Number(peer) : "-"),12}  {Ratio(figure.Ratio)}"));
        output.WriteLine($"    {figure.Conditions}");
    }

    public static string ToJson(string before, string after, IReadOnlyList<Figure> figures, IReadOnlyList<string> failures) =>
        JsonSerializer.Serialize(new { machine = before, machineAtEnd = after, figures, failures }, Json);

    private static string Ratio(Ratio? ratio) => ratio is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Number(ratio.Median)}x ({Number(ratio.Min)}-{Number(ratio.Max)})");

    private static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "N0", >= 10 => "N1", _ => "N2" }, CultureInfo.InvariantCulture);

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
