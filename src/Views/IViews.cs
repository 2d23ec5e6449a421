using Santral.Views.Lists;

namespace Santral.Views;

/// <summary>Questions to the views that are no topic: rights, lists, search, reports.</summary>
public interface IViews
{
    /// <summary>Runs while nothing is folded; it must be quick and keep nothing of the reader.</summary>
    T Read<T>(Func<ViewReader, T> read);
}
