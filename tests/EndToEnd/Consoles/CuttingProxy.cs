using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.Consoles;

/// <summary>What a cut waits for.</summary>
internal enum CutAt
{
    /// <summary>So many bytes have gone to the page over its socket.</summary>
    SocketBytes,

    /// <summary>An action is on its way to the server and has not reached it.</summary>
    Request,

    /// <summary>An action was done and its answer is on its way to the page.</summary>
    Answer,
}

/// <summary>A wire between one page and the Silo that can be cut in the middle of a word. All its connections break at once, as a cable's would.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly HashSet<Wire> wires = [];
    private readonly Lock gate = new();
    private readonly int target;
    private readonly Task accepting;
    private Arm? arm;
    private int refusals;

    public CuttingProxy(string silo)
    {
        target = new Uri(silo).Port;
        listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        accepting = AcceptAsync();
    }

    public string Url { get; }

    /// <summary>Cuts once. The task ends when the wire is cut.</summary>
    /// <param name="bytes">For <see cref="CutAt.SocketBytes"/>: how many more still arrive.</param>
    /// <param name="refused">How many of the socket's next attempts to connect are refused.</param>
    public Task Cut(CutAt at, int bytes, int refused)
    {
        lock (gate)
        {
            arm = new(at, bytes, refused, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return arm.Done.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Dispose();
        BreakAll();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient page)
    {
        var wire = new Wire(page, new TcpClient());
        try
        {
            var buffer = new byte[32 * 1024];
            var first = await page.GetStream().ReadAsync(buffer, end.Token);
            wire.IsSocket = Encoding.ASCII.GetString(buffer, 0, first).StartsWith("GET /hubs/", StringComparison.Ordinal);
            if (first == 0 || (wire.IsSocket && Interlocked.Decrement(ref refusals) >= 0))
            {
                return;
            }

            await wire.Silo.ConnectAsync(IPAddress.Loopback, target, end.Token);
            lock (gate)
            {
                wires.Add(wire);
            }

            var (up, down) = (UpAsync(wire, buffer, first), DownAsync(wire));
            await await Task.WhenAny(up, down);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A cut wire is what this is for.
        }
        finally
        {
            lock (gate)
            {
                wires.Remove(wire);
            }

            wire.Break();
        }
    }

    private async Task UpAsync(Wire wire, byte[] buffer, int count)
    {
        try
        {
            for (; count > 0; count = await wire.Page.GetStream().ReadAsync(buffer, end.Token))
            {
                var begins = wire.IsSocket ? "" : Encoding.ASCII.GetString(buffer, 0, Math.Min(count, 16));
                var action = begins.StartsWith("POST /api/", StringComparison.Ordinal);

                // A body may come apart from its head, and belongs to what came before it.
                wire.IsAction = action || (wire.IsAction && !begins.StartsWith("GET ", StringComparison.Ordinal));
                if (action && Due(CutAt.Request, 0) is { } due)
                {
                    Break(due);
                    return;
                }

                await wire.Silo.GetStream().WriteAsync(buffer.AsMemory(0, count), end.Token);
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction ends the wire.
        }
    }

    private async Task DownAsync(Wire wire)
    {
        var buffer = new byte[32 * 1024];
        for (int count; (count = await wire.Silo.GetStream().ReadAsync(buffer, end.Token)) > 0;)
        {
            var due = wire.IsSocket ? Due(CutAt.SocketBytes, count) : wire.IsAction ? Due(CutAt.Answer, count) : null;
            if (due is not null)
            {
                await wire.Page.GetStream().WriteAsync(buffer.AsMemory(0, due.At == CutAt.SocketBytes ? due.Left : 0), end.Token);
                Break(due);
                return;
            }

            await wire.Page.GetStream().WriteAsync(buffer.AsMemory(0, count), end.Token);
        }
    }

    /// <summary>The cut, when these bytes are the ones it waits for.</summary>
    private Arm? Due(CutAt at, int bytes)
    {
        lock (gate)
        {
            if (arm is null || arm.At != at)
            {
                return null;
            }

            if (at == CutAt.SocketBytes && arm.Left >= bytes)
            {
                arm.Left -= bytes;
                return null;
            }

            var due = arm;
            arm = null;
            Volatile.Write(ref refusals, due.Refused);
            return due;
        }
    }

    private void Break(Arm due)
    {
        BreakAll();
        due.Done.TrySetResult();
    }

    private void BreakAll()
    {
        Wire[] all;
        lock (gate)
        {
            all = [.. wires];
        }

        foreach (var wire in all)
        {
            wire.Break();
        }
    }

    private sealed class Arm(CutAt at, int left, int refused, TaskCompletionSource done)
    {
        public CutAt At { get; } = at;
        public int Left { get; set; } = left;
        public int Refused { get; } = refused;
        public TaskCompletionSource Done { get; } = done;
    }

    /// <summary>One connection of the page and its continuation to the Silo.</summary>
    private sealed record Wire(TcpClient Page, TcpClient Silo)
    {
        public bool IsSocket { get; set; }
        public bool IsAction { get; set; }

        /// <summary>By a reset, as a cable's end would look; nothing more is said.</summary>
        public void Break()
        {
            foreach (var side in new[] { Page, Silo })
            {
                if (side.Client is { } socket)
                {
                    socket.LingerState = new(true, 0);
                }

                side.Dispose();
            }
        }
    }
}
