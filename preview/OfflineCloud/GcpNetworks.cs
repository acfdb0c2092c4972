using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>VPC network, Cloud Router, Cloud NAT, addresses, routes, firewall rules and private DNS.</summary>
internal static class GcpNetworks
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:compute/network:Network"] = Network;
        makers["gcp:compute/subnetwork:Subnetwork"] = Subnetwork;
        makers["gcp:compute/router:Router"] = d => Gcp.Regional(d, "routers");
        makers["gcp:compute/routerNat:RouterNat"] = RouterNat;
        makers["gcp:compute/address:Address"] = Address;
        makers["gcp:compute/route:Route"] = d => Gcp.Compute(d, "global", "routes");
        makers["gcp:compute/firewall:Firewall"] = d => Gcp.Compute(d, "global", "firewalls");
        makers["gcp:dns/managedZone:ManagedZone"] = ManagedZone;
        makers["gcp:dns/recordSet:RecordSet"] = RecordSet;
    }

    private static void Network(Draft d)
    {
        Gcp.Compute(d, "global", "networks");
        d["networkId"] = Digest.Digits(d.Id, 19);
        d["numericId"] = Digest.Digits(d.Id, 19);
    }

    private static void Subnetwork(Draft d)
    {
        Gcp.Regional(d, "subnetworks");
        d["subnetworkId"] = (double)Digest.Below(d.Id, int.MaxValue);
        if (d.Text("ipCidrRange") is { } text && Cidr.Parse(text) is { PrefixLength: < 31 } range)
        {
            // Google keeps the first host of a range for the gateway.
            var gateway = range.Part(32, 1).ToString();
            d["gatewayAddress"] = gateway[..^"/32".Length];
        }
    }

    private static void RouterNat(Draft d)
    {
        var (project, region) = (Gcp.Project(d), Gcp.Region(d));
        d.Id = $"{project}/{region}/{Gcp.LastPart(d.Text("router"))}/{d.PhysicalName()}";
        d["project"] = project;
        d["region"] = region;
    }

    private static void Address(Draft d)
    {
        Gcp.Regional(d, "addresses");
        d["addressId"] = Digest.Digits(d.Id, 19);
        if (d.Text("address") is null)
        {
            // Which range its subnet has is not among the inputs, so a private address too is one that nobody has.
            d["address"] = Aws.PublicIp(d.Id);
        }
    }

    private static void ManagedZone(Draft d)
    {
        var project = Gcp.Project(d);
        d.Id = $"projects/{project}/managedZones/{d.PhysicalName()}";
        d["project"] = project;
        d["managedZoneId"] = Digest.Digits(d.Id, 19);
    }

    private static void RecordSet(Draft d)
    {
        var project = Gcp.Project(d);
        d.Id = $"projects/{project}/managedZones/{Gcp.LastPart(d.Text("managedZone"))}/rrsets/{d.Text("name")}/{d.Text("type")}";
        d["project"] = project;
    }
}
