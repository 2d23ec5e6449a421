using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Units;
using Told = Santral.Domain.Kernel.Notice;

namespace Santral.Engine.Contract.Hosts;

/// <summary>
/// The smallest decider that uses every promise of the engine: it adds numbers, refuses, fails, sends on, sets alarms and asks a
/// port. It borrows the unit's messages, because only registered messages can be stored.
/// </summary>
public sealed class LedgerDecider : IDecider<LedgerState, UnitCommand, UnitEvent>
{
    public const string Negative = "ledger.negative";

    public string Kind => ActorKinds.Unit;

    public static ActorId Of(string key) => new(ActorKinds.Unit, key);

    /// <summary>Adds a number; the case only gives the entry a name.</summary>
    public static UnitCommand Add(int amount) => new NoteReminder(default, amount, default);

    public static UnitCommand Explode { get; } = new NoteReminder(default, int.MaxValue, default);

    /// <summary>Adds 1 here and sends <paramref name="amount"/> to another ledger.</summary>
    public static UnitCommand Forward(string to, int amount) => new NoteCaseStatus(default, $"{to}:{amount}", CaseStatus.Open, default);

    /// <summary>Adds 1000 when the instant comes.</summary>
    public static UnitCommand Remind(DateTimeOffset at) =>
        new ReceiveCase(default, "set", null, Priority.P4, false, new(at, "test", false, ""), new(at, "test", false, ""));

    public static UnitCommand CancelReminder { get; } = new ReceiveCase(default, "cancel", null, Priority.P4, false, new(default, "test", false, ""), new(default, "test", false, ""));

    /// <summary>Asks the messaging port; its end adds 10 (done), 20 (failed), 30 (expired) or 40 (in doubt).</summary>
    public static UnitCommand Ask(string words) => new ReleaseCase(new(UuidV8.Of(words)), CaseStatus.Resolved, default);

    public LedgerState Initial(string key) => new();

    public Outcome Decide(LedgerState state, UnitCommand command, in Context context) => command switch
    {
        NoteReminder { Count: int.MaxValue } => throw new InvalidOperationException("a bug in a decider"),
        NoteReminder { Count: < 0 } => new Rejected(Negative),
        NoteReminder { Count: 0 } => Decision.Nothing,
        NoteReminder add => Added(add.Count, context),
        NoteCaseStatus forward => Forwarded(forward.Number!, context),
        ReceiveCase { Number: "cancel" } => Added(1, context).Cancel("due"),
        ReceiveCase set => Added(1, context).Alarm("due", set.Acceptance.At, new AcceptanceDue(set.Case)),
        AcceptanceDue => Added(1000, context),
        ReleaseCase ask => Added(1, context).Effect(new SendText(ask.Case.Value, Channel.Sms, "1530", Box, Box, null, []), context.Now + TimeSpan.FromMinutes(1)),
        _ => throw new InvalidOperationException(command.GetType().Name),
    };

    public Outcome Notice(LedgerState state, Notice notice, in Context context) => notice switch
    {
        Told.SendRefused => Added(500, context),
        Told.EffectDone => Added(10, context),
        Told.EffectFailed => Added(20, context),
        Told.EffectExpired => Added(30, context),
        Told.EffectInDoubt => Added(40, context),
        _ => throw new InvalidOperationException(notice.GetType().Name),
    };

    public LedgerState Evolve(LedgerState state, UnitEvent @event)
    {
        state.Entries.Add(((ReminderNoted)@event).Count);
        state.LastAt = ((ReminderNoted)@event).At;
        return state;
    }

    private static Sealed<string> Box { get; } = new("unit/test", DataClass.Message, "");

    private static Decision Added(int amount, in Context context) =>
        Decision.Of(new ReminderNoted(default, amount, context.Now)).Reply(new CaseIsOpen(new CaseId(context.NewId(amount))));

    private static Decision Forwarded(string words, in Context context)
    {
        var parts = words.Split(':');
        return Added(1, context).Send(Of(parts[0]), Add(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));
    }
}

public sealed class LedgerState
{
    public List<int> Entries { get; } = [];
    public DateTimeOffset LastAt { get; set; }
}
