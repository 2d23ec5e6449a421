using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Santral.EndToEnd.Telephony;

/// <summary>The youngest lines of a log, for the message of a test that failed.</summary>
internal sealed class LastWords : ILoggerProvider, ILogger
{
    private const int Most = 60;
    private readonly ConcurrentQueue<string> lines = new();

    public override string ToString() => string.Join(Environment.NewLine, lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{DateTime.UtcNow:HH:mm:ss.fff} {logLevel} {formatter(state, exception)} {exception}");
        while (lines.Count > Most)
        {
            lines.TryDequeue(out _);
        }
    }

    public void Dispose()
    {
    }
}
