using System.Diagnostics;

namespace Santral.Domain.Kernel;

/// <summary>
/// The end of a switch over a closed hierarchy. The compiler cannot know that a hierarchy is closed and demands this arm;
/// reaching it means that a new case was added and not handled, and a test walks every case by reflection.
/// </summary>
internal static class Closed
{
    internal static UnreachableException Unhandled(object? value) => new($"{value?.GetType().Name ?? "null"} is not handled here.");
}
