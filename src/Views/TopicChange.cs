using Santral.Views.Rows;

namespace Santral.Views;

/// <summary>One step of a topic. A <see cref="Prev"/> other than the last seen <see cref="Seq"/> is a gap: fetch a fresh snapshot.</summary>
public sealed record TopicChange(string Topic, long Prev, long Seq, IReadOnlyList<RowChange> Changes);

/// <summary><see cref="Row"/> null removes.</summary>
public readonly record struct RowChange(string Kind, string Id, IRow? Row);

/// <summary>All rows of a topic as of <see cref="Seq"/>.</summary>
public sealed record TopicSnapshot(string Topic, long Seq, IReadOnlyList<RowChange> Rows);

/// <summary>
/// The consoles' source: the journal's tail, folded per topic. A topic's rows are kept, and its changes published, only while
/// someone holds it open, so that memory follows the consoles and not the years of the journal.
/// </summary>
public interface ITopics
{
    /// <summary>The journal position up to which the views have folded.</summary>
    long Sequence { get; }

    /// <summary>The topic as it is now. It is not kept: to follow it, hold it open.</summary>
    TopicSnapshot Snapshot(string topic);

    /// <summary>Holds the topic open until disposed.</summary>
    /// <param name="onOpened">Called before this returns, and before any later change of the topic is published.</param>
    IDisposable Open(string topic, Action<TopicSnapshot> onOpened);

    /// <summary>Calls back, in order and one at a time, for every change of any open topic. The callback must be quick and must not call back in.</summary>
    /// <param name="onRights">Called, before the change itself, with an open topic of which the people who may see it have changed.</param>
    IDisposable Listen(Action<TopicChange> onChange, Action<string>? onRights = null);

    /// <summary>Completes when the views have folded the journal up to a sequence.</summary>
    ValueTask WaitForAsync(long sequence, CancellationToken cancel);
}
