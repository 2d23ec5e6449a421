using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

public sealed class PackLoaderTests
{
    [Fact]
    public void Ibb_loads_with_its_54_services()
    {
        var pack = PackLoader.Load(PackFiles.Real("ibb"));

        Assert.Equal("ibb", pack.Id);
        Assert.Equal(54, pack.Services.Length);
        Assert.Equal("konusu-belirlenecek", pack.Triage.Id.Value);
        Assert.Matches("^[0-9a-f]{64}$", pack.Hash);
    }
}
