using Santral.Domain.Cases;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Cases;

/// <summary>Every command at every stage where it has no place, with the code that people read about.</summary>
public sealed class CaseRefusalTests : CaseTestBase
{
    private static readonly Dictionary<string, Func<Scenario<CaseState, CaseCommand, CaseEvent>>> Stages = new()
    {
        ["none"] = Fresh,
        ["open"] = () => Opened(),
        ["escalated"] = () => Escalated(),
        ["accepted"] = () => Accepted(),
        ["returned"] = Returned,
        ["resolved"] = () => Resolved(),
    };

    private static readonly Dictionary<string, CaseCommand> Commands = new()
    {
        ["escalate"] = new Escalate(CasePack.DisabledUnit, null, "ayse"),
        ["escalate to the same"] = new Escalate(CasePack.AidUnit, null, "ayse"),
        ["escalate to nowhere"] = new Escalate(new("yok"), null, "ayse"),
        ["accept"] = new AcceptCase(CasePack.AidUnit, "birim1"),
        ["accept by another"] = new AcceptCase(CasePack.WomenUnit, "birim2"),
        ["return"] = new ReturnCase(CasePack.AidUnit, Words("yetki dışı"), "birim1"),
        ["return by another"] = new ReturnCase(CasePack.WomenUnit, Words("yetki dışı"), "birim2"),
        ["resolve"] = Resolve(CasePack.AidUnit),
        ["resolve by another"] = Resolve(CasePack.WomenUnit),
        ["reopen"] = new ReopenCase(null, "ayse"),
        ["remind"] = new RemindUnit("ayse", null),
        ["note"] = new AddCaseNote(Words("not"), "ayse", null),
        ["attach"] = new AttachContact(SecondContact),
        ["grant"] = new GrantAccess("veli", "amir"),
    };

    /// <summary>Columns: none, open, escalated, accepted, returned, resolved. A dash is accepted.</summary>
    private const string Expected = """
        escalate             | case.unknown | -                    | -                    | case.wrong_state     | -                    | case.wrong_state
        escalate to the same | case.unknown | -                    | case.already_there   | case.wrong_state     | -                    | case.wrong_state
        escalate to nowhere  | case.unknown | case.unknown_unit    | case.unknown_unit    | case.unknown_unit    | case.unknown_unit    | case.unknown_unit
        accept               | case.unknown | case.wrong_state     | -                    | case.wrong_state     | case.wrong_state     | case.wrong_state
        accept by another    | case.unknown | case.wrong_state     | case.not_your_unit   | case.wrong_state     | case.wrong_state     | case.wrong_state
        return               | case.unknown | case.wrong_state     | -                    | -                    | case.wrong_state     | case.wrong_state
        return by another    | case.unknown | case.wrong_state     | case.not_your_unit   | case.not_your_unit   | case.wrong_state     | case.wrong_state
        resolve              | case.unknown | case.wrong_state     | case.wrong_state     | -                    | case.wrong_state     | case.wrong_state
        resolve by another   | case.unknown | case.wrong_state     | case.wrong_state     | case.not_your_unit   | case.wrong_state     | case.wrong_state
        reopen               | case.unknown | case.wrong_state     | case.wrong_state     | case.wrong_state     | case.wrong_state     | -
        remind               | case.unknown | case.not_with_unit   | -                    | -                    | case.not_with_unit   | case.not_with_unit
        note                 | case.unknown | -                    | -                    | -                    | -                    | -
        attach               | case.unknown | -                    | -                    | -                    | -                    | -
        grant                | case.unknown | -                    | -                    | -                    | -                    | -
        """;

    public static TheoryData<string, string, string?> Table()
    {
        var data = new TheoryData<string, string, string?>();
        foreach (var cells in Expected.Split('\n').Select(row => row.Split('|', StringSplitOptions.TrimEntries)))
        {
            foreach (var (stage, code) in Stages.Keys.Zip(cells.Skip(1)))
            {
                data.Add(cells[0], stage, code == "-" ? null : code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_command_has_its_place_or_is_refused_with_its_code(string command, string stage, string? code)
    {
        var scenario = Stages[stage]().When(Commands[command]);

        Assert.Equal(code, scenario.Code);
        Assert.Equal(code is not null, scenario.Last.Events.Count == 0);
    }

    [Fact]
    public void The_table_speaks_of_every_command_and_stage() => Assert.Equal(Commands.Count * Stages.Count, Table().Count);
}
