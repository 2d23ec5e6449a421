using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Santral.Domain.Tests.Kit;

/// <summary>
/// Every field of an object graph as text, private ones included, so that two states can be compared and a decision that
/// touched its state is caught. Sets and maps without an order are written sorted; a second visit of an object is a reference.
/// </summary>
public static class StateDump
{
    /// <summary>What reflection finds of a type never changes; asking each time was most of a property's run.</summary>
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static string Of(object? root)
    {
        var text = new StringBuilder();
        Write(text, root, new Dictionary<object, int>(ReferenceEqualityComparer.Instance));
        return text.ToString();
    }

    /// <summary>SHA-256 (hex) of <see cref="Of"/>.</summary>
    public static string Hash(object? root) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Of(root))));

    private static void Write(StringBuilder text, object? value, Dictionary<object, int> seen)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return;
            case string words:
                text.Append('"').Append(words).Append('"');
                return;
            case DateTimeOffset instant:
                text.Append(instant.ToString("O", CultureInfo.InvariantCulture));
                return;
            case Delegate or Type:
                text.Append(value.GetType().Name);
                return;
        }

        var type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is Guid or TimeSpan or TimeOnly or DateOnly or decimal)
        {
            text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
            return;
        }

        if (!type.IsValueType && !seen.TryAdd(value, seen.Count))
        {
            text.Append('#').Append(type.Name);
            return;
        }

        text.Append(type.Name);
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) is true && Items(value) is { } items)
        {
            WriteItems(text, items, Ordered(type), seen);
        }
        else
        {
            WriteFields(text, value, type, seen);
        }
    }

    private static IEnumerable? Items(object value) => value switch
    {
        // A default ImmutableArray throws when walked; it reads as empty.
        _ when value.GetType() is { IsGenericType: true, Name: "ImmutableArray`1" } array && (bool)array.GetProperty("IsDefault")!.GetValue(value)! => Array.Empty<object>(),
        IEnumerable items => items,
        _ when value.GetType().Name == "PriorityQueue`2" => (IEnumerable)value.GetType().GetProperty("UnorderedItems")!.GetValue(value)!,
        _ => null,
    };

    private static bool Ordered(Type type) =>
        !type.Name.StartsWith("Dictionary`", StringComparison.Ordinal) && !type.Name.StartsWith("HashSet`", StringComparison.Ordinal)
        && !type.Name.StartsWith("ImmutableDictionary`", StringComparison.Ordinal) && !type.Name.StartsWith("ImmutableHashSet`", StringComparison.Ordinal)
        && !type.Name.StartsWith("PriorityQueue`", StringComparison.Ordinal);

    private static void WriteItems(StringBuilder text, IEnumerable items, bool ordered, Dictionary<object, int> seen)
    {
        var parts = new List<string>();
        foreach (var item in items)
        {
            var part = new StringBuilder();
            Write(part, item, seen);
            parts.Add(part.ToString());
        }

        if (!ordered)
        {
            parts.Sort(StringComparer.Ordinal);
        }

        text.Append('[').AppendJoin(',', parts).Append(']');
    }

    private static void WriteFields(StringBuilder text, object value, Type type, Dictionary<object, int> seen)
    {
        text.Append('{');
        foreach (var field in Fields.GetOrAdd(type, FieldsOf))
        {
            text.Append(field.Name).Append('=');
            Write(text, field.GetValue(value), seen);
            text.Append(';');
        }

        text.Append('}');
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = new List<FieldInfo>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            fields.AddRange(at.GetFields(Declared).OrderBy(f => f.Name, StringComparer.Ordinal));
        }

        return [.. fields];
    }
}
