using FsCheck;
using FsCheck.Fluent;
using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Santral.Domain.Units;
using Xunit;

namespace Santral.Domain.Tests.Cases;

/// <summary>What holds whatever happens, in any order, to any case.</summary>
public sealed class CaseProperties : CaseTestBase
{
    private static readonly CaseCommand[] Commands =
    [
        Open(), Open("bilinmeyen"), Open(CasePack.WomenService), new Escalate(CasePack.AidUnit, null, "ayse"), new Escalate(CasePack.WomenUnit, null, "ayse"), new Escalate(new("yok"), null, "ayse"),
        new AcceptCase(CasePack.AidUnit, "birim1"), new AcceptCase(CasePack.WomenUnit, "birim2"), new ReturnCase(CasePack.AidUnit, Words("yetki dışı"), "birim1"),
        new ReturnCase(CasePack.WomenUnit, Words("yetki dışı"), "birim2"), new AddCaseNote(Words("not"), "ayse", null), Resolve(CasePack.AidUnit), Resolve(CasePack.WomenUnit),
        new ReopenCase(null, "ayse"), new AttachContact(FirstContact), new AttachContact(SecondContact), new RemindUnit("ayse", SecondContact), new GrantAccess("veli", "amir"),
        new ConfirmNumber(CaseNumbers.Candidate(Id, 0)), new ConfirmNumber(CaseNumbers.Candidate(Id, 1)), new NumberTaken(CaseNumbers.Candidate(Id, 0)),
        new CaseTimer("acceptance"), new CaseTimer("acceptance-near"), new CaseTimer("closing"), new CaseTimer("closing-near"), new CaseTimer("başka"),
    ];

    [Fact]
    public void Every_kind_of_command_takes_part()
    {
        var all = typeof(CaseCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseCommand)) && !t.IsAbstract);
        Assert.Equal(all.OrderBy(t => t.Name, StringComparer.Ordinal), Commands.Select(c => c.GetType()).Distinct().OrderBy(t => t.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void No_sequence_throws_and_replay_equals_live() => Prop.ForAll(Steps(), steps => Run(steps).ReplayEqualsLive()).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void No_sequence_lets_a_promised_deadline_pass_silently() => Prop.ForAll(Steps(), steps =>
    {
        var scenario = Run(steps).After(TimeSpan.FromDays(400));
        if (scenario.State is CaseState.Live { Stage: not CaseStage.Resolved, File: { Deadline: { } deadline } file })
        {
            Assert.Contains(scenario.Events.OfType<DeadlinePassed>(), e => e.Which == "closing" && e.At >= deadline.At && e.At >= file.ClockStart);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_units_that_are_told_of_a_case_hold_it_exactly_while_they_have_it() => Prop.ForAll(Steps(), steps =>
    {
        var scenario = Run(steps);
        var holder = scenario.State is CaseState.Live live ? live.Stage.Holder : null;
        foreach (var unit in new[] { CasePack.AidUnit, CasePack.WomenUnit })
        {
            var inbox = Scenario.Of(new UnitDecider(), unit.Value, CasePack.Small);
            foreach (var send in scenario.Sends.Where(s => s.To == unit.Actor))
            {
                inbox.When((UnitCommand)send.Command).Accepted();
            }

            Assert.Equal(holder == unit, inbox.State.Inbox.ContainsKey(Id));
            inbox.ReplayEqualsLive();
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_resolved_case_has_no_alarm_and_every_other_case_with_a_deadline_in_the_future_has_one() => Prop.ForAll(Steps(), steps =>
    {
        var scenario = Run(steps);
        if (scenario.State is CaseState.Live { Stage: CaseStage.Resolved })
        {
            Assert.Empty(scenario.Alarms);
        }
        else if (scenario.State is CaseState.Live { Stage: not CaseStage.Resolved, File.Deadline: { } deadline } && deadline.At > scenario.Now)
        {
            Assert.Equal(deadline.At, scenario.Alarms["closing"].At);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>A step is a command and the hours that pass before it; the first command is almost always an opening.</summary>
    private static Arbitrary<(int Command, int Hours)[]> Steps() => (
        from start in Gen.Choose(0, 2)
        from steps in Gen.Choose(0, Commands.Length - 1).SelectMany(command => Gen.Frequency((6, Gen.Choose(0, 30)), (1, Gen.Choose(200, 900))).Select(hours => (command, hours))).ArrayOf()
        select steps.Prepend((start, 0)).ToArray()).ToArbitrary();

    private static Scenario<CaseState, CaseCommand, CaseEvent> Run((int Command, int Hours)[] steps)
    {
        var scenario = Fresh();
        foreach (var (command, hours) in steps)
        {
            scenario.After(TimeSpan.FromHours(hours)).When(Commands[command]);
        }

        return scenario;
    }
}
