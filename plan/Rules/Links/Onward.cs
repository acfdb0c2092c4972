using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A way through a hub, from one thing beyond it to another.</summary>
/// <param name="From">Where a packet comes from.</param>
/// <param name="To">Where it is passed on to.</param>
/// <param name="Table">The table that leads there.</param>
internal sealed record Onward(HubAttachment From, HubAttachment To, HubTable Table)
{
    private const string Output = "links";
    private const string Through = "through";

    /// <summary>Every such way that nobody declared.</summary>
    /// <remarks>
    /// The stack declares them in its output <c>links</c>: by link, in <c>through</c>, the other links that it may pass to and that may pass
    /// to it. What a link makes is named after it: <c>east-link</c>.
    /// </remarks>
    public static IEnumerable<Onward> Of(PlanIndex plan)
    {
        var declared = Declared(plan.Outputs);
        var lineage = new Lineage(plan.Resources);
        foreach (var from in plan.Network.Hubs.SelectMany(hub => hub.Attachments))
        {
            if (from is VpcAttachment || from.Table is not { } table)
            {
                continue;
            }

            foreach (var to in table.Propagating.Concat(table.Static.Select(route => route.To).OfType<HubAttachment>()).Distinct())
            {
                if (to is not VpcAttachment && !IsDeclared(from, to))
                {
                    yield return new(from, to, table);
                }
            }
        }

        bool IsDeclared(HubAttachment from, HubAttachment to) => LinkOf(from) is { } one && LinkOf(to) is { } other
            && one != other && (declared[one].Contains(other) || declared[other].Contains(one));

        string? LinkOf(HubAttachment attachment) => declared.Keys
            .Where(key => lineage.RootOf(attachment.Resource).Name.StartsWith(key + '-', StringComparison.Ordinal)).MaxBy(key => key.Length);
    }

    private static Dictionary<string, string[]> Declared(SortedMap<PlanValue> outputs)
    {
        var links = (outputs[Output] as PlanValue.ObjectValue)?.Members ?? SortedMap<PlanValue>.Empty;
        return links.ToDictionary(
            link => link.Key,
            link => link.Value is PlanValue.ObjectValue told && told.Members[Through] is PlanValue.TextValue through
                ? through.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : [],
            StringComparer.Ordinal);
    }
}
