using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>The agent's messages and what is known of each; the youngest <see cref="Most"/>.</summary>
public sealed record Outbox(ImmutableArray<OutMessage> Messages)
{
    public const int Most = 500;

    public static Outbox Empty { get; } = new([]);

    public OutMessage? Find(Guid id) => Messages.LastOrDefault(m => m.Id == id);

    public OutMessage? Find(Guid? id, string providerMessageId) =>
        Messages.LastOrDefault(m => m.Id == id || (m.ProviderMessageId is { } known && known == providerMessageId));

    public Outbox Add(OutMessage message) => new((Messages.Length >= Most ? Messages.RemoveAt(0) : Messages).Add(message));

    public Outbox Change(Guid id, MessageStatus status, string? providerMessageId) => new(
        [.. Messages.Select(m => m.Id == id ? m with { Status = status, ProviderMessageId = providerMessageId ?? m.ProviderMessageId } : m)]);
}

public sealed record OutMessage(
    Guid Id, Channel Channel, Sealed<string> Text, string? Template, ImmutableArray<Sealed<string>> TemplateValues, MessageStatus Status, string? ProviderMessageId);
