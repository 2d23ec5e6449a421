using Santral.Views.Rows;

namespace Santral.Views.Lists;

internal static class Pages
{
    /// <summary>
    /// Newest first. The page begins after the id of the last one seen; no position travels, because the distance between two
    /// positions would count what lies hidden between them.
    /// </summary>
    public static ListPage<TRow> Newest<TModel, TRow>(
        List<TModel> all, Func<TModel, bool> shown, Func<TModel, string> id, Func<TModel, TRow> row, int take, string? after)
    {
        var total = 0;
        var items = new List<TRow>(Math.Min(take, 64));
        var begun = after is null;
        string? last = null;
        var more = false;
        for (var i = all.Count - 1; i >= 0; i--)
        {
            if (!shown(all[i]))
            {
                continue;
            }

            total++;
            if (!begun)
            {
                begun = id(all[i]) == after;
            }
            else if (items.Count < take)
            {
                items.Add(row(all[i]));
                last = id(all[i]);
            }
            else
            {
                more = true;
            }
        }

        return new(items, total, more ? last : null);
    }
}
