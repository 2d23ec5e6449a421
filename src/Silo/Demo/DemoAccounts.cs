using System.Security.Cryptography;
using Santral.AgentConsole.Staff;
using Santral.Engine.Ports;
using Santral.Silo.Composition;

namespace Santral.Silo.Demo;

/// <summary>
/// A demo prints its sign-ins at every start, so it gives every account a new password; the players keep theirs in memory only.
/// </summary>
internal sealed class DemoAccounts(StaffStore staff, IPackSource packs, DemoEndpoint endpoint)
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 8;

    private readonly Dictionary<string, string> passwords = new(StringComparer.Ordinal);

    /// <summary>The account of a first start that is played, with its password; null when it is not there any more.</summary>
    public string? PasswordOf(string user) => passwords.GetValueOrDefault(user);

    public void Print()
    {
        staff.EnsureFirstAccounts(packs.Current);
        Console.WriteLine($"GÖSTERİM (demo): bütün kişiler, numaralar ve başvurular uydurmadır. Tohum: {DemoScript.Seed}");
        Console.WriteLine($"Adres: {endpoint.Base.GetLeftPart(UriPartial.Authority)}");
        Console.WriteLine("Oturum açma bilgileri bu çalıştırma için geçerlidir. temsilci1 size ayrılmıştır; temsilci2 ve temsilci3 kendiliğinden çalışır.");
        foreach (var account in staff.Accounts)
        {
            var password = RandomNumberGenerator.GetString(Alphabet, PasswordLength);
            staff.Put(account, password);
            passwords[account.User] = password;
            Console.WriteLine($"  {account.Roles[0],-14}  {account.User,-12}  {password}");
        }
    }
}
