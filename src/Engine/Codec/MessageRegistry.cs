using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Santral.Domain.Kernel;

namespace Santral.Engine.Codec;

/// <summary>
/// The one place where a message's stored name meets its type. An unknown name or member is an error, never skipped:
/// a decider that silently forgot an event would lie about the past.
/// </summary>
public sealed class MessageRegistry
{
    private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, JsonEncodedText> names = [];

    private MessageRegistry()
    {
        Options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                AddressesJson.Default, CitizensJson.Default, ContactsJson.Default, RoutingJson.Default, AgentsJson.Default, CasesJson.Default, UnitsJson.Default, ValuesJson.Default),
        };
        foreach (var converter in Converters.All)
        {
            Options.Converters.Add(converter);
        }

        Options.Converters.Add(new MessageConverter<ICommand>(this));
        AddressesNames.AddTo(this);
        CitizensNames.AddTo(this);
        ContactsNames.AddTo(this);
        RoutingNames.AddTo(this);
        AgentsNames.AddTo(this);
        CasesNames.AddTo(this);
        UnitsNames.AddTo(this);
        Options.MakeReadOnly();
    }

    public static MessageRegistry Default { get; } = new();

    public JsonSerializerOptions Options { get; }

    public IReadOnlyDictionary<string, Type> Types => types;

    public JsonEncodedText NameOf(object message) =>
        names.TryGetValue(message.GetType(), out var name) ? name : throw new UnknownMessageException($"{message.GetType().Name} has no stored name; add it to the registry.");

    public JsonTypeInfo InfoOf(string name) =>
        types.TryGetValue(name, out var type) ? Options.GetTypeInfo(type) : throw new UnknownMessageException($"'{name}' is no message this version knows.");

    internal MessageRegistry Add<T>(string name)
    {
        types.Add(name, typeof(T));
        names.Add(typeof(T), JsonEncodedText.Encode(name));
        return this;
    }
}

/// <summary>The store holds, or was given, a message that this version does not know.</summary>
public sealed class UnknownMessageException(string message) : Exception(message);
