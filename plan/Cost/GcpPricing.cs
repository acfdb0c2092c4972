using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Cost;

/// <summary>Costs of Google Cloud networks, keys and certificates.</summary>
internal static class GcpPricing
{
    private const int MachinesWithOwnFee = 32;
    private const string Cluster = "gcp:container/cluster:Cluster";
    private const string Network = "gcp:compute/network:Network";
    private const string Pool = "gcp:container/nodePool:NodePool";
    private const string Router = "gcp:compute/router:Router";

    public static void CryptoKey(CostSheet sheet, PlannedResource key)
    {
        switch (key.Text("versionTemplate", "protectionLevel"))
        {
            case null or "SOFTWARE":
                sheet.Monthly(key, "google.kms.software-version", "Cloud KMS key version");
                break;
            case "HSM":
                sheet.Monthly(key, "google.kms.hsm-version", "Cloud HSM key version");
                break;
            default:
                sheet.NotPriced(key, "keys outside Google have no price here");
                break;
        }
    }

    /// <summary>An authority costs by the month, and a certificate once; the page that tells how much was not to be read.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/certificate-authority-service/docs/deleting-certificate-authorities, read 2026-11-21.</remarks>
    public static void Authority(CostSheet sheet, PlannedResource authority) =>
        sheet.NotPriced(authority, "authorities of Google's CAS cost by the month, by the tier of their pool; no price here");

    public static void Certificate(CostSheet sheet, PlannedResource certificate) =>
        sheet.NotPriced(certificate, "a certificate of Google's CAS costs once; no price here");

    public static void Tunnel(CostSheet sheet, PlannedResource tunnel) => sheet.Hourly(tunnel, "compute.ha-vpn-tunnel", "HA VPN tunnel");

    public static void Subnetwork(CostSheet sheet, PlannedResource subnetwork)
    {
        if (subnetwork.At("logConfig") is not null)
        {
            sheet.NotPriced(subnetwork, "flow logs of Google Cloud have no price here");
        }
    }

    /// <summary>An internal address is free, and one of a NAT costs where the NAT does.</summary>
    public static void Address(CostSheet sheet, PlannedResource address)
    {
        if (address.Text("addressType") != "INTERNAL" && !sheet.UsersOf(address, "gcp:compute/routerNat:RouterNat").Any())
        {
            sheet.NotPriced(address, "what an outside address costs depends on what holds it, which has no price here");
        }
    }

    /// <summary>Cloud NAT costs for each machine behind it up to 32, then one fee, and for its addresses.</summary>
    public static void Nat(CostSheet sheet, PlannedResource nat)
    {
        sheet.Usage(nat, "compute.nat.data", "NAT traffic");
        var addresses = nat.Text("natIpAllocateOption") == "AUTO_ONLY" ? 1 : nat.List("natIps")?.Count;
        if (addresses is { } count)
        {
            sheet.Hourly(nat, "compute.nat.ip", AwsPricing.Counted(count, "Cloud NAT address", "Cloud NAT addresses"), count);
        }
        else
        {
            sheet.NotPriced(nat, "its addresses are not in the plan");
        }

        if (Machines(sheet, nat) is not { } machines)
        {
            sheet.NotPriced(nat, "the machines behind it are not in the plan");
        }
        else if (machines > MachinesWithOwnFee)
        {
            sheet.Hourly(nat, "compute.nat.over-32-machines", "Cloud NAT for more than 32 machines");
        }
        else
        {
            sheet.Hourly(nat, "compute.nat.machine", $"Cloud NAT for {AwsPricing.Counted(machines, "machine")}", machines);
        }
    }

    /// <summary>The fewest machines of all pools in the network's clusters, or null where one of them does not tell.</summary>
    private static decimal? Machines(CostSheet sheet, PlannedResource nat)
    {
        if (sheet.Behind(nat, "router", Router) is not { } router || sheet.Behind(router, "network", Network) is not { } network)
        {
            return null;
        }

        var machines = 0m;
        foreach (var cluster in sheet.UsersOf(network, Cluster))
        {
            foreach (var pool in sheet.UsersOf(cluster, Pool))
            {
                if (GkePricing.Nodes(sheet, pool) is not { } nodes)
                {
                    return null;
                }

                machines += nodes;
            }
        }

        return machines;
    }
}
