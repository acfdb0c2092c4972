namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Two connections of two tunnels between a site on AWS and one on Google Cloud, as the real component makes them.</summary>
internal static class LinkEstate
{
    private const int TunnelsPerConnection = 2;

    public static void Join(PlanBuilder plan, AwsEstate aws, GoogleEstate google, int slot)
    {
        var name = $"{aws.Site}-{google.Site}-link";
        Connect(plan, aws, google, slot, aws.LinkTable, [aws.SiteTable]);
        OpenAws(plan, aws, google.Ranges, name);
        OpenGoogle(plan, google, aws.Range, name);
    }

    /// <summary>The tunnels alone, without what lets traffic to them.</summary>
    /// <returns>The connections.</returns>
    public static string[] Connect(PlanBuilder plan, AwsEstate aws, GoogleEstate google, int slot, string linkTable, string[] segments)
    {
        var name = $"{aws.Site}-{google.Site}-link";
        var connections = new[] { 0, 1 }.Select(index => Connect(plan, aws, google, name, slot, index)).ToArray();
        for (var index = 0; index < connections.Length; index++)
        {
            AwsEstate.Attach(plan, connections[index], $"{name}-{index}", linkTable, segments);
        }

        var addresses = Enumerable.Range(0, 4).Select(number => $$"""{ "id": {{number}}, "ipAddress": "{{Outside(slot, number)}}" }""");
        var record = plan.Add("gcp:compute/externalVpnGateway:ExternalVpnGateway", name, $$"""
            { "redundancyType": "FOUR_IPS_REDUNDANCY", "interfaces": [ {{string.Join(',', addresses)}} ] }
            """, ("interfaces", connections));
        for (var number = 0; number < 4; number++)
        {
            Answer(plan, aws, google, name, slot, number, record);
        }

        return connections;
    }

    /// <summary>Leads what goes to some ranges to the hub, and lets in what comes from there.</summary>
    public static void OpenAws(PlanBuilder plan, AwsEstate aws, string[] ranges, string name)
    {
        foreach (var range in ranges)
        {
            foreach (var table in aws.Tables)
            {
                var part = table[(table.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
                plan.Add("aws:ec2/route:Route", $"{name}-{part}-{range}", $$"""
                    { "destinationCidrBlock": "{{range}}", "transitGatewayId": "tgw" }
                    """, ("routeTableId", [table]), ("transitGatewayId", [aws.Hub]));
            }

            foreach (var port in AwsEstate.Ports)
            {
                Admit($"{port}-{range}", range, "tcp", port, port);
            }

            Admit($"too-big-{range}", range, "icmp", 3, 4);
        }

        void Admit(string key, string range, string protocol, int from, int to) =>
            plan.Add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", $"{name}-{aws.Site}-{key}", $$"""
                { "cidrIpv4": "{{range}}", "ipProtocol": "{{protocol}}", "fromPort": {{from}}, "toPort": {{to}} }
                """, ("securityGroupId", [aws.Cluster]));
    }

    public static void OpenGoogle(PlanBuilder plan, GoogleEstate google, string range, string name) => plan.Add(
        "gcp:compute/firewall:Firewall", $"{name}-in", $$"""
        { "direction": "INGRESS", "priority": 1000, "sourceRanges": ["{{range}}"],
          "allows": [{ "protocol": "tcp", "ports": ["15021", "15443"] }, { "protocol": "icmp" }] }
        """, ("network", [google.Network]));

    private static string Connect(PlanBuilder plan, AwsEstate aws, GoogleEstate google, string name, int slot, int index)
    {
        var customer = plan.Add("aws:ec2/customerGateway:CustomerGateway", $"{name}-{index}", $$"""
            { "type": "ipsec.1", "bgpAsn": "{{google.Asn}}", "ipAddress": "{{google.Address(index)}}" }
            """, ("ipAddress", [google.Gateway]));
        var tunnels = new[] { 1, 2 }.Select(number => $$"""
            "tunnel{{number}}InsideCidr": "{{Inside(slot, (TunnelsPerConnection * index) + number - 1, 0)}}/30",
            "tunnel{{number}}PresharedKey": "secret:config:test:{{name}}-{{(TunnelsPerConnection * index) + number - 1}}",
            "tunnel{{number}}IkeVersions": ["ikev2"],
            "tunnel{{number}}Phase1EncryptionAlgorithms": ["AES256-GCM-16"], "tunnel{{number}}Phase2EncryptionAlgorithms": ["AES256-GCM-16"],
            "tunnel{{number}}Phase1IntegrityAlgorithms": ["SHA2-256"], "tunnel{{number}}Phase2IntegrityAlgorithms": ["SHA2-256"],
            "tunnel{{number}}Phase1DhGroupNumbers": [20], "tunnel{{number}}Phase2DhGroupNumbers": [20],
            "tunnel{{number}}LogOptions": { "cloudwatchLogOptions": { "logEnabled": true, "bgpLogEnabled": true } },
            """);
        var connection = plan.Add("aws:ec2/vpnConnection:VpnConnection", $"{name}-{index}", $$"""
            { "type": "ipsec.1", {{string.Join('\n', tunnels)}} "staticRoutesOnly": false, "tunnelBandwidth": "standard" }
            """, ("customerGatewayId", [customer]), ("transitGatewayId", [aws.Hub]));
        plan.Answer(connection, $$"""
            { "tunnel1Address": "{{Outside(slot, TunnelsPerConnection * index)}}", "tunnel2Address": "{{Outside(slot, (TunnelsPerConnection * index) + 1)}}" }
            """);
        return connection;
    }

    private static void Answer(PlanBuilder plan, AwsEstate aws, GoogleEstate google, string name, int slot, int number, string record)
    {
        var tunnel = plan.Add("gcp:compute/vPNTunnel:VPNTunnel", $"{name}-tunnel-{number}", $$"""
            { "region": "us-east4", "vpnGatewayInterface": {{number / TunnelsPerConnection}}, "peerExternalGatewayInterface": {{number}}, "ikeVersion": 2,
              "sharedSecret": "secret:config:test:{{name}}-{{number}}", "cipherSuite": {
                "phase1": { "encryptions": ["AES-GCM-16-256"], "prves": ["PRF-HMAC-SHA2-256"], "dhs": ["Group-20"] },
                "phase2": { "encryptions": ["AES-GCM-16-256"], "pfs": ["Group-20"] } } }
            """, ("vpnGateway", [google.Gateway]), ("peerExternalGateway", [record]), ("router", [google.Router]));
        var inside = plan.Add("gcp:compute/routerInterface:RouterInterface", $"{name}-tunnel-{number}", $$"""
            { "ipRange": "{{Inside(slot, number, 2)}}/30" }
            """, ("router", [google.Router]), ("vpnTunnel", [tunnel]));
        plan.Add("gcp:compute/routerPeer:RouterPeer", $"{name}-tunnel-{number}", $$"""
            { "ipAddress": "{{Inside(slot, number, 2)}}", "peerIpAddress": "{{Inside(slot, number, 1)}}", "peerAsn": {{aws.Asn}},
              "advertiseMode": "DEFAULT", "advertisedRoutePriority": 100, "enable": true }
            """, ("interface", [inside]), ("router", [google.Router]));
    }

    private static string Outside(int slot, int number) => $"203.0.{slot / 60}.{(4 * (slot % 60)) + number}";

    private static string Inside(int slot, int number, int host) => $"169.254.{64 + (slot / 16)}.{(16 * (slot % 16)) + (4 * number) + host}";
}
