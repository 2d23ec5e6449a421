using Santral.Silo.Composition;
using Santral.Silo.Demo;
using Xunit;

namespace Santral.Adapters.Tests.Demo;

public sealed class DemoFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("santral-demo-folder-").FullName;

    [Fact]
    public void A_new_folder_is_marked_and_taken_again_by_the_next_demo()
    {
        var folder = Path.Combine(root, "yeni");
        DemoFolder.Claim(folder, demo: true);
        Assert.True(File.Exists(Path.Combine(folder, DemoFolder.Marker)));
        File.WriteAllText(Path.Combine(folder, "journal.db"), "");
        DemoFolder.Claim(folder, demo: true);
    }

    [Fact]
    public void A_demo_refuses_a_folder_that_may_hold_real_data_and_leaves_it_as_it_was()
    {
        File.WriteAllText(Path.Combine(root, "journal.db"), "gerçek");
        var refusal = Assert.Throws<UsageException>(() => DemoFolder.Claim(root, demo: true));
        Assert.Contains(root, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["journal.db"], Directory.EnumerateFileSystemEntries(root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_run_with_real_citizens_refuses_a_demos_folder()
    {
        DemoFolder.Claim(root, demo: true);
        var refusal = Assert.Throws<UsageException>(() => DemoFolder.Claim(root, demo: false));
        Assert.Contains("--demo", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_real_citizens_marks_nothing()
    {
        var folder = Path.Combine(root, "gercek");
        DemoFolder.Claim(folder, demo: false);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
