using System.Text.Json;
using Santral.Domain.Kernel;
using Santral.Engine;
using Santral.Views;
using Santral.Views.Rows;
using Santral.Views.Topics;
using Xunit;

namespace Santral.Adapters.Tests.Views;

/// <summary>G8: a topic's snapshot plus its changes equals a fresh snapshot.</summary>
public sealed class TopicLawTests
{
    private const int Seeds = 60;
    private const int Records = 250;

    [Fact]
    public void Snapshot_and_changes_equal_a_fresh_snapshot_for_every_topic_and_batch()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var story = RandomStory.Write(seed, Records);
            var random = new Random(seed);
            var fold = new TopicFold(ViewPack.Pack, story.Sealer);
            var book = new TopicBook(fold);
            var seen = new Dictionary<string, Screen>();
            for (var i = 0; i < story.Records.Count;)
            {
                // A console may begin to look at any moment.
                foreach (var topic in RandomStory.Topics().Where(t => !seen.ContainsKey(t) && (random.Next(30) == 0 || i > Records / 2)))
                {
                    seen[topic] = new(book.Open(Santral.Views.Model.TopicKey.Parse(topic)!.Value));
                }

                for (var batch = random.Next(1, 4); batch > 0 && i < story.Records.Count; batch--, i++)
                {
                    fold.Fold(i + 1, story.Records[i]);
                }

                book.Publish(_ => { }, change => seen[change.Topic].Apply(change, $"seed {seed}, record {i}"));
                foreach (var (topic, screen) in seen)
                {
                    Assert.Equal(Screen.Draw(fold.Fresh(topic)), screen.Drawn, $"seed {seed}, record {i} ({story.Records[i - 1].Events[0]}), {topic}");
                }
            }

            Assert.Equal(RandomStory.Topics().Count(), seen.Count);
        }
    }

    [Fact]
    public void Folding_all_at_once_draws_what_folding_one_by_one_drew()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var story = RandomStory.Write(seed, Records);
            var one = new TopicFold(ViewPack.Pack, story.Sealer);
            var live = new TopicBook(one);
            foreach (var topic in RandomStory.Topics())
            {
                live.Open(Santral.Views.Model.TopicKey.Parse(topic)!.Value);
            }

            var two = new TopicFold(ViewPack.Pack, story.Sealer);
            for (var i = 0; i < story.Records.Count; i++)
            {
                one.Fold(i + 1, story.Records[i]);
                live.Publish(_ => { }, _ => { });
                two.Fold(i + 1, story.Records[i]);
            }

            foreach (var topic in RandomStory.Topics())
            {
                var key = Santral.Views.Model.TopicKey.Parse(topic)!.Value;
                Assert.Equal(Screen.Draw(two.Fresh(topic)), Screen.Draw(live.Snapshot(key).Rows), $"seed {seed}, {topic}");
            }
        }
    }

    [Fact]
    public void Every_event_of_the_domain_is_known_to_the_views()
    {
        var unknown = new List<string>();
        foreach (var type in typeof(IEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && t is { IsAbstract: false, IsInterface: false }))
        {
            var record = new Story().Add(new("x", Guid.Empty.ToString("N")), (IEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).Records[0];
            try
            {
                new TopicFold(ViewPack.Pack, new Messaging.Kit.PlainSealer()).Fold(1, record);
            }
            catch (ViewFoldException failure) when (failure.InnerException?.Message.StartsWith("The views know no", StringComparison.Ordinal) == true)
            {
                unknown.Add(type.Name);
            }
            catch (ViewFoldException)
            {
                // An empty event cannot be folded; here it matters only that its name is known.
            }
        }

        Assert.Empty(unknown);
    }

    /// <summary>A console: a snapshot and what was applied to it.</summary>
    private sealed class Screen
    {
        private readonly SortedDictionary<string, string> rows = new(StringComparer.Ordinal);
        private long seq;

        public Screen(TopicSnapshot snapshot)
        {
            seq = snapshot.Seq;
            Put(snapshot.Rows);
        }

        public string Drawn => string.Join('\n', rows.Select(r => $"{r.Key} {r.Value}"));

        public static string Draw(IReadOnlyList<RowChange> fresh)
        {
            var screen = new Screen(new("", 0, fresh));
            Assert.Equal(fresh.Count, screen.rows.Count);
            return screen.Drawn;
        }

        public void Apply(TopicChange change, string where)
        {
            Assert.True(change.Prev == seq, $"A gap at {where}: {change.Prev} after {seq} in {change.Topic}.");
            Assert.True(change.Seq > seq, $"No step at {where}.");
            seq = change.Seq;
            Put(change.Changes);
        }

        private void Put(IReadOnlyList<RowChange> changes)
        {
            foreach (var change in changes)
            {
                var key = $"{change.Kind}/{change.Id}";
                if (change.Row is null)
                {
                    Xunit.Assert.True(rows.Remove(key), $"{key} was removed and never shown.");
                }
                else
                {
                    rows[key] = JsonSerializer.Serialize(change.Row, change.Row.GetType());
                }
            }
        }
    }

    private static class Assert
    {
        public static void Equal(string expected, string actual, string where) => Xunit.Assert.True(expected == actual, $"At {where}\nfresh:\n{expected}\nscreen:\n{actual}");

        public static void Equal(int expected, int actual) => Xunit.Assert.Equal(expected, actual);

        public static void True(bool condition, string message) => Xunit.Assert.True(condition, message);

        public static void Empty(List<string> names) => Xunit.Assert.Empty(names);
    }
}
