using Santral.AgentConsole.Staff;
using Santral.Engine.Ports;
using Santral.Silo.Demo;

namespace Santral.Silo.Composition;

/// <summary>The first start of a data folder makes one account for each role and prints their passwords once.</summary>
internal static class FirstStart
{
    public static void PrintAccounts(IServiceProvider services)
    {
        if (services.GetService<DemoAccounts>() is { } demo)
        {
            demo.Print();
            return;
        }

        var made = services.GetRequiredService<StaffStore>().EnsureFirstAccounts(services.GetRequiredService<IPackSource>().Current);
        if (made.Count == 0)
        {
            return;
        }

        Console.WriteLine("İlk başlatma: oturum açma bilgileri yalnızca şimdi gösterilir, lütfen not ediniz.");
        foreach (var account in made)
        {
            Console.WriteLine($"  {account.Role,-14}  {account.User,-12}  {account.Password}");
        }
    }
}
