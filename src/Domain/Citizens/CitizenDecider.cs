using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

/// <summary>Identity, addresses, safe contact, promises and case notices of one citizen.</summary>
public sealed class CitizenDecider : IDecider<CitizenState, CitizenCommand, CitizenEvent>
{
    public string Kind => ActorKinds.Citizen;

    public CitizenState Initial(string key) => CitizenState.Of(key);

    public Outcome Decide(CitizenState state, CitizenCommand command, in Context context) => command switch
    {
        Register c => Register(state, c, context),
        AddAddress c => Add(state, c),
        Identify c => Decision.Of(new Identified(c.Name, c.IdentityNumber, c.IdentityHash, c.Language, c.PriorityGroups, c.SearchTerms)),
        SetSafeContact c => SetSafe(c.Settings),
        RecordNotice c => Decision.Of(new NoticeRecorded(c.Notice, c.Channel, context.Now)),
        RecordRead c => Decision.Of(new RecordWasRead(c.Who, c.Role, c.Contact, context.Now)),
        PromiseCallback c => Callbacks.Promise(state, c, context),
        CompleteCallback c => Callbacks.Complete(state, c, context),
        ReassignCallback c => Callbacks.Reassign(state, c),
        CallbackDue c => Callbacks.Due(state, c, context),
        CheckOutreach c => Judge(state, c, context),
        Inform c => CaseNotices.Inform(state, c, context),
        NoteNoticeStatus c => CaseNotices.Status(state, c, context),
        NoteContact c => Spoke(state, c),
        NoteContactOutcome c => Decision.Of(new ContactOutcomeNoted(c.Contact, c.Outcome, c.At)),
        NoteCase c => Decision.Of(new CaseNoted(c.Case, c.Number, c.Service, c.Status, c.Confidential, c.At)),
        _ => throw new NotSupportedException($"{command.GetType().Name} is no command of a citizen."),
    };

    public Outcome Notice(CitizenState state, Notice notice, in Context context) => notice switch
    {
        // An owner who is no agent any more: the promise stays and goes to the pool.
        Kernel.Notice.SendRefused { Command: NoteCallback { Open: true } refused } sent => Callbacks.OwnerGone(state, refused.Task, sent.Target),
        Kernel.Notice.SendRefused => Decision.Nothing,
        Kernel.Notice.EffectDone { Effect: SendText text } done => CaseNotices.Ended(state, text, MessageStatus.Queued, done.Result, null, context),
        Kernel.Notice.EffectFailed { Effect: SendText text } failed => CaseNotices.Ended(state, text, MessageStatus.Failed, null, failed.Code, context),
        Kernel.Notice.EffectExpired { Effect: SendText text } => CaseNotices.Ended(state, text, MessageStatus.Failed, null, "message.expired", context),
        Kernel.Notice.EffectInDoubt { Effect: SendText text } => CaseNotices.Ended(state, text, MessageStatus.InDoubt, null, "message.in_doubt", context),
        Kernel.Notice.EffectDone or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired or Kernel.Notice.EffectInDoubt => Decision.Nothing,
        _ => throw new NotSupportedException($"{notice.GetType().Name} is no notice."),
    };

    public CitizenState Evolve(CitizenState state, CitizenEvent @event) => @event switch
    {
        CitizenRegistered => state with { Registered = true },
        AddressAdded e => state.Address(e.Address, e.Channel) is null ? state with { Addresses = state.Addresses.Add(new(e.Address, e.Channel, e.Value, null, null)) } : state,
        ProfileNameSeen => state with { Named = true },
        Identified e => state with { Named = state.Named || e.Name is not null },
        SafeContactSet e => state with { Safe = e.Settings },
        CallbackPromised e => state with { Callbacks = state.Callbacks.SetItem(e.Task, new(e.Due, e.Owner, false)) },
        CallbackOverdue e => WithCallback(state, e.Task, c => c with { Overdue = true }),
        CallbackReassigned e => WithCallback(state, e.Task, c => c with { Owner = e.Owner }),
        CallbackCompleted e => state with { Callbacks = state.Callbacks.Remove(e.Task) },
        NoticeWritten e => state with { Notices = Written(state, e) },
        NoticeStatusChanged e => state.Change(e.MessageId, n => n with { Status = e.Status, ProviderMessageId = e.ProviderMessageId ?? n.ProviderMessageId }),
        ContactNoted e => Spoken(state, e),
        NoticeRecorded or RecordWasRead or OutreachJudged or NoticeWithheld or ContactOutcomeNoted or CaseNoted => state,
        _ => throw new NotSupportedException($"{@event.GetType().Name} is no event of a citizen."),
    };

