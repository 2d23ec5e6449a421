using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using CaseScenario = Santral.Domain.Tests.Kit.Scenario<Santral.Domain.Cases.CaseState, Santral.Domain.Cases.CaseCommand, Santral.Domain.Cases.CaseEvent>;

namespace Santral.Domain.Tests.Cases;

/// <summary>One case and the people around it, at 10:00 local on Monday 23 November 2026.</summary>
public abstract class CaseTestBase
{
    protected static readonly CaseId Id = new(Guid.Parse("00000000-0000-8000-8000-0000000000c1"));
    protected static readonly ContactId FirstContact = new(Guid.Parse("00000000-0000-8000-8000-0000000000a1"));
    protected static readonly ContactId SecondContact = new(Guid.Parse("00000000-0000-8000-8000-0000000000a2"));
    protected static readonly CitizenId Mother = new(Guid.Parse("00000000-0000-8000-8000-0000000000b1"));
    protected static readonly CitizenId Child = new(Guid.Parse("00000000-0000-8000-8000-0000000000b2"));
    protected static readonly CitizenId Muhtar = new(Guid.Parse("00000000-0000-8000-8000-0000000000b3"));

    protected static CaseScenario Fresh() => Scenario.Of(new CaseDecider(), Id.ToString(), CasePack.Small);

    /// <summary>Numbered, for the mother and her child, told by the muhtar.</summary>
    protected static CaseScenario Opened(string? service = CasePack.AidService, bool confidential = false)
    {
        var scenario = Fresh().When(Open(service, confidential)).Accepted();
        return scenario.When(new ConfirmNumber(scenario.Event<NumberRequested>().Number)).Accepted();
    }

    protected static CaseScenario Escalated(string? service = CasePack.AidService) => Opened(service).When(new Escalate(CasePack.AidUnit, null, "ayse")).Accepted();

    protected static CaseScenario Accepted(string? service = CasePack.AidService) => Escalated(service).When(new AcceptCase(CasePack.AidUnit, "birim1")).Accepted();

    protected static CaseScenario Returned() => Escalated().When(new ReturnCase(CasePack.AidUnit, Words("yetki dışı"), "birim1")).Accepted();

    protected static CaseScenario Resolved(string? service = CasePack.AidService) => Accepted(service).When(Resolve(CasePack.AidUnit)).Accepted();

    protected static OpenCase Open(string? service = CasePack.AidService, bool confidential = false, Priority priority = Priority.P4) => new(
        FirstContact, service, null, Words("Kömürümüz bitti."), null, priority,
        [Party(PartyRole.Applicant, Mother), Party(PartyRole.Beneficiary, Child), Party(PartyRole.Informant, Muhtar)], confidential, "ayse", null);

    protected static ResolveCase Resolve(UnitId unit) => new(unit, CaseResolution.Fulfilled, Words("Yardımınız teslim edildi."), "birim1");

    protected static Sealed<string> Words(string text) => TestPack.Sealed<string>(text, DataClass.CaseFile);

    protected static Party Party(PartyRole role, CitizenId citizen) => new(role, Capacity.Self, citizen, null, null);

    /// <summary>A local time in Türkiye.</summary>
    protected static DateTimeOffset At(int year, int month, int day, int hour, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.FromHours(3));
}
