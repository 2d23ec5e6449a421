using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Hub;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;

namespace Santral.AgentConsole;

public static class AgentConsoleServices
{
    /// <summary>The configuration key of the data folder; accounts and cookie keys are kept in it.</summary>
    public const string DataKey = "Data";

    /// <summary>
    /// Adds sign-in, hub and actions. Needs <c>IActors</c>, <c>ISealer</c>, <c>IPackSource</c> and the views.
    /// </summary>
    /// <param name="configuration">Reads <c>Data</c> (the data folder, default <c>data</c>) and <c>Demo</c>.</param>
    public static IServiceCollection AddAgentConsole(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var data = Path.GetFullPath(configuration[DataKey] ?? "data");
        services.AddConsoleAuthentication(data);
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-CSRF";
            options.Cookie.Name = "santral-csrf";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddSingleton(provider => new StaffStore(data, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<ReadRecorder>();
        services.AddSingleton<ConsoleTopics>();
        services.AddHostedService<AgentsDefiner>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var code = Problems.CodeOf(context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode);
            context.ProblemDetails.Extensions.TryAdd("code", code);
            context.ProblemDetails.Detail ??= Problems.Detail(context.HttpContext.RequestServices.GetRequiredService<IPackSource>().Current, code);
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
            options.SerializerOptions.Converters.Add(new GuidReader());
        });
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = ConsoleLimits.HubMessageBytes;
            options.MaximumParallelInvocationsPerClient = 4;
        }).AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        return services;
    }
}
