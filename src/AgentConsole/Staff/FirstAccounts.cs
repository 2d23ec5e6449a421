using System.Globalization;
using System.Security.Cryptography;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Staff;

/// <summary>What a new data folder begins with: three agents with the switch's phones 101 to 103 and one person for each other role.</summary>
public static class FirstAccounts
{
    private const int Agents = 3;
    private const int FirstExtension = 101;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Makes them when there is no account at all. The passwords are returned once, to be printed, and kept nowhere.</summary>
    public static IReadOnlyList<FirstAccount> EnsureFirstAccounts(this StaffStore store, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(pack);
        if (store.Accounts.Count > 0)
        {
            return [];
        }

        var made = new List<FirstAccount>();
        foreach (var account in For(pack))
        {
            var password = NewPassword();
            store.Put(account, password);
            made.Add(new(account.User, account.Roles[0], password));
        }

        return made;
    }

    private static IEnumerable<StaffAccount> For(Pack pack)
    {
        var desk = pack.Queues.FirstOrDefault()?.Desk ?? new DeskId("merkez");
        for (var i = 0; i < Agents; i++)
        {
            var user = $"temsilci{i + 1}";
            var extension = (FirstExtension + i).ToString(CultureInfo.InvariantCulture);
            yield return new(user, $"Temsilci {i + 1}", [StaffRoles.Agent], new AgentId(user), $"PJSIP/ag{extension}", extension, desk, [], "");
        }

        yield return Person("supervizor", "Vardiya Amiri", StaffRoles.Supervisor, desk);
        yield return Person("birim", "Birim Görevlisi", StaffRoles.Unit, null) with { Units = [.. pack.Units.Select(u => u.Id)] };
        yield return Person("uzman", "Meslek Elemanı", StaffRoles.Expert, null);
        yield return Person("sef", "Birim Şefi", StaffRoles.Chief, null);
        yield return Person("mudur", "Müdür", StaffRoles.Manager, null);
        yield return Person("kurul", "Kurul Üyesi", StaffRoles.Board, null);
        yield return Person("odeme", "Ödeme Görevlisi", StaffRoles.Payer, null);
        yield return Person("yonetici", "Sistem Yöneticisi", StaffRoles.Administrator, null);
        yield return Person("denetci", "Denetçi", StaffRoles.Auditor, null);
    }

    private static StaffAccount Person(string user, string name, string role, DeskId? desk) => new(user, name, [role], null, null, null, desk, [], "");

    /// <summary>Four groups of four letters that cannot be mistaken for one another: about 79 bits.</summary>
    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
