using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.Views;

namespace Santral.AgentConsole.Hub;

/// <summary>
/// Brings changes of topics to the consoles that look at them and may. Locks are taken in one order: the views' first, ours
/// second; so nothing here asks the views for anything while holding its own.
/// </summary>
internal sealed partial class ConsoleTopics : IDisposable
{
    private readonly Lock gate = new();
    private readonly ITopics topics;
    private readonly IViews views;
    private readonly StaffStore staff;
    private readonly IHubContext<ConsoleHub> hub;
    private readonly ILogger<ConsoleTopics> logger;
    private readonly ConcurrentDictionary<string, ConsoleConnection> connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ConsoleConnection>> watchers = new(StringComparer.Ordinal);
    private readonly IDisposable listening;

    public ConsoleTopics(ITopics topics, IViews views, StaffStore staff, IHubContext<ConsoleHub> hub, ILogger<ConsoleTopics> logger)
    {
        this.topics = topics;
        this.views = views;
        this.staff = staff;
        this.hub = hub;
        this.logger = logger;
        listening = topics.Listen(Changed, RightsChanged);
        staff.Changed += AccountChanged;
    }

    public ConsoleConnection? Find(string connection) => connections.GetValueOrDefault(connection);

    public void Connect(ConsoleConnection connection)
    {
        connections[connection.Id] = connection;
        _ = Task.Run(() => PumpAsync(connection));
    }

    public void Disconnect(string id)
    {
        if (!connections.TryRemove(id, out var connection))
        {
            return;
        }

        IDisposable?[] handles;
        lock (gate)
        {
            foreach (var topic in connection.Topics.Keys)
            {
                Unwatch(topic, connection);
            }

            handles = [.. connection.Topics.Values];
            connection.Topics.Clear();
        }

        Array.ForEach(handles, h => h?.Dispose());
        connection.Dispose();
    }

    /// <summary>Null when it may not be seen, which is also the answer for what does not exist.</summary>
    /// <exception cref="HubException"><c>topic.too_many</c>.</exception>
    public WireSnapshot? Subscribe(ConsoleConnection connection, string topic)
    {
        if (!views.Read(r => r.MaySee(connection.Viewer, topic)))
        {
            return null;
        }

        WireSnapshot? answer = null;
        IDisposable? replaced = null;
        var handle = topics.Open(topic, snapshot =>
        {
            // Asked again between no two records: the right may have been lost since.
            if (!views.Read(r => r.MaySee(connection.Viewer, topic)))
            {
                return;
            }

            lock (gate)
            {
                if (!connection.Topics.TryGetValue(snapshot.Topic, out replaced))
                {
                    if (connection.Topics.Count >= ConsoleLimits.TopicsPerConnection || !connections.ContainsKey(connection.Id))
                    {
                        return;
                    }

                    Watch(snapshot.Topic, connection);
                }

                connection.Topics[snapshot.Topic] = null;
                connection.Outbox.Forget(snapshot.Topic);
            }

            answer = WireSnapshot.Of(snapshot);
        });
        replaced?.Dispose();
        var kept = false;
        if (answer is not null)
        {
            lock (gate)
            {
                // Revoked or disconnected in between: then there is nothing to keep it open for.
                kept = connection.Topics.ContainsKey(answer.Topic);
                if (kept)
                {
                    connection.Topics[answer.Topic] = handle;
                }
            }
        }

        if (!kept)
        {
            handle.Dispose();
        }

        return answer;
    }

    public void Unsubscribe(ConsoleConnection connection, string topic)
    {
        IDisposable? handle;
        lock (gate)
        {
            if (!connection.Topics.Remove(topic, out handle))
            {
                return;
            }

            Unwatch(topic, connection);
            connection.Outbox.Forget(topic);
        }

        handle?.Dispose();
    }

    public void Dispose()
    {
        staff.Changed -= AccountChanged;
        listening.Dispose();
    }

    private void Changed(TopicChange change)
    {
        lock (gate)
        {
            if (!watchers.TryGetValue(change.Topic, out var those))
            {
                return;
            }

            var wire = WireChange.Of(change);
            those.ForEach(c => c.Outbox.Add(wire));
        }
    }

    /// <summary>Called before the change itself goes out, so that whoever lost the right does not get it.</summary>
    private void RightsChanged(string topic)
    {
        ConsoleConnection[] those;
        lock (gate)
        {
            those = watchers.TryGetValue(topic, out var found) ? [.. found] : [];
        }

        foreach (var connection in those.Where(c => !views.Read(r => r.MaySee(c.Viewer, topic))))
        {
            Revoke(connection, topic);
        }
    }

    private void AccountChanged(string user)
    {
        foreach (var connection in connections.Values.Where(c => c.Viewer.User == user))
        {
            if (ConsoleAuthentication.AccountOf(staff, connection.User) is null && staff.Find(user) is { } now)
            {
                // Signed in under what the account was: the rows go at once and the session with them.
                connection.Viewer = now.Viewer(ConsoleAuthentication.RolesOf(connection.User));
            }

            string[] open;
            lock (gate)
            {
                open = [.. connection.Topics.Keys];
            }

            foreach (var topic in open.Where(t => !views.Read(r => r.MaySee(connection.Viewer, t))))
            {
                Revoke(connection, topic);
            }
        }
    }

    private void Revoke(ConsoleConnection connection, string topic)
    {
        IDisposable? handle;
        lock (gate)
        {
            if (!connection.Topics.Remove(topic, out handle))
            {
                return;
            }

            Unwatch(topic, connection);
            connection.Outbox.Revoke(topic);
        }

        handle?.Dispose();
    }

    private void Watch(string topic, ConsoleConnection connection)
    {
        if (!watchers.TryGetValue(topic, out var those))
        {
            watchers.Add(topic, those = []);
        }

        those.Add(connection);
    }

    private void Unwatch(string topic, ConsoleConnection connection)
    {
        if (watchers.TryGetValue(topic, out var those) && those.Remove(connection) && those.Count == 0)
        {
            watchers.Remove(topic);
        }
    }

    /// <summary>One message after another; a console that reads slowly holds up this task and nothing else.</summary>
    private async Task PumpAsync(ConsoleConnection connection)
    {
        var closed = connection.Closed;
        try
        {
            while (true)
            {
                var message = await connection.Outbox.TakeAsync(closed).ConfigureAwait(false);
                await hub.Clients.Client(connection.Id).SendAsync(message is WireRevoked ? "revoked" : "changed", message, closed).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (closed.IsCancellationRequested)
        {
            // Disconnected.
        }
        catch (Exception failure)
        {
            LogPumpFailed(logger, failure);
            connection.Abort();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A console's outbox broke; its connection is closed so that it begins anew")]
    private static partial void LogPumpFailed(ILogger logger, Exception failure);
}
