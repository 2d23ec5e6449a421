using System.Security.Cryptography;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>Keys that end with the process. With a seed they are the same in every run, for simulation and golden files.</summary>
public sealed class InMemoryKeyStore(string? seed = null) : IKeyStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Subject, DataClass Class), byte[]?> keys = [];

    public byte[] HashKey { get; } = Make(seed, "hash");

    public byte[]? Key(string subject, DataClass dataClass)
    {
        lock (gate)
        {
            if (!keys.TryGetValue((subject, dataClass), out var key))
            {
                key = Make(seed, $"{dataClass}/{subject}");
                keys.Add((subject, dataClass), key);
            }

            return key;
        }
    }

    public void Flush()
    {
    }

    public void Destroy(string subject, DataClass dataClass)
    {
        lock (gate)
        {
            keys[(subject, dataClass)] = null;
        }
    }

    private static byte[] Make(string? seed, string name) =>
        seed is null ? RandomNumberGenerator.GetBytes(32) : SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{seed}/{name}"));
}
