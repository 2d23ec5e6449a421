using System.Text;

namespace Santral.Messaging.Http;

/// <summary>
/// An <c>application/x-www-form-urlencoded</c> body, decoded once into one buffer. It interprets nothing: names and values
/// stay bytes until the signature over them was found true.
/// </summary>
internal sealed class FormBody
{
    private readonly byte[] decoded;
    private readonly List<Field> fields;

    private FormBody(byte[] decoded, List<Field> fields) => (this.decoded, this.fields) = (decoded, fields);

    /// <summary>Null when it holds more than <see cref="MessagingLimits.FormFields"/> fields.</summary>
    public static FormBody? Decode(ReadOnlySpan<byte> body)
    {
        var form = new FormBody(new byte[body.Length], []);
        var at = 0;
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (form.fields.Count == MessagingLimits.FormFields)
            {
                return null;
            }

            var equals = pair.IndexOf((byte)'=');
            var name = form.Unescape(equals < 0 ? pair : pair[..equals], ref at);
            var value = form.Unescape(equals < 0 ? [] : pair[(equals + 1)..], ref at);
            form.fields.Add(new(name, value));
        }

        // By bytes, which for UTF-8 is by code point: the order in which the signature takes them. Equal names keep their values in order too.
        form.fields.Sort((a, b) => form[a.Name].SequenceCompareTo(form[b.Name]) is var order && order != 0 ? order : form[a.Value].SequenceCompareTo(form[b.Value]));
        return form;
    }

    public int DecodedBytes => decoded.Length;

    /// <summary>The first value of that name, or null when it is missing or empty.</summary>
    public string? this[string name]
    {
        get
        {
            Span<byte> wanted = stackalloc byte[128];
            var length = Encoding.UTF8.GetBytes(name, wanted);
            foreach (var field in fields)
            {
                if (this[field.Name].SequenceEqual(wanted[..length]))
                {
                    return field.Value.Length == 0 ? null : Encoding.UTF8.GetString(this[field.Value]);
                }
            }

            return null;
        }
    }

    /// <summary>Writes all names and values in sorted order without separators; returns the bytes written.</summary>
    public int WriteSorted(Span<byte> destination)
    {
        var at = 0;
        foreach (var field in fields)
        {
            this[field.Name].CopyTo(destination[at..]);
            at += field.Name.Length;
            this[field.Value].CopyTo(destination[at..]);
            at += field.Value.Length;
        }

        return at;
    }

    private ReadOnlySpan<byte> this[Slice slice] => decoded.AsSpan(slice.Start, slice.Length);

    private Slice Unescape(ReadOnlySpan<byte> text, ref int at)
    {
        var start = at;
        for (var i = 0; i < text.Length; i++)
        {
            var escaped = text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]);
            decoded[at++] = escaped ? (byte)((Hex(text[i + 1]) << 4) | Hex(text[i + 2])) : text[i] == '+' ? (byte)' ' : text[i];
            i += escaped ? 2 : 0;
        }

        return new(start, at - start);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private readonly record struct Slice(int Start, int Length);

    private readonly record struct Field(Slice Name, Slice Value);
}
