using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of EKS: the control plane, and the machines and disks of node groups.</summary>
internal static class EksPricing
{
    public static void Cluster(CostSheet sheet, PlannedResource cluster)
    {
        // With the standard support type AWS upgrades a cluster rather than bill it as extended.
        var extended = cluster.Text("upgradePolicy", "supportType") == "STANDARD"
            ? false
            : SupportTerm.IsExtended(KubernetesService.Eks, cluster.Text("version"));
        if (extended is not { } isExtended)
        {
            sheet.NotPriced(cluster, $"the support table does not have Kubernetes {cluster.Text("version") ?? "of an unknown version"}");
            return;
        }

        if (cluster.At("computeConfig", "enabled") is PlanValue.BoolValue { Value: true } || cluster.Text("controlPlaneScalingConfig", "tier") is not (null or "standard"))
        {
            sheet.NotPriced(cluster, "Auto Mode and provisioned control planes have no price here");
        }

        sheet.Hourly(cluster, isExtended ? "eks.cluster.extended" : "eks.cluster", isExtended ? "EKS control plane in extended support" : "EKS control plane");
    }

    public static void NodeGroup(CostSheet sheet, PlannedResource group)
    {
        // Where an autoscaler owns the size, the fewest that AWS knows of is none.
        if (group.List("instanceTypes") is not [PlanValue.TextValue { Value: var type }, ..]
            || (group.Number("scalingConfig", "desiredSize") ?? group.Number("scalingConfig", "minSize")) is not { } nodes)
        {
            sheet.NotPriced(group, "its instance type or its minimum size is not in the plan");
            return;
        }

        if (group.Text("capacityType") is not (null or "ON_DEMAND"))
        {
            sheet.NotPriced(group, $"machines of capacity type {group.Text("capacityType")} have no fixed price");
        }
        else
        {
            var price = MachinePrices.OfInstance(type, sheet.RegionOf(group) ?? "");
            sheet.Fixed(group, price, $"{nodes} × {type}", nodes * CostEstimate.HoursPerMonth);
        }

        Disks(sheet, group, nodes);
    }

    private static void Disks(CostSheet sheet, PlannedResource group, decimal nodes)
    {
        const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
        if (sheet.Behind(group, "launchTemplate", Template)?.List("blockDeviceMappings") is not { Count: > 0 } disks)
        {
            sheet.NotPriced(group, "the size of its disks is not in the plan");
            return;
        }

        foreach (var disk in disks)
        {
            var ebs = (disk as PlanValue.ObjectValue)?.Members["ebs"] as PlanValue.ObjectValue;
            var (size, kind) = (Inputs.AsNumber(ebs?.Members["volumeSize"]), Inputs.AsText(ebs?.Members["volumeType"]));
            if (size is not { } gibibytes || kind is null || ebs!.Members["iops"] is not null || ebs.Members["throughput"] is not null)
            {
                sheet.NotPriced(group, "a disk has no size and type in the plan, or more than their own speed");
                continue;
            }

            // What AWS calls a GB of a volume is 2^30 bytes, as the size is given.
            sheet.Monthly(group, $"ebs.{kind}", $"{nodes} × {gibibytes} GB {kind} disk", nodes * gibibytes);
        }
    }
}
