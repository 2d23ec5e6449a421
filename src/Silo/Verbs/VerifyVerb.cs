using System.Text.Json;
using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Ports;
using Santral.Journal;
using Santral.Silo.Composition;

namespace Santral.Silo.Verbs;

internal static class VerifyVerb
{
    private static readonly HashSet<string> Named = ["--data", "--against"];

    /// <summary>0 when the store is proven; 1 with the first fault; 2 when there is nothing to prove.</summary>
    public static Task<int> ExecuteAsync(string[] words)
    {
        try
        {
            var said = new Words(words, Named, new HashSet<string>());
            var heads = said["--against"] is { } file ? SentHead.Parse(File.ReadLines(file)) : [];
            var report = StoreVerifier.Verify(Path.GetFullPath(said.Required("--data")), new Replay().Check, heads);
            Console.WriteLine(report.Fault is { } fault
                ? $"FAULT {fault}"
                : $"proven: {report.Sequence} records of {report.Actors} actors, {report.Indexed} indexed, head {report.Head}");
            return Task.FromResult(report.Proven ? 0 : 1);
        }
        catch (Exception refusal) when (refusal is UsageException or JournalRefused or FileNotFoundException)
        {
            return Task.FromResult(Usage.Refuse(refusal.Message));
        }
    }

    /// <summary>Brings every actor from nothing to its last record with the deciders of this version.</summary>
    private sealed class Replay
    {
        private readonly Engine.Hosting.ActorCatalog catalog = Deciders.All();
        private readonly Dictionary<ActorId, ActorCell> cells = [];
        private readonly CellServices services = CellServices.ForReplay(RecordCodec.Default);

        public string? Check(StoredRecord stored)
        {
            try
            {
                if (!cells.TryGetValue(stored.Actor, out var cell))
                {
                    cells.Add(stored.Actor, cell = catalog.Create(stored.Actor, services));
                }

                cell.Replay(stored.Sequence, RecordCodec.Default.Decode(stored.Bytes));
                return null;
            }
            catch (Exception fault) when (fault is UnknownMessageException or JsonException or InvalidOperationException or Engine.Hosting.UnknownActorException or FormatException)
            {
                return fault.Message;
            }
        }
    }
}
