using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of GKE: the management fee, and the machines and disks of node pools.</summary>
internal static class GkePricing
{
    private const string ClusterType = "gcp:container/cluster:Cluster";

    public static void Cluster(CostSheet sheet, PlannedResource cluster)
    {
        // Only the extended channel stays on a version beyond its standard support.
        var extended = cluster.Text("releaseChannel", "channel") == "EXTENDED"
            ? SupportTerm.IsExtended(KubernetesService.Gke, cluster.Text("minMasterVersion"))
            : false;
        if (extended is not { } isExtended)
        {
            sheet.NotPriced(cluster, $"the support table does not have Kubernetes {cluster.Text("minMasterVersion") ?? "of an unknown version"}");
            return;
        }

        sheet.Hourly(cluster, isExtended ? "gke.cluster.extended" : "gke.cluster", isExtended ? "GKE cluster in extended support" : "GKE cluster");
        if (cluster.At("loggingConfig") is not null)
        {
            sheet.Usage(cluster, "logging.ingested", "logs of GKE");
        }

        if (cluster.At("monitoringConfig") is not null)
        {
            sheet.NotPriced(cluster, "metrics of GKE beyond those of its system have no price here");
        }
    }

    public static void NodePool(CostSheet sheet, PlannedResource pool)
    {
        if (pool.Text("nodeConfig", "machineType") is not { } type || Nodes(sheet, pool) is not { } nodes)
        {
            sheet.NotPriced(pool, "its machine type, its zones or its minimum size is not in the plan");
            return;
        }

        if (pool.At("nodeConfig", "spot") is PlanValue.BoolValue { Value: true } || pool.At("nodeConfig", "preemptible") is PlanValue.BoolValue { Value: true })
        {
            sheet.NotPriced(pool, "spot machines have no fixed price");
        }
        else
        {
            var price = MachinePrices.OfMachine(type, sheet.RegionOf(pool) ?? "");
            sheet.Fixed(pool, price, $"{nodes} × {type}", nodes * CostEstimate.HoursPerMonth);
        }

        if (pool.Number("nodeConfig", "diskSizeGb") is { } gibibytes && pool.Text("nodeConfig", "diskType") is { } kind)
        {
            sheet.Monthly(pool, $"compute.{kind}", $"{nodes} × {gibibytes} GiB {kind}", nodes * gibibytes);
        }
        else
        {
            sheet.NotPriced(pool, "the size and type of its disks are not in the plan");
        }
    }

    /// <summary>The fewest machines that a pool has, or null where the plan does not tell.</summary>
    public static decimal? Nodes(CostSheet sheet, PlannedResource pool)
    {
        if (pool.Number("autoscaling", "totalMinNodeCount") is { } total)
        {
            return total;
        }

        var each = pool.Number("autoscaling", "minNodeCount") ?? pool.Number("nodeCount") ?? pool.Number("initialNodeCount");
        var cluster = sheet.Behind(pool, "cluster", ClusterType);
        var zones = pool.List("nodeLocations") ?? cluster?.List("nodeLocations");
        return each is null ? null
            : zones is { Count: > 0 } ? each * zones.Count
            : pool.Text("location") is [.., '-', >= 'a' and <= 'z'] ? each
            : null;
    }
}
