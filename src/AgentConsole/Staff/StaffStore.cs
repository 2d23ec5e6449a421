using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;

namespace Santral.AgentConsole.Staff;

/// <summary>Accounts, passwords and lockout. Accounts are few and read on every request, so they are kept in memory too.</summary>
public sealed class StaffStore
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly StaffDatabase database;
    private readonly PasswordHasher<StaffAccount> hasher = new();
    private readonly ConcurrentDictionary<string, StaffAccount> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Failures, DateTimeOffset Until)> unknown = new(StringComparer.Ordinal);
    private readonly string decoy;

    public StaffStore(string dataDirectory, TimeProvider time)
    {
        this.time = time;
        database = new(dataDirectory);
        decoy = hasher.HashPassword(null!, "decoy");
        using var connection = database.Open();
        using var command = StaffDatabase.Command(connection, $"select {StaffDatabase.Columns} from account order by rowid");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var account = StaffDatabase.Read(rows);
            accounts[account.User] = account;
        }
    }

    /// <summary>Raised after an account's roles, units, desk or password changed, with its sign-in name.</summary>
    public event Action<string>? Changed;

    public IReadOnlyList<StaffAccount> Accounts => [.. accounts.Values.OrderBy(a => a.User, StringComparer.Ordinal)];

    public StaffAccount? Find(string? user) => user is null ? null : accounts.GetValueOrDefault(user);

    /// <summary>Adds an account, or gives it new roles, units and, when not null, a new password.</summary>
    public void Put(StaffAccount account, string? password)
    {
        ArgumentNullException.ThrowIfNull(account);
        var stored = account with { Stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)) };
        lock (gate)
        {
            using var connection = database.Open();
            var hash = password is null
                ? StaffDatabase.Scalar(connection, "select hash from account where user = $user", ("$user", account.User)) as string
                : hasher.HashPassword(account, password);
            StaffDatabase.Execute(
                connection,
                """
                insert into account (user, name, hash, roles, agent, endpoint, extension, desk, units, stamp)
                values ($user, $name, $hash, $roles, $agent, $endpoint, $extension, $desk, $units, $stamp)
                on conflict (user) do update set name = excluded.name, hash = excluded.hash, roles = excluded.roles, agent = excluded.agent,
                  endpoint = excluded.endpoint, extension = excluded.extension, desk = excluded.desk, units = excluded.units, stamp = excluded.stamp, defined = 0
                """,
                ("$user", stored.User), ("$name", stored.Name), ("$hash", hash ?? throw new ArgumentException("A new account needs a password.", nameof(password))),
                ("$roles", string.Join(',', stored.Roles)), ("$agent", stored.Agent?.Value), ("$endpoint", stored.Endpoint), ("$extension", stored.Extension),
                ("$desk", stored.Desk?.Value), ("$units", string.Join(',', stored.Units)), ("$stamp", stored.Stamp));
            accounts[stored.User] = stored;
        }

        Changed?.Invoke(stored.User);
    }

    /// <summary>Whether a name has no account, is locked or had a wrong password: each takes the same time and tells as little.</summary>
    internal SignInResult SignIn(string user, string password)
    {
        var now = time.GetUtcNow();
        if (Find(user) is not { } account)
        {
            hasher.VerifyHashedPassword(null!, decoy, password);
            return FailUnknown(user, now);
        }

        using var connection = database.Open();
        if (LockedUntil(connection, user) is var until && until > now)
        {
            return new SignInResult.Locked(until - now);
        }

        var hash = (string)StaffDatabase.Scalar(connection, "select hash from account where user = $user", ("$user", user))!;
        var verdict = hasher.VerifyHashedPassword(account, hash, password);
        lock (gate)
        {
            if (verdict is not PasswordVerificationResult.Failed)
            {
                StaffDatabase.Execute(connection, "update account set failures = 0, locked_until = 0 where user = $user", ("$user", user));
                return new SignInResult.Welcome(account);
            }

            StaffDatabase.Execute(
                connection,
                """
                update account set locked_until = case when failures + 1 >= $most then $until else 0 end,
                                   failures = case when failures + 1 >= $most then 0 else failures + 1 end where user = $user
                """,
                ("$user", user), ("$most", ConsoleLimits.SignInFailures), ("$until", (now + ConsoleLimits.LockedFor).ToUnixTimeMilliseconds()));
            return LockedUntil(connection, user) is var locked && locked > now ? new SignInResult.Locked(locked - now) : new SignInResult.Invalid();
        }
    }

    internal IReadOnlyList<StaffAccount> UndefinedAgents()
    {
        using var connection = database.Open();
        using var command = StaffDatabase.Command(connection, $"select {StaffDatabase.Columns} from account where agent is not null and defined = 0 order by rowid");
        using var rows = command.ExecuteReader();
        var found = new List<StaffAccount>();
        while (rows.Read())
        {
            found.Add(StaffDatabase.Read(rows));
        }

        return found;
    }

    internal void MarkDefined(StaffAccount account)
    {
        lock (gate)
        {
            using var connection = database.Open();
            StaffDatabase.Execute(connection, "update account set defined = 1 where user = $user and stamp = $stamp", ("$user", account.User), ("$stamp", account.Stamp));
        }
    }

    private SignInResult FailUnknown(string user, DateTimeOffset now)
    {
        lock (gate)
        {
            if (unknown.Count >= ConsoleLimits.UnknownNames)
            {
                unknown.Clear();
            }

            var (failures, until) = unknown.GetValueOrDefault(user);
            if (until > now)
            {
                return new SignInResult.Locked(until - now);
            }

            var locks = failures + 1 >= ConsoleLimits.SignInFailures;
            unknown[user] = locks ? (0, now + ConsoleLimits.LockedFor) : (failures + 1, default);
            return locks ? new SignInResult.Locked(ConsoleLimits.LockedFor) : new SignInResult.Invalid();
        }
    }

    private static DateTimeOffset LockedUntil(SqliteConnection connection, string user) => DateTimeOffset.FromUnixTimeMilliseconds(
        Convert.ToInt64(StaffDatabase.Scalar(connection, "select locked_until from account where user = $user", ("$user", user)), CultureInfo.InvariantCulture));
}
