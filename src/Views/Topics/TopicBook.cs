using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>
/// The topics someone looks at, with the rows they were last shown. A change is what differs from them, so that an event which
/// concerns only what a topic hides says nothing there: not even by an empty change.
/// </summary>
internal sealed class TopicBook(TopicFold fold)
{
    private readonly Dictionary<TopicKey, OpenTopic> open = [];

    public int Count => open.Count;

    public TopicSnapshot Snapshot(TopicKey key) => open.TryGetValue(key, out var topic)
        ? topic.Snapshot()
        : new(key.ToString(), fold.Sequence, fold.Draw(key));

    public TopicSnapshot Open(TopicKey key)
    {
        if (!open.TryGetValue(key, out var topic))
        {
            open.Add(key, topic = new(key.ToString(), fold.Sequence, fold.Draw(key)));
        }

        topic.Holders++;
        return topic.Snapshot();
    }

    public void Close(TopicKey key)
    {
        if (open.TryGetValue(key, out var topic) && --topic.Holders == 0)
        {
            open.Remove(key);
        }
    }

    /// <summary>Draws what the folded records marked and tells what differs; then the marks are clean.</summary>
    public void Publish(Action<string> rights, Action<TopicChange> change)
    {
        var marks = fold.State.Marks;
        foreach (var key in marks.RightsChanged.Where(open.ContainsKey))
        {
            rights(key.ToString());
        }

        var whole = new HashSet<TopicKey>(marks.Topics.Where(open.ContainsKey));
        whole.UnionWith(open.Keys.Where(Marked));
        var single = marks.Rows.Where(r => open.ContainsKey(r.Topic) && !whole.Contains(r.Topic)).ToLookup(r => r.Topic);
        foreach (var rows in single)
        {
            if (Rows(rows.Key, rows) is { } changed)
            {
                change(changed);
            }
        }

        foreach (var key in whole)
        {
            if (open[key].Replace(fold.Draw(key), fold.Sequence) is { } changed)
            {
                change(changed);
            }
        }

        marks.Clear();
    }

    private bool Marked(TopicKey key)
    {
        var marks = fold.State.Marks;
        return marks.Families.Contains(key.Family)
            || (key.Family is TopicFamily.Card && marks.Citizens.Count > 0 && Guid.TryParse(key.Key, out var id)
                && fold.State.Contacts.TryGetValue(new(id), out var contact) && contact.Citizen is { } citizen && marks.Citizens.Contains(citizen));
    }

    private TopicChange? Rows(TopicKey key, IEnumerable<RowMark> marks)
    {
        var topic = open[key];
        var rows = TopicRows.Of(key.Family);
        var changes = new List<RowChange>();
        foreach (var mark in marks)
        {
            if (!rows.TryOne(fold.State, key.Key, mark.Kind, mark.Id, out var row))
            {
                return topic.Replace(fold.Draw(key), fold.Sequence);
            }

            changes.Add(new(mark.Kind, mark.Id, row));
        }

        return topic.Change(changes, fold.Sequence);
    }

    private sealed class OpenTopic
    {
        private readonly string name;
        private readonly Dictionary<(string Kind, string Id), IRow> rows = [];
        private long seq;

        public OpenTopic(string name, long seq, IReadOnlyList<RowChange> drawn)
        {
            this.name = name;
            this.seq = seq;
            foreach (var row in drawn)
            {
                rows[(row.Kind, row.Id)] = row.Row!;
            }
        }

        public int Holders { get; set; }

        public TopicSnapshot Snapshot() => new(name, seq, [.. rows.Select(r => new RowChange(r.Key.Kind, r.Key.Id, r.Value))]);

        public TopicChange? Replace(IReadOnlyList<RowChange> drawn, long at)
        {
            var kept = drawn.Select(r => (r.Kind, r.Id)).ToHashSet();
            var gone = rows.Keys.Where(k => !kept.Contains(k)).Select(k => new RowChange(k.Kind, k.Id, null));
            return Change([.. gone, .. drawn], at);
        }

        public TopicChange? Change(IReadOnlyList<RowChange> candidates, long at)
        {
            var real = new List<RowChange>();
            foreach (var candidate in candidates)
            {
                var key = (candidate.Kind, candidate.Id);
                var known = rows.TryGetValue(key, out var old);
                if (candidate.Row is null ? !known : known && RowEquality.Same(old!, candidate.Row))
                {
                    continue;
                }

                real.Add(candidate);
                if (candidate.Row is null)
                {
                    rows.Remove(key);
                }
                else
                {
                    rows[key] = candidate.Row;
                }
            }

            if (real.Count == 0)
            {
                return null;
            }

            var prev = seq;
            seq = at;
            return new(name, prev, at, real);
        }
    }
}
