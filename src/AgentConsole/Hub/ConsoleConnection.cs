using System.Security.Claims;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Hub;

/// <summary>One open console. The topics are guarded by <see cref="ConsoleTopics"/>.</summary>
internal sealed class ConsoleConnection(string id, ClaimsPrincipal user, Viewer viewer, Action abort) : IDisposable
{
    private readonly CancellationTokenSource closed = new();

    public string Id { get; } = id;
    public ClaimsPrincipal User { get; } = user;
    public Viewer Viewer { get; set; } = viewer;
    public Outbox Outbox { get; } = new();
    public Dictionary<string, IDisposable?> Topics { get; } = new(StringComparer.Ordinal);
    public CancellationToken Closed => closed.Token;

    /// <summary>Ends the connection from our side.</summary>
    public void Abort() => abort();

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
        Outbox.Dispose();
    }
}
