using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Santral.Messaging.Http;

namespace Santral.Messaging.Twilio;

/// <summary>
/// <c>X-Twilio-Signature</c>: base64 of HMAC-SHA1 over the public address followed by every field's name and value in sorted
/// order, keyed by the account's auth token (the provider's page "Validating requests are coming from Twilio").
/// </summary>
internal sealed class TwilioSignature(string authToken)
{
    public const string Header = "X-Twilio-Signature";
    private const int Base64Bytes = 28;

    private readonly byte[] key = Encoding.UTF8.GetBytes(authToken);

    /// <param name="url">As the provider calls it: public address, path and query, still escaped.</param>
    public bool IsValid(string url, FormBody form, string? given)
    {
        Span<byte> offered = stackalloc byte[Base64Bytes];
        if (given is not { Length: Base64Bytes } || Encoding.Latin1.GetBytes(given, offered) != Base64Bytes)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[Base64Bytes];
        Compute(url, form, expected);
        return CryptographicOperations.FixedTimeEquals(expected, offered);
    }

    /// <summary>What the provider would send; tests, the demo and the benchmark sign with it.</summary>
    public string Sign(string url, FormBody form)
    {
        Span<byte> signature = stackalloc byte[Base64Bytes];
        Compute(url, form, signature);
        return Encoding.ASCII.GetString(signature);
    }

    private void Compute(string url, FormBody form, Span<byte> base64)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(url.Length) + form.DecodedBytes);
        try
        {
            var length = Encoding.UTF8.GetBytes(url, rented);
            length += form.WriteSorted(rented.AsSpan(length));
            Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1; it is its choice, and HMAC does not rest on collision resistance.
            HMACSHA1.HashData(key, rented.AsSpan(0, length), hash);
#pragma warning restore CA5350
            Base64.EncodeToUtf8(hash, base64, out _, out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
