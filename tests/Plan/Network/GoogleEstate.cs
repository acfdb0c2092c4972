namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>A site on Google Cloud: a network with nodes, pods and services, a cluster, a router and an HA VPN gateway.</summary>
internal sealed class GoogleEstate
{
    public GoogleEstate(PlanBuilder plan, int index)
    {
        (Site, Asn) = ($"gcp{index}", 64700 + index);
        Ranges = [$"10.{128 + index}.0.0/20", $"10.{128 + index}.64.0/18"];
        Network = plan.Add("gcp:compute/network:Network", $"{Site}-network", """{ "routingMode": "GLOBAL", "mtu": 1460, "autoCreateSubnetworks": false }""");
        var subnetwork = plan.Add("gcp:compute/subnetwork:Subnetwork", $"{Site}-network", $$"""
            { "region": "us-east4", "ipCidrRange": "{{Ranges[0]}}", "secondaryIpRanges": [
              { "rangeName": "pods", "ipCidrRange": "{{Ranges[1]}}" }, { "rangeName": "services", "ipCidrRange": "10.{{128 + index}}.16.0/20" } ] }
            """, ("network", [Network]));
        plan.Add("gcp:container/cluster:Cluster", $"{Site}-cluster", """
            { "ipAllocationPolicy": { "clusterSecondaryRangeName": "pods", "servicesSecondaryRangeName": "services" } }
            """, ("network", [Network]), ("subnetwork", [subnetwork]));
        plan.Add("gcp:compute/firewall:Firewall", $"{Site}-network-firewall-deny", """
            { "direction": "INGRESS", "priority": 65534, "sourceRanges": ["0.0.0.0/0"], "denies": [{ "protocol": "all" }] }
            """, ("network", [Network]));
        Router = plan.Add("gcp:compute/router:Router", $"{Site}-routers", $$"""
            { "region": "us-east4", "bgp": { "asn": {{Asn}}, "advertiseMode": "CUSTOM",
              "advertisedIpRanges": [{ "range": "{{Ranges[0]}}" }, { "range": "{{Ranges[1]}}" }] } }
            """, ("network", [Network]));
        Gateway = plan.Add("gcp:compute/haVpnGateway:HaVpnGateway", $"{Site}-routers", """{ "region": "us-east4" }""", ("network", [Network]));
        plan.Answer(Gateway, $$"""
            { "vpnInterfaces": [{ "id": 0, "ipAddress": "{{Address(0)}}" }, { "id": 1, "ipAddress": "{{Address(1)}}" }] }
            """);
    }

    public string Site { get; }

    public int Asn { get; }

    public string[] Ranges { get; }

    public string Network { get; }

    public string Router { get; }

    public string Gateway { get; }

    public string Address(int number) => $"198.51.100.{(2 * int.Parse(Site["gcp".Length..])) + number}";
}
