using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Domain.Agents;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Engine.Ports;

namespace Santral.AgentConsole.Staff;

/// <summary>Gives every account that is an agent its actor: at start, and when an account changes.</summary>
internal sealed partial class AgentsDefiner(StaffStore staff, IActors actors, ISealer sealer, IPackSource packs, TimeProvider time, ILogger<AgentsDefiner> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim changed = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        staff.Changed += Wake;
        try
        {
            while (true)
            {
                await changed.WaitAsync(stoppingToken).ConfigureAwait(false);
                while (!await DefineAllAsync(stoppingToken).ConfigureAwait(false))
                {
                    await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not defined yet is defined at the next start.
        }
        finally
        {
            staff.Changed -= Wake;
        }
    }

    public override void Dispose()
    {
        changed.Dispose();
        base.Dispose();
    }

    private void Wake(string user) => changed.Release();

    private async Task<bool> DefineAllAsync(CancellationToken cancel)
    {
        var done = true;
        foreach (var account in staff.UndefinedAgents())
        {
            var agent = account.Agent!.Value;
            var id = CommandId.From($"define/{agent}/{account.Stamp}");
            var pack = packs.Current;
            var desk = account.Desk ?? pack.Queues[0].Desk;
            var command = new DefineAgent(
                sealer.Seal($"agent/{agent}", DataClass.Contact, account.Name, id), desk, SkillsOf(pack, desk), pack.Limits.ConversationsPerAgent, account.Endpoint,
                account.Extension);
            var reply = await actors.AskAsync(agent.Actor, command, id, Origin.System, cancel: cancel).ConfigureAwait(false);
            switch (reply)
            {
                case Reply.Accepted:
                    staff.MarkDefined(account);
                    break;
                case Reply.Rejected refused:
                    LogRefused(logger, refused.Code);
                    staff.MarkDefined(account);
                    break;
                case Reply.Unavailable:
                    done = false;
                    break;
                default:
                    throw new InvalidOperationException($"{reply.GetType().Name} is no reply.");
            }
        }

        return done;
    }

    private static System.Collections.Immutable.ImmutableArray<string> SkillsOf(Pack pack, DeskId desk) =>
        [.. pack.Queues.Where(q => q.Desk == desk).SelectMany(q => q.Skills).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [LoggerMessage(Level = LogLevel.Error, Message = "An agent's definition was refused: {Code}")]
    private static partial void LogRefused(ILogger logger, string code);
}
