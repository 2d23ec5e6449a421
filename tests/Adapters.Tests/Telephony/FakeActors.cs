using System.Threading.Channels;
using Santral.Domain.Addresses;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Adapters.Tests.Telephony;

/// <summary>Keeps what it was asked, and takes every call as one contact unless told otherwise.</summary>
public sealed class FakeActors(ContactId contact) : IActors
{
    private readonly Channel<Asked> asked = Channel.CreateUnbounded<Asked>();

    public sealed record Asked(ActorId Target, ICommand Command, CommandId Id, Lane Lane);

    /// <summary>Null falls back to the ordinary answer.</summary>
    public Func<ICommand, Reply?> Answer { get; set; } = _ => null;

    public ValueTask<Reply> AskAsync(ActorId target, ICommand command, CommandId id, Origin by, Lane lane = Lane.Normal, CancellationToken cancel = default)
    {
        asked.Writer.TryWrite(new(target, command, id, lane));
        var reply = Answer(command) ?? new Reply.Accepted(command is ReceiveCall ? new Taken(contact, null) : null, 1);
        return ValueTask.FromResult(reply);
    }

    public async Task<Asked> NextAsync() => await asked.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public async Task<T> NextAsync<T>() where T : ICommand => Xunit.Assert.IsType<T>((await NextAsync()).Command);

    public bool NothingMore => !asked.Reader.TryRead(out _);
}
