using Santral.Domain.Kernel;

namespace Santral.Engine.Ports;

/// <summary>
/// Seals personal data at the edge and opens it in views and ports. Keys are per subject and data class, in a store of
/// their own; a new key is durable before the journal commits a record that needs it.
/// </summary>
public interface ISealer
{
    /// <summary>
    /// Deterministic for equal key, value and command id, so that a retried command has the same bytes.
    /// </summary>
    Sealed<T> Seal<T>(string subject, DataClass dataClass, T value, CommandId command);

    /// <summary>Null when the key was destroyed: the value reads as erased.</summary>
    T? Open<T>(Sealed<T>? value) where T : class;

    /// <summary>A keyed hash (hex, 32 characters) for look-up; <paramref name="purpose"/> separates address, identity, trigram…</summary>
    string Hash(string purpose, string normalised);
}

/// <summary>The keys' own store. Never exported with the journal.</summary>
public interface IKeyStore
{
    /// <summary>The key of a subject and class, made on first use; null when it was destroyed.</summary>
    byte[]? Key(string subject, DataClass dataClass);

    /// <summary>The key of keyed hashes, one per store.</summary>
    byte[] HashKey { get; }

    /// <summary>Makes every key handed out so far durable. The journal calls it before each commit; it is free when nothing is new.</summary>
    void Flush();

    /// <summary>Destroys the key for ever.</summary>
    void Destroy(string subject, DataClass dataClass);
}
