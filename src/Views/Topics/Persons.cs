using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Engine.Intake;
using Santral.Views.Model;
using Santral.Views.Text;

namespace Santral.Views.Topics;

/// <summary>How a person is named to someone who may, or may not yet, know who it is.</summary>
internal static class Persons
{
    /// <summary>For everyone but the agent who has verified the person: initials, or an alias on a confidential line.</summary>
    public static string Outside(ViewState state, ContactModel contact) =>
        contact.Restricted ? state.Words["who.confidential"] : Initials(state, contact);

    /// <summary>For the contact's own agent.</summary>
    public static string Inside(ViewState state, ContactModel contact) => contact switch
    {
        { Verified: true, Citizen: { } id } => Name(state, state.Citizen(id)) ?? state.Words["who.unknown"],
        { ConfidentialLine: true } => state.Words["who.confidential"],
        _ => Initials(state, contact),
    };

    public static string Initials(ViewState state, CitizenModel citizen) => Initials(Name(state, citizen)) ?? state.Words["who.unknown"];

    public static string? Name(ViewState state, CitizenModel citizen) => state.Open(citizen.Name) ?? state.Open(citizen.ProfileName);

    /// <summary>The first number that can be dialled or written to, as it is stored.</summary>
    public static string? Phone(ViewState state, CitizenModel citizen) => PhoneAddress(state, citizen) is { } found ? state.Open(found.Value) : null;

    public static CitizenAddress? PhoneAddress(ViewState state, CitizenModel citizen) => citizen.Addresses
        .OrderBy(a => a.Channel is Channel.Voice ? 0 : 1)
        .FirstOrDefault(a => state.Open(a.Value) is { } value && Addressing.Phone(value) is not null);

    private static string Initials(ViewState state, ContactModel contact) =>
        contact.Citizen is { } id ? Initials(state, state.Citizen(id)) : state.Words["who.unknown"];

    internal static string? Initials(string? name)
    {
        var words = name?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return words.Length == 0 ? null : string.Join(' ', words.Select(w => Words.Upper(StringInfo.GetNextTextElement(w)) + "."));
    }
}
