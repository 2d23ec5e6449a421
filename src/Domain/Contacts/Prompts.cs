using System.Collections.Immutable;

namespace Santral.Domain.Contacts;

/// <summary>The prompts of the call flow and the sounds of each; <c>telephony/prompts/tr.tsv</c> holds their words.</summary>
internal static class Prompts
{
    public const string Danger = "danger";
    public const string Greeting = "greeting";
    public const string Kvkk = "kvkk";
    public const string Announcement = "announcement";
    public const string Menu = "menu";
    public const string InvalidKey = "invalid-key";
    public const string Closed = "closed";
    public const string Silent = "silent";
    public const string SilentListen = "silent-listen";
    public const string Position = "position";

    /// <summary>Positions up to this are spoken as numbers.</summary>
    private const int MostSpoken = 50;

    public static ImmutableArray<string> Sounds(string prompt, string? announcement) => prompt switch
    {
        Kvkk => ["recording-notice"],
        Closed => ["closed-goodbye"],
        Announcement => [announcement ?? Announcement],
        _ => [prompt],
    };

    public static ImmutableArray<string> PositionSounds(int position) => position is >= 1 and <= MostSpoken ? [$"position-{position}"] : ["position-many"];
}
