using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;
using Santral.Messaging.Intake;
using Santral.Messaging.Meta;
using Santral.Messaging.Outbound;
using Santral.Messaging.Twilio;

namespace Santral.Messaging;

/// <summary>Everything the composition root needs of this adapter. It expects <see cref="IActors"/>, <see cref="ISealer"/> and <see cref="IPackSource"/>.</summary>
public static class MessagingServices
{
    /// <exception cref="Engine.Configuration.ConfigurationRefusedException">The section <c>Messaging</c> holds an unknown key or an unusable value.</exception>
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        var options = MessagingOptions.Read(configuration);
        services.AddMetrics();
        services.AddAuthorization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.Twilio);
        services.AddSingleton(options.Meta);
        services.AddSingleton<MessagingMetrics>();
        services.TryAddSingleton<ProviderHttp>();
        services.AddSingleton<InboundDesk>();

        services.AddSingleton<MetaLines>();
        services.AddSingleton<MetaWebhooks>();
        services.AddSingleton<IMessageSender, MetaSender>();

        services.AddSingleton<TwilioApi>();
        services.AddSingleton<TwilioLedger>();
        services.AddSingleton<TwilioWebhooks>();
        services.AddSingleton<IMessageSender, TwilioSender>();
        services.AddHostedService<TwilioGapFiller>();

        services.AddSingleton<IEffectPort, MessagingPort>();
        services.AddSingleton<AnonymousForms>();
        services.AddSingleton<IntakeEndpoint>();
        return services;
    }

    /// <summary>Maps the webhooks and the intake. They carry their own authentication: signatures, and the policy <see cref="IntakePolicy"/>.</summary>
    public static IEndpointRouteBuilder MapMessaging(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var (twilio, meta, intake) = (app.ServiceProvider.GetRequiredService<TwilioWebhooks>(), app.ServiceProvider.GetRequiredService<MetaWebhooks>(), app.ServiceProvider.GetRequiredService<IntakeEndpoint>());
        RequestDelegate message = twilio.MessageAsync, status = twilio.StatusAsync, challenge = meta.ChallengeAsync, events = meta.PostAsync, form = intake.PostAsync;
        app.MapPost(Routes.TwilioMessage, message).AllowAnonymous().DisableAntiforgery();
        app.MapPost(Routes.TwilioStatus, status).AllowAnonymous().DisableAntiforgery();
        app.MapGet(Routes.Meta, challenge).AllowAnonymous();
        app.MapPost(Routes.Meta, events).AllowAnonymous().DisableAntiforgery();
        app.MapPost(Routes.Intake, form).AllowAnonymous().DisableAntiforgery();
        return app;
    }
}
