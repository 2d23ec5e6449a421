using Santral.Domain.Kernel;

namespace Santral.Domain.Cases;

/// <param name="Owner">The case that has the number for ever; numbers are never given twice.</param>
public sealed record CaseNumberState(string Number, CaseId? Owner);

/// <summary>
/// One actor per number makes numbers unique without a lock: the first case that claims it keeps it, every other is told
/// that it is taken and tries its next candidate. A repeated claim of the owner is answered again.
/// </summary>
public sealed class CaseNumberDecider : IDecider<CaseNumberState, CaseNumberCommand, CaseNumberEvent>
{
    public string Kind => ActorKinds.CaseNumber;

    public CaseNumberState Initial(string key) => new(key, null);

    public Outcome Decide(CaseNumberState state, CaseNumberCommand command, in Context context) => command switch
    {
        ClaimNumber c when state.Owner is null => Decision.Of(new NumberClaimed(c.Case)).Send(c.Case.Actor, new ConfirmNumber(state.Number)),
        ClaimNumber c when state.Owner == c.Case => Decision.Nothing.Send(c.Case.Actor, new ConfirmNumber(state.Number)),
        ClaimNumber c => Decision.Nothing.Send(c.Case.Actor, new NumberTaken(state.Number)),
        _ => throw Closed.Unhandled(command),
    };

    public Outcome Notice(CaseNumberState state, Notice notice, in Context context) => Decision.Nothing;

    public CaseNumberState Evolve(CaseNumberState state, CaseNumberEvent @event) => @event switch
    {
        NumberClaimed e => state with { Owner = e.Case },
        _ => throw Closed.Unhandled(@event),
    };
}
