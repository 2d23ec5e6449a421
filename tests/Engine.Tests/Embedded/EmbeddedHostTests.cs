using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Contract.Hosts;
using Santral.Engine.Hosting;

namespace Santral.Engine.Tests.Embedded;

public sealed class EmbeddedHostTests : HostContract
{
    protected override IActorHost Create(ActorCatalog catalog, CellServices services) => new EmbeddedHost(catalog, services);
}

public sealed class EmbeddedPumpTests : PumpContract
{
    protected override IActorHost Create(ActorCatalog catalog, CellServices services) => new EmbeddedHost(catalog, services);
}
