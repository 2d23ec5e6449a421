using System.Threading.Channels;

namespace Santral.Benchmarks.Engine;

/// <summary>
/// The peer without a disk: one channel and one reading loop per entity, asked with a completion source. It validates nothing,
/// forgets everything and is the bound of any actor on this machine.
/// </summary>
internal sealed class MailboxPeer
{
    private readonly Channel<TaskCompletionSource<long>>[] mailboxes;

    public MailboxPeer(int entities)
    {
        mailboxes = [.. Enumerable.Range(0, entities).Select(_ => Channel.CreateUnbounded<TaskCompletionSource<long>>(new() { SingleReader = true }))];
        foreach (var mailbox in mailboxes)
        {
            _ = ServeAsync(mailbox.Reader);
        }
    }

    public async ValueTask<bool> AskAsync(int entity)
    {
        var answer = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailboxes[entity].Writer.TryWrite(answer);
        return await answer.Task > 0;
    }

    public void Stop()
    {
        foreach (var mailbox in mailboxes)
        {
            mailbox.Writer.Complete();
        }
    }

    private static async Task ServeAsync(ChannelReader<TaskCompletionSource<long>> reader)
    {
        var state = 0L;
        await foreach (var asked in reader.ReadAllAsync())
        {
            asked.SetResult(++state);
        }
    }
}
