namespace Santral.Views.Lists;

/// <param name="Status">A state, an outcome or a case status by name; <c>live</c> and <c>ended</c> for contacts.</param>
/// <param name="Since">Arrived or opened at or after.</param>
/// <param name="Query">A name, part of a number, a case number or a sender's reference.</param>
/// <param name="After">The last id of the page before.</param>
public sealed record ListFilter(
    string? Channel = null, string? Status = null, string? Unit = null, DateTimeOffset? Since = null, string? Query = null, int PageSize = ListFilter.DefaultPageSize, string? After = null)
{
    public const int DefaultPageSize = 50;
    public const int MaxPageSize = 1000;

    internal int Take => Math.Clamp(PageSize, 1, MaxPageSize);
}
