using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Contract.Hosts;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.CrashHost;

/// <summary>
/// A process to be killed. <c>CrashHost DATA MOMENT</c> reads lines <c>id amount</c> or <c>arm</c> and prints <c>ack id</c> for each reply that
/// leaves the engine. <see cref="Burst"/> is its other mode.
/// </summary>
public static class Entry
{
    /// <summary>How long an early reply is given to show itself before the process dies.</summary>
    private static readonly TimeSpan LastChance = TimeSpan.FromSeconds(1);

    public static async Task Main(string[] args)
    {
        if (args is [var data, "burst", var seed])
        {
            await Burst.RunAsync(data, int.Parse(seed, CultureInfo.InvariantCulture));
            return;
        }

        await using var journal = new DyingJournal(SqliteJournal.Open(new() { Folder = args[0] }));
        var pack = new Pack { Id = "crash", Hash = "0", Name = "Crash", Zone = ZoneRules.Turkiye, Limits = new() };
        var services = new CellServices(
            journal, RecordCodec.Default, TimeProvider.System, new FixedPack(pack), new DurableFeed(journal, RecordCodec.Default), new UnreleasedBudget(), NullLogger.Instance);
        await using var host = new EmbeddedHost(new ActorCatalog().Add(new LedgerDecider()), services);
        var actors = new Actors(host);
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "arm")
            {
                journal.Arm(Enum.Parse<DiesAt>(args[1]));
                continue;
            }

            var parts = line.Split(' ');
            var reply = TellAsync(actors, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
            await Task.WhenAny(reply, journal.Swallowed.Task);
            if (journal.Swallowed.Task.IsCompleted)
            {
                await Task.WhenAny(reply, Task.Delay(LastChance));
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    private static async Task TellAsync(Actors actors, string id, int amount)
    {
        var reply = await actors.AskAsync(LedgerDecider.Of("a"), LedgerDecider.Add(amount), CommandId.From(id), Origin.System);
        await Console.Out.WriteLineAsync(reply is Reply.Accepted ? $"ack {id}" : $"no {id}");
        await Console.Out.FlushAsync();
    }
}
