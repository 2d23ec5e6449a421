using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Santral.Domain.Kernel;

/// <summary>A typed id that travels as text.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    static abstract TSelf Parse(string text);
    string ToString();
}

/// <summary>Identifies one command for ever: the same id delivered twice is applied once.</summary>
public readonly record struct CommandId(Guid Value) : IId<CommandId>
{
    public static CommandId Parse(string text) => new(Guid.Parse(text));
    public override string ToString() => Value.ToString("N");

    /// <summary>A command id that is a pure function of text, such as a provider's message id or a send's id.</summary>
    public static CommandId From(string text) => new(UuidV8.Of(text));
}

public readonly record struct CitizenId(Guid Value) : IId<CitizenId>
{
    public static CitizenId Parse(string text) => new(Guid.Parse(text));
    public override string ToString() => Value.ToString("N");
    public ActorId Actor => new(ActorKinds.Citizen, ToString());
}

public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    public static ContactId Parse(string text) => new(Guid.Parse(text));
    public override string ToString() => Value.ToString("N");
    public ActorId Actor => new(ActorKinds.Contact, ToString());
}

public readonly record struct CaseId(Guid Value) : IId<CaseId>
{
    public static CaseId Parse(string text) => new(Guid.Parse(text));
    public override string ToString() => Value.ToString("N");
    public ActorId Actor => new(ActorKinds.Case, ToString());
}

public readonly record struct OfferId(Guid Value) : IId<OfferId>
{
    public static OfferId Parse(string text) => new(Guid.Parse(text));
    public override string ToString() => Value.ToString("N");
}

/// <summary>An agent's key is the sign-in name: stable, short, readable in a log.</summary>
public readonly record struct AgentId(string Value) : IId<AgentId>
{
    public static AgentId Parse(string text) => new(text);
    public override string ToString() => Value;
    public ActorId Actor => new(ActorKinds.Agent, Value);
}

public readonly record struct DeskId(string Value) : IId<DeskId>
{
    public static DeskId Parse(string text) => new(text);
    public override string ToString() => Value;
    public ActorId Actor => new(ActorKinds.Desk, Value);
}

public readonly record struct QueueId(string Value) : IId<QueueId>
{
    public static QueueId Parse(string text) => new(text);
    public override string ToString() => Value;
}

public readonly record struct UnitId(string Value) : IId<UnitId>
{
    public static UnitId Parse(string text) => new(text);
    public override string ToString() => Value;
    public ActorId Actor => new(ActorKinds.Unit, Value);
}

/// <summary>The keyed hash (hex) of (channel, normalised address). The address itself is never a key.</summary>
public readonly record struct AddressKey(string Value) : IId<AddressKey>
{
    public static AddressKey Parse(string text) => new(text);
    public override string ToString() => Value;
    public ActorId Actor => new(ActorKinds.Address, Value);
}

/// <summary>RFC 9562 UUID version 8: the first 122 bits of a SHA-256, so that equal input gives equal output.</summary>
public static class UuidV8
{
    public static Guid Of(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text), hash);
        return Stamp(hash);
    }

    /// <summary>The id of the nth new thing that one command makes.</summary>
    public static Guid Of(CommandId command, int ordinal)
    {
        Span<byte> input = stackalloc byte[20];
        command.Value.TryWriteBytes(input, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(input[16..], ordinal);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(input, hash);
        return Stamp(hash);
    }

    private static Guid Stamp(Span<byte> hash)
    {
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
