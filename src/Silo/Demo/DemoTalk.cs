using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Views.Rows;

namespace Santral.Silo.Demo;

/// <summary>What an agent of the demo does in one contact, step by step, and how it will have ended.</summary>
internal sealed class DemoTalk
{
    private readonly List<(string Path, object Body)> steps = [];
    private readonly DemoStory story;

    /// <param name="callBackAt">When the agent would promise to ring back.</param>
    public DemoTalk(MyContactRow contact, DemoCitizen? citizen, DemoStory story, Pack pack, DateTimeOffset callBackAt)
    {
        this.story = story;
        var path = $"/api/contacts/{contact.Id}";
        if (citizen is not null && contact.CitizenId is { } id && story.Kind is not (StoryKind.Danger or StoryKind.Question))
        {
            steps.Add(($"{path}/verify", new { passed = true }));
            steps.Add(($"/api/citizens/{id}/identity", new { name = citizen.Name, priorityGroups = citizen.Groups.ToArray() }));
        }

        switch (story.Kind)
        {
            case StoryKind.Request:
                steps.Add(($"{path}/cases", Case(pack, Priority.P4)));
                Outcome = ContactOutcome.CaseOpened;
                break;
            case StoryKind.Incident:
                steps.Add(($"{path}/incident", new { label = DemoStories.IncidentLabel }));
                steps.Add(($"{path}/cases", Case(pack, Priority.P2)));
                Outcome = ContactOutcome.CaseOpened;
                break;
            case StoryKind.Confidential:
                steps.Add(($"{path}/cases", Case(pack, Priority.P2)));
                Outcome = ContactOutcome.CaseOpened;
                break;
            case StoryKind.Callback when contact.CitizenId is not null:
                steps.Add(($"{path}/note", new { text = story.Case }));
                steps.Add(($"{path}/callback", new { due = callBackAt, note = story.Case }));
                Outcome = ContactOutcome.CallbackPromised;
                break;
            case StoryKind.Callback or StoryKind.Question:
                steps.Add(($"{path}/note", new { text = story.Opening }));
                Outcome = ContactOutcome.Informed;
                break;
            case StoryKind.Danger:
                steps.Add(("/api/me/help", new { contactId = Guid.Parse(contact.Id) }));
                steps.Add(($"{path}/note", new { text = story.Case }));
                Outcome = ContactOutcome.ReferredOutside;
                Category = DemoStories.DangerCategory;
                break;
            default:
                throw new InvalidOperationException($"{story.Kind} is no kind of story.");
        }
    }

    public ContactOutcome Outcome { get; }
    public string? Category { get; }

    /// <summary>Steps done.</summary>
    public int Done { get; set; }

    /// <summary>Answers written.</summary>
    public int Answers { get; private set; }

    public (string Path, object Body)? Next => Done < steps.Count ? steps[Done] : null;

    /// <summary>What to write next.</summary>
    public string Answer()
    {
        var text = Answers == 0 ? story.Answer : story.Closing;
        Answers++;
        return text.Length > 0 ? text : "Size nasıl yardımcı olabiliriz?";
    }

    private object Case(Pack pack, Priority priority)
    {
        var service = story.Service(pack);
        return new
        {
            service = service?.Id,
            description = story.Case,
            place = new { district = "Gösterim", neighbourhood = "Çınar", street = "Ihlamur Sokağı", outerDoor = "7" },
            priority = priority.ToString(),
            confidential = story.Kind is StoryKind.Confidential,
            escalateTo = (service?.Unit ?? pack.Units.FirstOrDefault()?.Id)?.Value,
        };
    }
}
