namespace Santral.Engine.Ports;

/// <summary>One part's own word on how it is. Readiness tells all of them and is green only when every required one is.</summary>
public interface IHealthProbe
{
    /// <summary>Such as <c>journal</c> or <c>asterisk</c>.</summary>
    string Name { get; }

    Health Check();
}

/// <param name="Ready">False turns readiness red.</param>
/// <param name="State">In a word or two: writable, connected, not configured, disconnected...</param>
public readonly record struct Health(bool Ready, string State, string? Detail = null);
