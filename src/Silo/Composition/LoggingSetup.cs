using Serilog;
using Serilog.Events;

namespace Santral.Silo.Composition;

/// <summary>Structured logs to the console and to a daily file. No personal data reaches a log: commands and rows are never logged, only their kinds.</summary>
internal static class LoggingSetup
{
    private const int DaysKept = 14;

    public static void Use(WebApplicationBuilder builder, SiloSettings settings)
    {
        Log.Logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // It warns at each start that key files are not encrypted by the framework; the folder's rights protect them.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // A demo's provider is the server itself, which does not answer yet when it is first asked what has come in.
            .MinimumLevel.Override("Santral.Messaging.Twilio.TwilioGapFiller", settings.Demo ? LogEventLevel.Error : LogEventLevel.Information)
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .WriteTo.File(
                new Serilog.Formatting.Json.JsonFormatter(), Path.Combine(settings.Data, "logs", "santral-.json"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(dispose: true);
    }
}
