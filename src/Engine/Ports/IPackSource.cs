using Santral.Domain.Packs;

namespace Santral.Engine.Ports;

/// <summary>The pack in force. It may change while running; a decision sees one pack from beginning to end.</summary>
public interface IPackSource
{
    Pack Current { get; }
}

/// <summary>A pack that never changes.</summary>
public sealed class FixedPack(Pack pack) : IPackSource
{
    public Pack Current { get; } = pack;
}
