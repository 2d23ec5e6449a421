using Santral.Views.Rows;

namespace Santral.Views;

/// <summary>One step of a topic. A <see cref="Prev"/> other than the last seen <see cref="Seq"/> is a gap: fetch a fresh snapshot.</summary>
public sealed record TopicChange(string Topic, long Prev, long Seq, IReadOnlyList<RowChange> Changes);

/// <summary><see cref="Row"/> null removes.</summary>
public readonly record struct RowChange(string Kind, string Id, IRow? Row);

/// <summary>All rows of a topic as of <see cref="Seq"/>.</summary>
public sealed record TopicSnapshot(string Topic, long Seq, IReadOnlyList<RowChange> Rows);

/// <summary>The consoles' source: the journal's tail, folded per topic.</summary>
public interface ITopics
{
    TopicSnapshot Snapshot(string topic);

    /// <summary>Calls back, in order and from one thread, for every change of any topic.</summary>
    IDisposable Listen(Action<TopicChange> onChange);

    /// <summary>Completes when the views have folded the journal up to a sequence.</summary>
    ValueTask WaitForAsync(long sequence, CancellationToken cancel);
}
