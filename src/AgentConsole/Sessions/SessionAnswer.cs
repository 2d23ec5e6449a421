using Santral.AgentConsole.Staff;
using Santral.Domain.Packs;

namespace Santral.AgentConsole.Sessions;

internal sealed record SignInBody(string? User, string? Password);

/// <summary>What a console needs to know once: who is signed in, and the words and choices of the pack.</summary>
internal sealed record SessionAnswer(
    string User, string Name, IReadOnlyList<string> Roles, string? Agent, string? Desk, IReadOnlyList<string> Units, string? Antiforgery, PackAnswer Pack, bool Demo)
{
    public static SessionAnswer Of(StaffAccount account, IReadOnlyList<string> roles, string? antiforgery, Pack pack, bool demo) => new(
        account.User, account.Name, roles, account.Agent?.Value, (account.Desk ?? (pack.Queues.Length > 0 ? pack.Queues[0].Desk : null))?.Value,
        [.. account.Units.Select(u => u.Value)], antiforgery, PackAnswer.Of(pack), demo);
}

internal sealed record PackAnswer(
    string Id, string Name, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<ServiceAnswer> Services, IReadOnlyList<NamedAnswer> Units,
    IReadOnlyList<NamedAnswer> Queues, IReadOnlyList<TemplateAnswer> Templates, IReadOnlyList<string> BreakReasons)
{
    public static PackAnswer Of(Pack pack) => new(
        pack.Id, pack.Name, pack.Texts, [.. pack.Services.Select(s => new ServiceAnswer(s.Id, s.Name, s.Unit?.Value, s.Documents, s.Confidential))],
        [.. pack.Units.Select(u => new NamedAnswer(u.Id.Value, u.Name))], [.. pack.Queues.Select(q => new NamedAnswer(q.Id.Value, q.Name))],
        [.. pack.Templates.Select(t => new TemplateAnswer(t.Id, t.Body))], pack.BreakReasons);
}

internal sealed record ServiceAnswer(string Id, string Name, string? Unit, IReadOnlyList<string> Documents, bool Confidential);

internal sealed record NamedAnswer(string Id, string Name);

internal sealed record TemplateAnswer(string Id, string Body);
