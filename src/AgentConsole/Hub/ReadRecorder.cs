using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Views;
using Santral.Views.Lists;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Hub;

/// <summary>
/// Whoever opens a citizen's card or a case file is written into the citizen's journal first, once per contact (or case and day)
/// and person; the same command id makes further looks free.
/// </summary>
internal sealed class ReadRecorder(IActors actors, IViews views, TimeProvider time)
{
    /// <summary>False when the read could not be journalled, and so must not happen now.</summary>
    public async ValueTask<bool> RecordAsync(Viewer viewer, string topic, CancellationToken cancel)
    {
        foreach (var (citizen, contact, key) in views.Read(r => Concerned(r, viewer, topic)))
        {
            var role = viewer.Roles.Order(StringComparer.Ordinal).FirstOrDefault() ?? "";
            var id = CommandId.From($"read/{key}/{citizen}/{viewer.User}");
            var reply = await actors.AskAsync(
                citizen.Actor, new RecordRead(viewer.User, role, contact), id, new(viewer.User, role, "console"), cancel: cancel).ConfigureAwait(false);
            if (reply is Reply.Unavailable)
            {
                return false;
            }
        }

        return true;
    }

    private List<(CitizenId Citizen, ContactId? Contact, string Key)> Concerned(ViewReader reader, Viewer viewer, string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Guid.TryParse(topic.AsSpan(colon + 1), out var id) || !reader.MaySee(viewer, topic))
        {
            return [];
        }

        return topic[..colon] switch
        {
            "card" when reader.Contact(new(id)) is { Citizen: { } citizen } => [(citizen, new ContactId(id), $"card/{id:N}")],
            "case" when reader.Case(new(id)) is { } @case => [.. @case.Citizens.Select(c => (c, (ContactId?)null, $"case/{id:N}/{time.GetUtcNow():yyyyMMdd}"))],
            _ => [],
        };
    }
}
