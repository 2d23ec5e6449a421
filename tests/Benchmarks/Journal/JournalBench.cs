using System.Diagnostics;
using System.Globalization;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.Benchmarks.Journal;

/// <summary>
/// <c>journal [append|layouts|read|seal] [--seconds S] [--pairs N]</c>: prints the tables of docs/adr/0003-record-layout.md.
/// Peers run interleaved, ABAB; the ratio is the median of the pairs. Every figure is for this machine and disk.
/// </summary>
public static class JournalBench
{
    private static readonly int[] CallerCounts = [1, 100, 1000];
    private static readonly int[] GroupSizes = [1, 100, 1000];

    /// <summary>With 1,000 records each, half a million: enough for an index of random keys to leave the small.</summary>
    private const int LayoutCommits = 500;

    public static async Task RunAsync(string[] args)
    {
        var seconds = double.Parse(Option(args, "--seconds", "2"), CultureInfo.InvariantCulture);
        var pairs = int.Parse(Option(args, "--pairs", "5"), CultureInfo.InvariantCulture);
        var only = args.FirstOrDefault(arg => arg is "append" or "layouts" or "read" or "seal");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {Workload.RecordBytes} B records, {Workload.Actors} actors, synchronous=FULL, {seconds} s a run, {pairs} pairs, {DateTime.UtcNow:u}"));
        if (only is null or "append")
        {
            await AppendAsync(TimeSpan.FromSeconds(seconds), pairs);
        }

        if (only is null or "layouts")
        {
            Layouts(pairs);
        }

        if (only is null or "read")
        {
            await ReadAsync();
        }

        if (only is null or "seal")
        {
            Seal(TimeSpan.FromSeconds(seconds));
        }
    }

    private static async Task AppendAsync(TimeSpan time, int pairs)
    {
        Console.WriteLine("\ncallers  commit    journal/s      p50 ms   p99 ms   one txn per event/s   ratio median (min-max)");
        foreach (var slow in new[] { false, true })
        {
            foreach (var callers in CallerCounts)
            {
                var own = new List<CallersResult>();
                var peer = new List<CallersResult>();
                for (var pair = 0; pair < pairs; pair++)
                {
                    own.Add(await OwnAsync(callers, slow, time));
                    peer.Add(await PeerAsync(callers, slow, time));
                }

                var ratios = own.Zip(peer, (a, b) => a.PerSecond / b.PerSecond).Order().ToList();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{callers,7}  {(slow ? "+1 ms" : "real"),-6} {Median(own.Select(r => r.PerSecond)),12:N0} {Median(own.Select(r => r.P50)),10:F3} {Median(own.Select(r => r.P99)),8:F3} {Median(peer.Select(r => r.PerSecond)),18:N0}   {ratios[ratios.Count / 2]:F1}x ({ratios[0]:F1}-{ratios[^1]:F1})"));
            }
        }
    }

    internal static async Task<CallersResult> OwnAsync(int callers, bool slow, TimeSpan time)
    {
        using var folder = new BenchFolder();
        await using var journal = SqliteJournal.Open(new() { Folder = folder.Path, AfterCommit = slow ? SlowDisk.Wait : null });
        return await Callers.RunAsync(journal.Append, new(), callers, time);
    }

    internal static async Task<CallersResult> PeerAsync(int callers, bool slow, TimeSpan time)
    {
        using var folder = new BenchFolder();
        using var peer = new OneTransactionPerEvent(folder.Path, slow ? SlowDisk.Wait : null);
        return await Callers.RunAsync(peer.Append, new(), callers, time);
    }

    private static void Layouts(int rounds)
    {
        var kinds = new (string Name, Func<string, Action?, ILayout> Open)[]
        {
            ("row + unique index", (folder, wait) => new RowPerRecord(folder, indexInTransaction: true, wait)),
            ("row, B-tree behind", (folder, wait) => new RowPerRecord(folder, indexInTransaction: false, wait)),
            ("packed 32K, B-tree behind", (folder, wait) => new Packed(folder, segments: false, 32 * 1024, wait)),
            ("packed 32K, segments behind", (folder, wait) => new Packed(folder, segments: true, 32 * 1024, wait)),
            ("packed 128K, segments behind", (folder, wait) => new Packed(folder, segments: true, 128 * 1024, wait)),
        };
        Console.WriteLine($"\n{LayoutCommits} commits a run, median of {rounds} interleaved rounds: records/s, and in brackets the process's CPU microseconds per record, until the index has settled");
        Console.WriteLine($"{"layout",-30} {"commit",-6} {string.Join(' ', GroupSizes.Select(size => $"{size + " per commit",22}"))}");
        foreach (var slow in new[] { false, true })
        {
            var results = kinds.ToDictionary(kind => kind.Name, _ => GroupSizes.ToDictionary(size => size, _ => new List<(double Rate, double Cpu)>()));
            for (var round = 0; round < rounds; round++)
            {
                foreach (var size in GroupSizes)
                {
                    foreach (var (name, open) in kinds)
                    {
                        using var folder = new BenchFolder();
                        results[name][size].Add(OneLayout(open(folder.Path, slow ? SlowDisk.Wait : null), size));
                    }
                }
            }

            foreach (var (name, _) in kinds)
            {
                var cells = GroupSizes.Select(size => string.Create(CultureInfo.InvariantCulture, $"{Median(results[name][size].Select(r => r.Rate)),12:N0} ({Median(results[name][size].Select(r => r.Cpu)),6:F1})"));
                Console.WriteLine($"{name,-30} {(slow ? "+1 ms" : "real"),-6} {string.Join(' ', cells.Select(cell => $"{cell,22}"))}");
            }
        }
    }

