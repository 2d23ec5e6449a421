using BenchmarkDotNet.Attributes;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine;
using Santral.Engine.Codec;

namespace Santral.Benchmarks.Engine;

/// <summary>What one command costs in the codec, in time and in bytes for the collector: <c>micro --filter *CodecMicro* -i -j short</c>.</summary>
[MemoryDiagnoser]
public class CodecMicro
{
    private readonly RecordCodec codec = RecordCodec.Default;
    private readonly ReceiveForm command = new(Channel.Web, null, "2026-000001", "yol", BenchPack.Seal("Kaldırım taşları yerinden oynamış."), null, null, BenchPack.Start);
    private readonly DecisionRecord record;
    private readonly ReadOnlyMemory<byte> bytes;

    public CodecMicro()
    {
        var decision = (Decision)new AddressDecider().Decide(
            AddressState.Of(BenchPack.Addresses[0].Key), command, new(BenchPack.Start, BenchPack.Pack, new(new Guid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)), Origin.System));
        record = new()
        {
            Actor = BenchPack.Addresses[0], Version = 1, At = BenchPack.Start, Command = new(new Guid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)), PayloadHash = codec.PayloadHash(command),
            By = Origin.System, PackHash = "bench", Events = decision.Events, Sends = decision.Sends, Reply = decision.Answer,
        };
        bytes = codec.Encode(record);
    }

    [Benchmark]
    public int Encode() => codec.Encode(record).Length;

    [Benchmark]
    public ulong PayloadHash() => codec.PayloadHash(command);

    [Benchmark]
    public long Decode() => codec.Decode(bytes).Version;
}
