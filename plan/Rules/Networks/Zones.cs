namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Which zones the subnets of AWS stand in.</summary>
internal static class Zones
{
    /// <summary>The zone of a subnet, by id or by name, as the plan has it; null where it does not say.</summary>
    public static string? Of(PlannedResource subnet) => subnet.Text("availabilityZoneId") ?? subnet.Text("availabilityZone");

    /// <summary>The zones of the subnets that an input names, in ordinal order; none where not every one of them is known.</summary>
    public static SortedSet<string> Behind(PlanIndex plan, PlannedResource resource, string property)
    {
        var zones = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var subnet in plan.Sources(resource, property, Types.Subnet))
        {
            if (Of(subnet) is not { } zone)
            {
                return [];
            }

            zones.Add(zone);
        }

        return zones;
    }
}