    private static (double Rate, double Cpu) OneLayout(ILayout layout, int size)
    {
        using var own = layout;
        var workload = new Workload();
        var random = new Random(7);
        var group = new EncodedRecord[size];
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        for (var commit = 0; commit < LayoutCommits; commit++)
        {
            for (var i = 0; i < size; i++)
            {
                group[i] = workload.Next(random, 0, 1);
            }

            layout.Commit(group);
        }

        layout.Settle();
        process.Refresh();
        var records = (double)size * LayoutCommits;
        return (records / clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalMicroseconds / records);
    }

    private static async Task ReadAsync()
    {
        const int Records = 2_000_000;
        const int Loads = 20_000;
        using var folder = new BenchFolder();
        var workload = new Workload();
        var random = new Random(7);
        await using (var journal = SqliteJournal.Open(new() { Folder = folder.Path }))
        {
            var last = new Last();
            for (var sent = 0; sent < Records;)
            {
                last.Expect(Math.Min(10_000, Records - sent));
                for (var i = 0; i < 10_000 && sent < Records; i++, sent++)
                {
                    journal.Append(workload.Next(random, 0, 1), last);
                }

                await last.Task;
            }
        }

        var opening = Stopwatch.StartNew();
        await using var opened = SqliteJournal.Open(new() { Folder = folder.Path });
        var open = opening.Elapsed;
        var actors = new List<ActorId>();
        for (var round = 1; round <= 3; round++)
        {
            var clock = Stopwatch.StartNew();
            long bytes = 0, count = 0;
            await foreach (var record in opened.ReadAsync(0, default))
            {
                bytes += record.Bytes.Length;
                if (++count % (Records / Loads) == 0 && round == 1)
                {
                    actors.Add(record.Actor);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round == 1 ? "\n" : "")}scan {count:N0} records, {bytes / 1e6:N0} MB: {count / clock.Elapsed.TotalSeconds:N0} records/s"));
        }

        var loading = Stopwatch.StartNew();
        long loaded = 0;
        foreach (var actor in actors)
        {
            loaded += (await opened.LoadAsync(actor, 0, default)).Count;
        }

        var each = loading.Elapsed.TotalMicroseconds / actors.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load of one actor (about {loaded / actors.Count} records spread over the store): {each:F0} us; open with {Records:N0} records: {open.TotalMilliseconds:F0} ms"));
        var verifying = Stopwatch.StartNew();
        var report = StoreVerifier.Verify(folder.Path);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verify without replay: {report.Sequence / verifying.Elapsed.TotalSeconds:N0} records/s, {(report.Proven ? "proven" : report.Fault!.ToString())}"));
    }

    private static void Seal(TimeSpan time)
    {
        using var folder = new BenchFolder();
        using var keys = SqliteKeyStore.Open(folder.Path, Path.Combine(folder.Path, "master.key"));
        var sealer = new Sealer(keys);
        var subjects = Enumerable.Range(0, 1000).Select(n => $"citizen/{n}").ToArray();
        var command = CommandId.From("bench");
        var box = sealer.Seal(subjects[0], DataClass.Contact, "Ayşe Yılmaz 0552 153 00 34", command);
        Console.WriteLine();
        Rate("seal 30 characters", n => sealer.Seal(subjects[n % subjects.Length], DataClass.Contact, "Ayşe Yılmaz 0552 153 00 34", command));
        Rate("open 30 characters", _ => sealer.Open(box));
        Rate("keyed hash", _ => sealer.Hash("address", "+905521530034"));

        void Rate(string name, Action<int> work)
        {
            var count = 0;
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < time)
            {
                for (var i = 0; i < 1000; i++)
                {
                    work(count++);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count / clock.Elapsed.TotalSeconds:N0}/s on one core"));
        }
    }

    private static string Option(string[] args, string name, string otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>Completes when so many appends are durable.</summary>
    private sealed class Last : IAppendCompletion
    {
        private TaskCompletionSource done = new();
        private int left;

        public Task Task => done.Task;

        public void Expect(int count) => (done, left) = (new(TaskCreationOptions.RunContinuationsAsynchronously), count);

        public void Durable(long sequence)
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                done.SetResult();
            }
        }

        public void Failed(AppendFailure failure) => done.TrySetException(new InvalidOperationException($"An append failed: {failure}."));
    }
}

internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("santral-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
