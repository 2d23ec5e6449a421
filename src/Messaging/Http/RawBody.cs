using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Santral.Messaging.Http;

/// <summary>A request's body as it came, in a rented buffer. Signatures are over these bytes and nothing else.</summary>
internal sealed class RawBody : IDisposable
{
    private const int FirstRent = 4 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstRent);
    private int length;

    private RawBody()
    {
    }

    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);
    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>Null when the body is larger than the limit; at most that much is held.</summary>
    public static async ValueTask<RawBody?> ReadAsync(HttpRequest request, int limitBytes, CancellationToken cancel)
    {
        if (request.ContentLength > limitBytes)
        {
            return null;
        }

        var body = new RawBody();
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancel).ConfigureAwait(false);
                var fits = body.length + read.Buffer.Length <= limitBytes;
                if (fits)
                {
                    body.Append(read.Buffer);
                }

                request.BodyReader.AdvanceTo(read.Buffer.End);
                if (!fits || read.IsCompleted)
                {
                    return fits ? body : body.Abandon();
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var returned = Interlocked.Exchange(ref buffer, []);
        if (returned.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(returned);
        }
    }

    private RawBody? Abandon()
    {
        Dispose();
        return null;
    }

    private void Append(in ReadOnlySequence<byte> bytes)
    {
        var needed = length + (int)bytes.Length;
        if (needed > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length = needed;
    }
}
