using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Benchmarks.Journal;

/// <summary>
/// Records of about 300 bytes for 100,000 actors with random keys. Seeded: every run and every peer gets the same ones.
/// An actor belongs to one caller, so that its versions stay in order without any locking.
/// </summary>
public sealed class Workload
{
    public const int Actors = 100_000;
    public const int RecordBytes = 300;

    private readonly ActorId[] actors = new ActorId[Actors];
    private readonly long[] versions = new long[Actors];
    private readonly byte[][] bodies = new byte[64][];

    public Workload(int seed = 1)
    {
        var random = new Random(seed);
        Span<byte> key = stackalloc byte[16];
        for (var i = 0; i < Actors; i++)
        {
            random.NextBytes(key);
            actors[i] = new(ActorKinds.Case, new Guid(key).ToString("N"));
        }

        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = new byte[RecordBytes];
            random.NextBytes(bodies[i]);
        }
    }

    /// <summary>The next record of a random actor among those of the caller.</summary>
    public EncodedRecord Next(Random random, int caller, int callers)
    {
        var own = (Actors - caller + callers - 1) / callers;
        var actor = caller + (random.Next(own) * callers);
        return new(actors[actor], ++versions[actor], bodies[actor % bodies.Length]);
    }
}

/// <summary>A disk whose every commit takes a millisecond longer than this machine's, on which fsync is nearly free.</summary>
public static class SlowDisk
{
    public static readonly TimeSpan Added = TimeSpan.FromMilliseconds(1);

    /// <summary>A wait handle and not a spin: a thread that waits for a disk leaves its processor to others.</summary>
    public static void Wait()
    {
        using var never = new ManualResetEvent(false);
        never.WaitOne(Added);
    }
}
