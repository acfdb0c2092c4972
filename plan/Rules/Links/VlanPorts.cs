using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Whether every Interconnect of Google has a link aggregation group of AWS for itself, and the other way round.</summary>
/// <remarks>
/// AWS bundles the connections of one group, so two Interconnects at one group, or one at two, are ports that were patched crosswise.
/// Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/order-aws-ports, read 2026-11-20.
/// </remarks>
internal sealed class VlanPorts(PlanIndex plan, IReadOnlyList<VlanConduit> pairs)
{
    public IEnumerable<(PlannedResource Of, string Message, Sequence<string> Related)> Faults()
    {
        var joined = pairs.Where(pair => pair is { Google.Interconnect: not null, Aws.Ports.Type: Types.LinkAggregationGroup })
            .Select(pair => (Google: pair.Google.Interconnect!, Aws: pair.Aws.Ports!)).Distinct().ToList();
        foreach (var each in joined.GroupBy(pair => pair.Google).Where(each => each.Count() > 1))
        {
            yield return (each.Key, $"leads to {each.Count()} link aggregation groups", Sequence.Sorted(each.Select(pair => pair.Aws.Urn)));
        }

        foreach (var each in joined.GroupBy(pair => pair.Aws).Where(each => each.Count() > 1))
        {
            yield return (each.Key, $"leads to {each.Count()} Interconnects", Sequence.Sorted(each.Select(pair => pair.Google.Urn)));
        }

        // Ports are ordered before anything runs over them.
        var here = plan.Of(Types.LinkAggregationGroup).Where(ports => !joined.Exists(pair => pair.Aws == ports)).ToList();
        var there = plan.Of(Types.Interconnect).Where(ports => !ports.IsEmpty("remoteLocation") && !joined.Exists(pair => pair.Google == ports)).ToList();
        if (here.Count != there.Count && there.Concat(here).FirstOrDefault() is { } first && plan.Of(Types.Interconnect).Count > 0)
        {
            yield return (
                first,
                $"is of {there.Count} Interconnects towards another cloud, for which AWS has {here.Count} link aggregation groups",
                Sequence.Sorted(here.Concat(there).Select(ports => ports.Urn)));
        }
    }
}
