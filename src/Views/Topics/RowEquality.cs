using System.Text.Json;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>Two rows are the same when a console would draw the same; records compare their arrays by reference, so those are compared as JSON.</summary>
internal static class RowEquality
{
    public static bool Same(IRow left, IRow right) =>
        left.Equals(right) || (HasArrays(left) && left.GetType() == right.GetType()
            && JsonSerializer.SerializeToUtf8Bytes(left, left.GetType()).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right, right.GetType())));

    private static bool HasArrays(IRow row) => row is AgentRow or ContactRow or CitizenRow or CaseRow;
}
