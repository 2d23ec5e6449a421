namespace Santral.Packs;

public enum PackSeverity
{
    Warning,
    Error,
}

/// <summary>One thing wrong with a pack.</summary>
/// <param name="Path">File and JSON path, such as <c>services.json: $.services[3].unti</c>.</param>
/// <param name="Message">What is wrong and what to do, for the person who writes packs.</param>
public sealed record PackProblem(PackSeverity Severity, string Path, string Message)
{
    public override string ToString() => $"{(Severity == PackSeverity.Error ? "error" : "warning")} {Path}: {Message}";
}

/// <summary>The pack cannot be used; <see cref="Problems"/> holds every error, not only the first.</summary>
public sealed class PackInvalidException : Exception
{
    public PackInvalidException() => Problems = [];

    public PackInvalidException(string message) : base(message) => Problems = [];

    public PackInvalidException(string message, Exception innerException) : base(message, innerException) => Problems = [];

    public PackInvalidException(string directory, IReadOnlyList<PackProblem> problems)
        : base($"The pack in '{directory}' cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}") => Problems = problems;

    public IReadOnlyList<PackProblem> Problems { get; }
}
