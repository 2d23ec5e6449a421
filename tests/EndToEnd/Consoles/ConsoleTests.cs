using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>One browser at a time: a console under test must not wait for another's processor.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleTests
{
    public const string Name = "consoles";
}
