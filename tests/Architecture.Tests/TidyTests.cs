using Xunit;

namespace Santral.Architecture.Tests;

/// <summary>Habits that keep a newcomer's way short.</summary>
public sealed class TidyTests
{
    private const int MostLinesPerFile = 500;
    private const int MedianLinesPerFile = 90;
    private const int ProgramFitsOneScreen = 80;

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = SourceTree.CSharp("src").Concat(SourceTree.CSharp("tests")).Where(file => file.Lines.Length > MostLinesPerFile).Select(file => $"{file.Path}: {file.Lines.Length}");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_median_source_file_is_shorter_than_90_lines()
    {
        var lengths = SourceTree.CSharp("src").Select(file => file.Lines.Length).Order().ToArray();
        Assert.InRange(lengths[lengths.Length / 2], 1, MedianLinesPerFile);
    }

    [Fact]
    public void Program_fits_one_screen() =>
        Assert.InRange(SourceTree.CSharp("src/Silo").Single(file => file.Path.EndsWith("Silo/Program.cs", StringComparison.Ordinal)).Lines.Length, 1, ProgramFitsOneScreen);

    /// <summary>The process that is killed and the benchmarks that imitate a slow disk wait on purpose; they are no tests.</summary>
    [Fact]
    public void Tests_do_not_sleep()
    {
        var sleepers = SourceTree.CSharp("tests")
            .Where(file => !file.Path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal) && !file.Path.StartsWith("tests/CrashHost/", StringComparison.Ordinal) && !file.Path.StartsWith("tests/Benchmarks/", StringComparison.Ordinal))
            .SelectMany(file => file.Code(), (file, line) => (file, line))
            .Where(at => at.line.Text.Contains("Thread.Sleep", StringComparison.Ordinal) || at.line.Text.Contains("Task.Delay(", StringComparison.Ordinal))
            .Select(at => $"{at.file.Path}:{at.line.Number}: wait for a named event with a deadline instead");
        Assert.Empty(sleepers);
    }

    [Fact]
    public void Nothing_is_left_to_do_in_the_margins()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        var findings = SourceTree.CSharp("src")
            .SelectMany(file => file.Lines.Select((text, i) => (file.Path, Number: i + 1, Text: text)))
            .Where(line => marks.Any(mark => line.Text.Contains(mark, StringComparison.Ordinal)))
            .Select(line => $"{line.Path}:{line.Number}");
        Assert.Empty(findings);
    }
}
