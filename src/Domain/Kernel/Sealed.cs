namespace Santral.Domain.Kernel;

/// <summary>Which key protects a value; the classes have different legal lives, so erasure destroys them one by one.</summary>
public enum DataClass
{
    /// <summary>Names, numbers, addresses, recordings.</summary>
    Contact,

    /// <summary>The words of messages and notes.</summary>
    Message,

    /// <summary>What a case file says of a person.</summary>
    CaseFile,

    /// <summary>Bank and payment data.</summary>
    Payment,
}

/// <summary>
/// Personal data, encrypted before it reaches a command. Deciders carry it and never open it; views and ports do.
/// Without its key it reads as erased, and replay still equals live.
/// </summary>
/// <param name="Subject">Whose key: <c>citizen/…</c>, <c>address/…</c> or <c>agent/…</c>.</param>
/// <param name="Box">Base64 of nonce, ciphertext and tag (AES-256-GCM).</param>
public sealed record Sealed<T>(string Subject, DataClass Class, string Box)
{
    public override string ToString() => $"Sealed({Class})";
}
