using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>Seals legibly, so that a test can see what was sealed for whom; erased subjects no longer open.</summary>
internal sealed class PlainSealer : ISealer
{
    public HashSet<string> Erased { get; } = [];

    public Sealed<T> Seal<T>(string subject, DataClass dataClass, T value, CommandId command) =>
        new(subject, dataClass, Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(value)));

    public T? Open<T>(Sealed<T>? value)
        where T : class =>
        value is null || Erased.Contains(value.Subject) ? null : JsonSerializer.Deserialize<T>(Convert.FromBase64String(value.Box));

    public string Hash(string purpose, string normalised) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}:{normalised}")))[..32];
}