    private static Decision Register(CitizenState state, Register c, in Context context)
    {
        var decision = new Decision();
        if (!state.Registered)
        {
            decision.Event(new CitizenRegistered(context.Now));
        }

        if (state.Address(c.Address, c.Channel) is null && state.Addresses.Length < CitizenState.MostAddresses)
        {
            decision.Event(new AddressAdded(c.Address, c.Channel, c.Value));
        }

        // A sealed name differs in bytes each time, so the first one seen stays until someone identifies the citizen.
        if (c.ProfileName is { } name && !state.Named)
        {
            decision.Event(new ProfileNameSeen(name));
        }

        return decision;
    }

    private static Outcome Add(CitizenState state, AddAddress c)
    {
        if (state.Address(c.Address, c.Channel) is not null)
        {
            return Decision.Nothing;
        }

        return state.Addresses.Length >= CitizenState.MostAddresses
            ? new Rejected("citizen.too_many_addresses")
            : Decision.Of(new AddressAdded(c.Address, c.Channel, c.Value));
    }

    /// <summary>
    /// Calls and messages of one number come from one address, but only what was spoken by WhatsApp opens its window, and only
    /// where somebody used it may it be answered: each channel of an address stands for itself.
    /// </summary>
    private static Decision Spoke(CitizenState state, NoteContact c)
    {
        var decision = new Decision();
        if (c.CitizenSpoke && c.Channel is Channel.Voice or Channel.WhatsApp or Channel.Sms && state.Address(c.Address, c.Channel) is null
            && state.Addresses.FirstOrDefault(a => a.Key == c.Address)?.Value is { } value && state.Addresses.Length < CitizenState.MostAddresses)
        {
            decision.Event(new AddressAdded(c.Address, c.Channel, value));
        }

        return decision.Event(new ContactNoted(c.Contact, c.Channel, c.Address, c.Line, c.At, c.CitizenSpoke));
    }

    private static Outcome SetSafe(SafeContact settings) =>
        settings.From is null == settings.Until is null ? Decision.Of(new SafeContactSet(settings)) : new Rejected("citizen.safe_hours_incomplete");

    private static Outcome Judge(CitizenState state, CheckOutreach c, in Context context)
    {
        if (c.Asker.Kind != ActorKinds.Contact)
        {
            return new Rejected("outreach.asker_unknown");
        }

        var code = OutreachCheck.Refusal(state.Safe, c.Outreach, context.Pack.Zone.Local(context.Now));
        return Decision.Of(new OutreachJudged(c.Asker, c.Request, c.Outreach, code, context.Now))
            .Send(c.Asker, code is null ? new OutreachAllowed(c.Request) : new OutreachRefused(c.Request, code));
    }

    private static CitizenState WithCallback(CitizenState state, Guid task, Func<Callback, Callback> how) =>
        state.Callbacks.TryGetValue(task, out var known) ? state with { Callbacks = state.Callbacks.SetItem(task, how(known)) } : state;

    private static System.Collections.Immutable.ImmutableArray<SentNotice> Written(CitizenState state, NoticeWritten e)
    {
        var notices = state.Notices.Add(new(e.MessageId, e.Case, e.Channel, e.Template, e.Values, MessageStatus.Pending, null, e.CaseNumber));
        return notices.Length > CitizenState.MostNotices ? notices.RemoveAt(0) : notices;
    }

    private static CitizenState Spoken(CitizenState state, ContactNoted e) => !e.CitizenSpoke
        ? state
        : state with { Addresses = [.. state.Addresses.Select(a => a.Key == e.Address && a.Channel == e.Channel && !(a.SpokeAt > e.At) ? a with { Line = e.Line, SpokeAt = e.At } : a)] };
}
