namespace Santral.Telephony.Ari;

/// <summary>Where the switch is, and every limit of the connection to it.</summary>
public sealed record AriOptions
{
    /// <summary>Such as <c>http://127.0.0.1:8088/ari</c>.</summary>
    public required Uri Url { get; init; }
    public required string User { get; init; }
    public required string Password { get; init; }
    public string App { get; init; } = "santral";

    /// <summary>True hears the events of every channel, also of those that are not the application's: for an observer.</summary>
    public bool HearAll { get; init; }

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first wait after a lost connection; each further one is twice as long, up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often an idle connection is probed, and how long a probe may stay unanswered.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Events that may wait for their turn. None is ever dropped: at the bound the connection is closed, and reading the
    /// switch's lists anew replaces what was not read.
    /// </summary>
    public int EventsWaiting { get; init; } = 10_000;

    /// <summary>Requests without an answer yet; one more is answered as lost, to be tried again.</summary>
    public int RequestsInFlight { get; init; } = 2_000;

    /// <summary>The longest message taken from the switch, in bytes: a list of some ten thousand channels.</summary>
    public int LargestMessage { get; init; } = 16 * 1024 * 1024;
}
