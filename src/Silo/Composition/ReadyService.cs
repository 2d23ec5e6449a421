using Santral.Engine.Ports;
using Santral.Silo.Health;
using Santral.Views;

namespace Santral.Silo.Composition;

/// <summary>Runs last: says when what was stored before the start is on the screens again.</summary>
internal sealed partial class ReadyService(IJournal journal, ITopics topics, StartGate gate, SiloSettings settings, ILogger<ReadyService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var until = journal.DurableSequence;
        await topics.WaitForAsync(until, stoppingToken);
        gate.MarkOpen();
        Ready(log, settings.Urls, settings.Engine, settings.Data, until);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Santral is ready at {Urls}: engine {Engine}, data {Data}, {Records} records.")]
    private static partial void Ready(ILogger log, string urls, string engine, string data, long records);
}
