namespace Santral.Benchmarks.Engine;

/// <summary>A seeded sequence of entities, drawn before the clock starts: entity k comes with weight 1 / (k + 1)^theta.</summary>
internal sealed class Zipf
{
    private const int Drawn = 1 << 20;

    private readonly int[] sequence = new int[Drawn];

    public Zipf(int entities, double theta, int seed)
    {
        var sums = new double[entities];
        var sum = 0.0;
        for (var k = 0; k < entities; k++)
        {
            sums[k] = sum += 1 / Math.Pow(k + 1, theta);
        }

        var random = new Random(seed);
        for (var i = 0; i < Drawn; i++)
        {
            var found = Array.BinarySearch(sums, random.NextDouble() * sum);
            sequence[i] = Math.Min(found < 0 ? ~found : found, entities - 1);
        }
    }

    public int this[int place] => sequence[place & (Drawn - 1)];
}
