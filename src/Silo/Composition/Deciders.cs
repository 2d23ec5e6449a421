using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Routing;
using Santral.Domain.Units;
using Santral.Engine.Hosting;

namespace Santral.Silo.Composition;

/// <summary>Every actor of the product. A new one is a line here, and no host changes.</summary>
internal static class Deciders
{
    public static ActorCatalog All() => new ActorCatalog()
        .Add(new AddressDecider())
        .Add(new CitizenDecider())
        .Add(new ContactDecider())
        .Add(new DeskDecider())
        .Add(new AgentDecider())
        .Add(new CaseDecider())
        .Add(new CaseNumberDecider())
        .Add(new UnitDecider());
}
