using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Engine.Ports;
using Santral.Views;
using Santral.Views.Lists;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

/// <summary>One action of one person: who, under which key, and the way to the actors. Filled by <see cref="ActionFilter"/>.</summary>
internal sealed class Call
{
    private readonly HttpContext http;

    private Call(HttpContext http) => this.http = http;

    public Viewer Viewer { get; private set; } = null!;
    public string Role { get; private set; } = "";

    /// <summary>The Idempotency-Key.</summary>
    public CommandId Id { get; private set; }
    public Pack Pack { get; private set; } = null!;
    public ISealer Sealer => http.RequestServices.GetRequiredService<ISealer>();
    public IViews Views => http.RequestServices.GetRequiredService<IViews>();
    public StaffAccount Account { get; private set; } = null!;

    /// <summary>Who acts as an agent; the filter has seen that there is one.</summary>
    public AgentId Agent => Viewer.Agent!.Value;
    public DeskId Desk => Viewer.Desk ?? Pack.Queues[0].Desk;

    public static ValueTask<Call?> BindAsync(HttpContext http) => ValueTask.FromResult<Call?>(Of(http));

    public static Call Of(HttpContext http)
    {
        if (http.Items[typeof(Call)] is not Call call)
        {
            http.Items[typeof(Call)] = call = new(http);
        }

        return call;
    }

    public void Begin(StaffAccount account, Viewer viewer, string role, CommandId id, Pack pack) => (Account, Viewer, Role, Id, Pack) = (account, viewer, role, id, pack);

    /// <summary>The id of a further command that this action gives.</summary>
    public CommandId Part(int ordinal) => new(UuidV8.Of(Id, ordinal));

    public ValueTask<Reply> SendAsync(ActorId target, ICommand command, CommandId? id = null) =>
        http.RequestServices.GetRequiredService<IActors>().AskAsync(target, command, id ?? Id, new(Viewer.User, Role, "console"), cancel: http.RequestAborted);

    /// <summary>Sends, and answers 200 with the sequence to wait for, or what was refused.</summary>
    public async Task<IResult> AskAsync(ActorId target, ICommand command) => Answer(await SendAsync(target, command).ConfigureAwait(false));

    public IResult Answer(Reply reply) => reply switch
    {
        Reply.Accepted accepted => Results.Ok(new Done(accepted.Sequence)),
        Reply.Rejected or Reply.Unavailable => Failure(reply),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no reply."),
    };

    public IResult Failure(Reply reply) => reply switch
    {
        Reply.Rejected refused => Problems.Refused(refused.Code, Pack),
        Reply.Unavailable later => Problems.TryLater(http, later, Pack),
        _ => throw new InvalidOperationException($"{reply.GetType().Name} is no failure."),
    };

    public IResult Refuse(string code) => Problems.Refused(code, Pack);

    public IResult Invalid(string field) => Problems.Invalid(field, Pack);

    public IResult Forbid(string code = "forbidden") => Problems.Forbidden(code, Pack);

    public Sealed<string> Seal(string subject, DataClass dataClass, string text) => Sealer.Seal(subject, dataClass, text, Id);

    /// <summary>Whose key protects what is said in a contact: the citizen's, and before there is one the address's.</summary>
    public static string SubjectOf(ContactId id, ContactFacts? contact) =>
        contact?.Citizen is { } citizen ? $"citizen/{citizen}" : contact?.From is { } from ? $"address/{from}" : $"contact/{id}";

    public static bool IsText(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;

    public static bool IsOptional(string? text, int most) => text is null || text.Length <= most;
}

/// <param name="Seq">Wait for it on any topic to read your own write.</param>
internal sealed record Done(long Seq);
