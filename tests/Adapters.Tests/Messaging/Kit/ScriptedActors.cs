using System.Collections.Concurrent;
using System.Threading.Channels;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Codec;
using Santral.Engine.Ports;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>
/// The door to the actors as an adapter sees it: one command id is applied once, another payload under it is refused, and a test
/// may let asks fail, be refused, or wait at a gate as if the disk were slow.
/// </summary>
internal sealed class ScriptedActors : IActors
{
    private readonly ConcurrentDictionary<CommandId, (ulong Hash, Reply Reply)> known = new();
    private readonly Channel<Asked> arrivals = System.Threading.Channels.Channel.CreateUnbounded<Asked>();

    /// <summary>Everything that was applied, in order: a repeat is not in it.</summary>
    public ConcurrentQueue<Asked> Applied { get; } = new();

    /// <summary>Answers instead of applying, when it gives an answer.</summary>
    public Func<Asked, Reply?> Instead { get; set; } = _ => null;

    /// <summary>What an applied command is answered with.</summary>
    public Func<Asked, IReply?> Answer { get; set; } = asked => new Taken(new ContactId(UuidV8.Of(asked.Id, 0)), null);

    /// <summary>Replies wait for it.</summary>
    public Task Durable { get; set; } = Task.CompletedTask;

    public IEnumerable<T> Commands<T>()
        where T : ICommand => Applied.Select(asked => asked.Command).OfType<T>();

    /// <summary>The next ask, applied or not.</summary>
    public async Task<Asked> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await arrivals.Reader.ReadAsync(deadline.Token);
    }

    public async ValueTask<Reply> AskAsync(ActorId target, ICommand command, CommandId id, Origin by, Lane lane = Lane.Normal, CancellationToken cancel = default)
    {
        var asked = new Asked(target, command, id, by);
        arrivals.Writer.TryWrite(asked);
        if (Instead(asked) is { } other)
        {
            return other;
        }

        var hash = RecordCodec.Default.PayloadHash(command);
        // Under a lock, because GetOrAdd alone may run its factory once for each of two racing callers.
        (ulong Hash, Reply Reply) first;
        lock (known)
        {
            first = known.GetOrAdd(id, _ =>
            {
                Applied.Enqueue(asked);
                return (hash, new Reply.Accepted(Answer(asked), Applied.Count));
            });
        }

        await Durable.WaitAsync(cancel);
        return first.Hash == hash ? first.Reply : new Reply.Rejected("command.id_reused", null);
    }

    internal sealed record Asked(ActorId Target, ICommand Command, CommandId Id, Origin By);
}
