using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Engine.Configuration;
using Santral.Engine.Ports;
using Santral.Telephony.Ari;

namespace Santral.Telephony;

public static class TelephonyServices
{
    private const string Section = "Telephony";

    /// <summary>Adds the switch named under <c>Telephony:Asterisk</c>; without a Url there is none, and the port says so.</summary>
    /// <exception cref="ConfigurationRefusedException">An unknown key, or a Url without a user.</exception>
    public static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        StrictConfiguration.RefuseUnknownKeys(configuration, Section, "Asterisk:Url", "Asterisk:User", "Asterisk:Password", "Asterisk:App");
        var asterisk = configuration.GetSection($"{Section}:Asterisk");
        if (string.IsNullOrEmpty(asterisk["Url"]))
        {
            services.AddSingleton<IEffectPort, NoSwitch>();
            return services;
        }

        if (!Uri.TryCreate(asterisk["Url"], UriKind.Absolute, out var url) || string.IsNullOrEmpty(asterisk["User"]) || string.IsNullOrEmpty(asterisk["Password"]))
        {
            throw new ConfigurationRefusedException("Telephony:Asterisk needs Url (such as http://127.0.0.1:8088/ari), User and Password.");
        }

        services.AddSingleton(new AriOptions { Url = url, User = asterisk["User"]!, Password = asterisk["Password"]!, App = asterisk["App"] ?? "santral" });
        services.AddSingleton<CallLedger>();
        services.AddSingleton<ILiveCalls>(s => s.GetRequiredService<CallLedger>());
        services.AddSingleton<ILineAnnouncements>(s => s.GetRequiredService<CallLedger>());
        services.AddHostedService(s => s.GetRequiredService<CallLedger>());
        services.AddSingleton<AsteriskTelephony>();
        services.AddSingleton<IEffectPort>(s => s.GetRequiredService<AsteriskTelephony>());
        services.AddHostedService(s => s.GetRequiredService<AsteriskTelephony>());
        return services;
    }
}

/// <summary>A centre without a switch: whoever asks to ring someone is told so at once instead of waiting.</summary>
internal sealed class NoSwitch : IEffectPort
{
    public string Port => Domain.Kernel.Ports.Telephony;

    public bool RepeatIsVisible => false;

    public ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel) => new(new EffectResult.Failed("telephony.not_configured"));

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) => RunAsync(call, cancel);
}
