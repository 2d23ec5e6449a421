using System.Security.Cryptography;
using System.Text;

namespace Santral.Messaging.Meta;

/// <summary><c>X-Hub-Signature-256</c>: <c>sha256=</c> and the hex HMAC-SHA256 of the raw body, keyed by the app secret.</summary>
internal sealed class MetaSignature(string appSecret)
{
    public const string Header = "X-Hub-Signature-256";
    private const string Prefix = "sha256=";

    private readonly byte[] key = Encoding.UTF8.GetBytes(appSecret);

    public bool IsValid(ReadOnlySpan<byte> body, string? given)
    {
        if (given is null || given.Length != Prefix.Length + (2 * HMACSHA256.HashSizeInBytes) || !given.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> offered = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(given.AsSpan(Prefix.Length), offered, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, expected);
        return CryptographicOperations.FixedTimeEquals(expected, offered);
    }

    /// <summary>What the provider would send; tests, the demo and the benchmark sign with it.</summary>
    public string Sign(ReadOnlySpan<byte> body) => Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(key, body));
}
