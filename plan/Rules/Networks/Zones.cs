namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Which zones the subnets of AWS stand in.</summary>
internal static class Zones
{
    /// <summary>The zone of a subnet, by id or by name, as the plan has it; null where it does not say.</summary>
    public static string? Of(PlannedResource subnet) => subnet.Text("availabilityZoneId") ?? subnet.Text("availabilityZone");

    /// <summary>The zones of the subnets that an input names, in ordinal order.</summary>
    public static SortedSet<string> Behind(PlanIndex plan, PlannedResource resource, string property) => new(
        plan.Sources(resource, property, Types.Subnet).Select(Of).OfType<string>(), StringComparer.Ordinal);
}
