using Santral.Domain.Kernel;
using Santral.Engine.Codec;
using Xunit;

namespace Santral.Architecture.Tests;

/// <summary>What is on a municipality's disk must load for ever, so names are added and never changed.</summary>
public sealed class StoredNameTests
{
    private static readonly string NamesFile = Path.Combine(SourceTree.Root, "tests/Architecture.Tests/stored-names.txt");

    [Fact]
    public void Every_message_of_the_domain_has_a_stored_name()
    {
        var named = MessageRegistry.Default.Types.Values.ToHashSet();
        var nameless = typeof(ICommand).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && IsStored(type) && !named.Contains(type))
            .Select(type => type.FullName);
        Assert.Empty(nameless);
    }

    [Fact]
    public void No_stored_name_was_ever_changed_or_dropped()
    {
        var released = File.ReadAllLines(NamesFile).Where(line => line.Length > 0).ToArray();
        var now = MessageRegistry.Default.Types.Select(pair => $"{pair.Key} {pair.Value.FullName}").ToHashSet(StringComparer.Ordinal);
        var lost = released.Where(line => !now.Contains(line)).ToArray();
        Assert.True(lost.Length == 0, $"Stores hold these names; keep them and add new ones: {string.Join(", ", lost)}");
    }

    [Fact]
    public void Every_name_in_use_is_written_down()
    {
        var released = File.ReadAllLines(NamesFile).ToHashSet(StringComparer.Ordinal);
        var unwritten = MessageRegistry.Default.Types.Select(pair => $"{pair.Key} {pair.Value.FullName}").Where(line => !released.Contains(line)).Order(StringComparer.Ordinal).ToArray();
        Assert.True(unwritten.Length == 0, $"Add to stored-names.txt:{Environment.NewLine}{string.Join(Environment.NewLine, unwritten)}");
    }

    private static bool IsStored(Type type) =>
        !typeof(Notice).IsAssignableFrom(type)
        && (typeof(ICommand).IsAssignableFrom(type) || typeof(IEvent).IsAssignableFrom(type) || typeof(IEffect).IsAssignableFrom(type) || typeof(IReply).IsAssignableFrom(type));
}
