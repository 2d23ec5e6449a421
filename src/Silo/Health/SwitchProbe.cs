using Santral.Engine.Ports;
using Santral.Telephony;

namespace Santral.Silo.Health;

/// <summary>
/// A configured switch that is away turns readiness red, because calls go to its fallback then. Without one Santral serves
/// messages and forms, and says so.
/// </summary>
internal sealed class SwitchProbe(IServiceProvider services) : IHealthProbe
{
    public string Name => "asterisk";

    public Santral.Engine.Ports.Health Check() => services.GetService<AsteriskTelephony>() switch
    {
        null => new(true, "not configured"),
        { Connected: true } => new(true, "connected"),
        { Problem: var problem } => new(false, "disconnected", problem),
    };
}
