using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>The values that are sealed. A further type is added here, or passed to the <see cref="Sealer"/> as another resolver.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PostalAddress))]
public sealed partial class SealedJson : JsonSerializerContext;

/// <summary>
/// AES-256-GCM under the key of (subject, class). The nonce is an HMAC over command id and plaintext, as in SIV: equal
/// input gives equal bytes, so a retried command has the same payload, and no nonce ever meets two plaintexts.
/// A box is bound to its subject and class: moved to another, it does not open.
/// </summary>
public sealed class Sealer(IKeyStore keys, IJsonTypeInfoResolver? furtherTypes = null) : ISealer
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int CommandBytes = 16;
    private const int HashBytes = 16;
    private const int StackBytes = 512;

    private readonly ConditionalWeakTable<byte[], Cipher> ciphers = [];

    private readonly JsonSerializerOptions json = new()
    {
        TypeInfoResolver = furtherTypes is null ? SealedJson.Default : JsonTypeInfoResolver.Combine(SealedJson.Default, furtherTypes),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="InvalidOperationException">The subject's key was destroyed: nothing more may be recorded about it.</exception>
    public Sealed<T> Seal<T>(string subject, DataClass dataClass, T value, CommandId command)
    {
        var key = keys.Key(subject, dataClass) ?? throw new InvalidOperationException($"The {dataClass} key was destroyed; a new subject is needed.");
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T)));
        var rented = ArrayPool<byte>.Shared.Rent(CommandBytes + plain.Length);
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        try
        {
            var cipher = ciphers.GetValue(key, Cipher.Of);
            command.Value.TryWriteBytes(rented);
            plain.CopyTo(rented, CommandBytes);
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(cipher.NonceKey, rented.AsSpan(0, CommandBytes + plain.Length), mac);
            var nonce = box.AsSpan(0, NonceBytes);
            mac[..NonceBytes].CopyTo(nonce);
            lock (cipher)
            {
                cipher.Aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), Bound(subject, dataClass));
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(rented);
            ArrayPool<byte>.Shared.Return(rented);
        }

        return new(subject, dataClass, Convert.ToBase64String(box));
    }

    /// <exception cref="JournalRefused"><c>store.damaged</c>: the box is not what was sealed.</exception>
    public T? Open<T>(Sealed<T>? value) where T : class
    {
        if (value is null || keys.Key(value.Subject, value.Class) is not { } key)
        {
            return null;
        }

        try
        {
            var box = Convert.FromBase64String(value.Box);
            if (box.Length < NonceBytes + TagBytes)
            {
                throw new FormatException("A box is shorter than its nonce and tag.");
            }

            var plain = new byte[box.Length - NonceBytes - TagBytes];
            var cipher = ciphers.GetValue(key, Cipher.Of);
            lock (cipher)
            {
                cipher.Aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), plain, Bound(value.Subject, value.Class));
            }

            return JsonSerializer.Deserialize(plain, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T)));
        }
        catch (Exception damage) when (damage is CryptographicException or FormatException or JsonException)
        {
            throw new JournalRefused(JournalRefused.Damaged, $"A sealed {value.Class} value does not open with its subject's key.", damage);
        }
    }

    public string Hash(string purpose, string normalised)
    {
        var purposeBytes = Encoding.UTF8.GetByteCount(purpose);
        var length = purposeBytes + 1 + Encoding.UTF8.GetByteCount(normalised);
        Span<byte> input = length <= StackBytes ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(purpose, input);
        // 0xFF occurs in no UTF-8, so no purpose and value run into another pair.
        input[purposeBytes] = 0xFF;
        Encoding.UTF8.GetBytes(normalised, input[(purposeBytes + 1)..]);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.HashKey, input, mac);
        return Convert.ToHexStringLower(mac[..HashBytes]);
    }

    /// <summary>What is made from a key once. It lives as long as the key store keeps that key in memory.</summary>
    private sealed class Cipher(byte[] key)
    {
        public AesGcm Aes { get; } = new(key, TagBytes);
        public byte[] NonceKey { get; } = HMACSHA256.HashData(key, "nonce"u8);

        public static Cipher Of(byte[] key) => new(key);
    }

    private static byte[] Bound(string subject, DataClass dataClass) => Encoding.UTF8.GetBytes($"{(int)dataClass}/{subject}");
}
