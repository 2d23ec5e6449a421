namespace Santral.Domain.Contacts;

/// <summary>
/// A place as people name it. Every part may be missing: in an emergency "where the old mill was" is an address,
/// and <see cref="Unknown"/> is always a valid one.
/// </summary>
public sealed record PostalAddress(
    string? Province = null, string? District = null, string? Neighbourhood = null, string? Street = null, string? OuterDoor = null, string? InnerDoor = null, string? Directions = null)
{
    public static PostalAddress Unknown { get; } = new();
}
