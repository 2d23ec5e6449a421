using Santral.Domain.Agents;
using Santral.Domain.Kernel;
using Santral.Views.Model;

namespace Santral.Views.Fold;

/// <summary>The profile. Where an agent stands at the desk comes from the desk's own events.</summary>
internal static class AgentProjection
{
    public static void Apply(ViewState state, AgentId id, AgentEvent @event)
    {
        var agent = state.Agent(id);
        switch (@event)
        {
            case AgentDefined e:
                agent.Defined = true;
                agent.Name = e.Name;
                agent.Endpoint = e.Endpoint;
                agent.Extension = e.Extension;
                if (!agent.Joined)
                {
                    agent.Desk = e.Desk;
                    agent.Skills = [.. e.Skills];
                    agent.Conversations = e.Conversations;
                }

                ContactMarks.Agent(state, id);
                state.Marks.Row(TopicFamily.Directory, "", "directory", $"agent:{id.Value}");
                break;
            case SignedIn or SignInRefused or SignOffAsked or SignOffRefused or SignedOff or PresenceNoted or OfferNoted or ContactDone or CallbackNoted:
                break;
            default:
                throw new InvalidOperationException($"The views know no agent event {@event.GetType().Name}.");
        }
    }
}
