namespace Santral.Messaging;

/// <summary>The addresses that providers and forms post to.</summary>
public static class Routes
{
    public const string TwilioMessage = "/webhooks/twilio/message";
    public const string TwilioStatus = "/webhooks/twilio/status";
    public const string Meta = "/webhooks/meta";
    public const string Intake = "/api/intake";
}
