namespace Santral.Domain.Kernel;

/// <summary>The address of one actor: its kind (<see cref="ActorKinds"/>) and its key within the kind.</summary>
public readonly record struct ActorId(string Kind, string Key)
{
    public override string ToString() => $"{Kind}/{Key}";

    /// <summary>Reads what <see cref="ToString"/> wrote; a key may itself hold slashes.</summary>
    public static ActorId Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? new(text[..slash], text[(slash + 1)..]) : throw new FormatException($"'{text}' is no actor id.");
    }
}

/// <summary>The kinds of actors. They are stored with every record, so a name never changes.</summary>
public static class ActorKinds
{
    public const string Address = "address";
    public const string Citizen = "citizen";
    public const string Contact = "contact";
    public const string Desk = "desk";
    public const string Agent = "agent";
    public const string Case = "case";
    public const string CaseNumber = "casenumber";
    public const string Unit = "unit";
}
