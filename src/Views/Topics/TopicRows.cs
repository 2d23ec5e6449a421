using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>How one family of topics is drawn from the state: a pure function, so that a fresh snapshot is always possible.</summary>
internal abstract class TopicRows
{
    public abstract IEnumerable<RowChange> All(ViewState state, string key);

    /// <summary>Draws one row alone where a whole topic would be too much for each event. False: draw the topic instead.</summary>
    public virtual bool TryOne(ViewState state, string key, string kind, string id, out IRow? row)
    {
        row = null;
        return false;
    }

    public static TopicRows Of(TopicFamily family) => family switch
    {
        TopicFamily.Desk => new DeskRows(),
        TopicFamily.Agent => new AgentDeskRows(),
        TopicFamily.Contact => new ContactRows(),
        TopicFamily.Card => new CardRows(),
        TopicFamily.Case => new CaseRows(),
        TopicFamily.Unit => new UnitRows(),
        TopicFamily.Directory => new DirectoryRows(),
    };
}
