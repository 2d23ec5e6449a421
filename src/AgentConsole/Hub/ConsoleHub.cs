using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;

namespace Santral.AgentConsole.Hub;

/// <summary>What is seen. See docs/API.md; what is done goes by HTTP.</summary>
[Authorize]
internal sealed class ConsoleHub(ConsoleTopics topics, ReadRecorder reads, StaffStore staff) : Microsoft.AspNetCore.SignalR.Hub
{
    public const string Forbidden = "topic.forbidden";

    public override Task OnConnectedAsync()
    {
        if (Context.User is not { } user || ConsoleAuthentication.AccountOf(staff, user) is not { } account)
        {
            Context.Abort();
            return Task.CompletedTask;
        }

        topics.Connect(new(Context.ConnectionId, user, account.Viewer(ConsoleAuthentication.RolesOf(user)), Context.Abort));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        topics.Disconnect(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    public async Task<WireSnapshot> Subscribe(string topic)
    {
        if (string.IsNullOrEmpty(topic) || topic.Length > ConsoleLimits.ShortText || topics.Find(Context.ConnectionId) is not { } connection)
        {
            throw new HubException(Forbidden);
        }

        if (ConsoleAuthentication.AccountOf(staff, connection.User) is null)
        {
            throw new HubException("session.missing");
        }

        if (!await reads.RecordAsync(connection.Viewer, topic, Context.ConnectionAborted).ConfigureAwait(false))
        {
            throw new HubException(Web.Problems.Unavailable);
        }

        return topics.Subscribe(connection, topic) ?? throw new HubException(Forbidden);
    }

    public void Unsubscribe(string topic)
    {
        if (topic is not null && topics.Find(Context.ConnectionId) is { } connection)
        {
            topics.Unsubscribe(connection, topic);
        }
    }
}
