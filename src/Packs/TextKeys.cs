using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Routing;

namespace Santral.Packs;

/// <summary>The texts and templates that the product itself asks a pack for. A new word of an enum without a text stops the check.</summary>
internal static class TextKeys
{
    internal static IEnumerable<PackProblem> Check(PackFile pack) =>
        All.Where(key => pack.Texts is null || !pack.Texts.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text))
            .Select(key => PackChecker.Error($"$.texts.{key}", "the text is missing"))
            .Concat(Templates.Where(id => pack.Templates?.Any(t => t.Id == id) is not true).Select(id => PackChecker.Error("$.templates", $"the template '{id}' is missing")));

    private static IEnumerable<string> Templates => [CaseDecider.OpenedTemplate, CaseDecider.ResolvedTemplate, CaseDecider.ResolvedPlainTemplate, "callback", "continue"];

    private static IEnumerable<string> All =>
    [
        .. Words<Channel>("channel"),
        .. Words<Medium>("medium"),
        .. Words<Presence>("presence"),
        .. Words<Priority>("priority"),
        .. Words<Capacity>("capacity"),
        .. Words<ContactOutcome>("outcome"),
        .. Words<MessageStatus>("message"),
        .. Words<MessageStatus>("message.status"),
        .. Words<LegFailure>("leg"),
        .. Words<OfferEnd>("offerEnd"),
        .. Words<TransferKind>("transfer.kind"),
        .. Words<Direction>("direction"),
        .. Words<CaseStatus>("status"),
        .. Words<CaseStatus>("case.status"),
        .. Words<CaseStatus>("case.citizen"),
        .. Words<CaseResolution>("resolution"),
        .. Words<CaseResolution>("case.resolution"),
        .. Words<PartyRole>("party"),
        "source.law", "source.text", "source.setting", "deadline.approximate", "deadline.setting.businessHours", "deadline.setting.businessDays",
    ];

    private static IEnumerable<string> Words<T>(string prefix) where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{prefix}.{name}");
}
