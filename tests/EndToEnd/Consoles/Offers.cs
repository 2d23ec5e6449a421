using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.Consoles;

/// <summary>An agent who takes offers without a browser.</summary>
internal static class Offers
{
    /// <summary>Waits for an offer, accepts it and gives the id of the contact once that is the agent's.</summary>
    public static async Task<string> Accept(Hand agent, string id)
    {
        var contact = await Eventually.Get("an offer is there and accepted", async () =>
        {
            foreach (var offer in (await agent.Snapshot($"agent:{id}")).Kind("offer"))
            {
                await agent.Do($"/api/offers/{offer.GetProperty("id").GetString()}/accept", new { });
                return offer.GetProperty("contactId").GetString();
            }

            return null;
        });
        await IsMine(agent, id, contact);
        return contact;
    }

    /// <summary>The one contact that the agent has accepted at its console.</summary>
    public static async Task<string> Mine(Hand agent, string id)
    {
        var contact = await Eventually.Get("the contact is the agent's", async () =>
            (await agent.Snapshot($"agent:{id}")).Kind("contact").Select(c => c.GetProperty("id").GetString()).FirstOrDefault());
        await IsMine(agent, id, contact);
        return contact;
    }

    /// <summary>The desk knows of an acceptance first and tells the contact; until then the contact refuses the agent's actions.</summary>
    private static Task IsMine(Hand agent, string id, string contact) => Eventually.True("the contact knows its agent", async () =>
        (await agent.Snapshot($"agent:{id}")).Rows.ContainsKey($"contact {contact}")
        && (await agent.Snapshot($"contact:{contact}")).Kind("contact").Any(c => c.GetProperty("agentId").GetString() == id));
}
