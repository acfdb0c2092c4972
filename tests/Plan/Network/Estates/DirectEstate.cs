namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>Ports that both clouds rent out: bought whole of both (dedicated), or a share of a partner's.</summary>
internal static class DirectEstate
{
    private static readonly (string Region, string Metro)[] Metros = [("us-east4", "iad"), ("us-east1", "atl")];

    /// <param name="plan">The plan.</param>
    /// <param name="ends">The sites.</param>
    /// <param name="connections">2 in one metro or 4 in two, each in an edge availability domain of its own.</param>
    public static void Dedicated(PlanBuilder plan, Ends ends, int connections)
    {
        var (gateway, routers) = (ends.Direct(plan), Routers(plan, ends, connections / 2, asn => asn));
        for (var index = 0; index < connections; index++)
        {
            var (name, (region, metro)) = ($"{ends.Name}-{index}", Metros[index / 2]);
            var group = plan.Add("aws:directconnect/linkAggregationGroup:LinkAggregationGroup", name, $$"""
                { "connectionsBandwidth": "10Gbps", "location": "{{metro}}-{{index % 2}}" }
                """);
            var port = plan.Add("gcp:compute/interconnect:Interconnect", name, $$"""
                { "interconnectType": "DEDICATED", "linkType": "LINK_TYPE_ETHERNET_10G_LR", "requestedLinkCount": 1, "location": "{{metro}}-zone{{(index % 2) + 1}}-1" }
                """);
            var attachment = plan.Add("gcp:compute/interconnectAttachment:InterconnectAttachment", name, $$"""
                { "type": "DEDICATED", "region": "{{region}}", "bandwidth": "BPS_10G", "vlanTag8021q": {{100 + index}}, "mtu": "8896", "candidateSubnets": ["{{Inside(ends, index, 0)}}"] }
                """, ("interconnect", [port]), ("router", [routers[index / 2]]));
            Speak(plan, ends, name, routers[index / 2], attachment, $$"""
                { "ipRange": "{{Inside(ends, index, 1)}}" }
                """, $$"""
                "ipAddress": "{{Address(ends, index, 1)}}", "peerIpAddress": "{{Address(ends, index, 2)}}"
                """);
            plan.Add("aws:directconnect/transitVirtualInterface:TransitVirtualInterface", name, $$"""
                { "addressFamily": "ipv4", "vlan": {{100 + index}}, "bgpAsn": {{Asn(ends, index / 2)}}, "mtu": 8500, "bgpAuthKey": "secret:md5:{{name}}",
                  "customerAddress": "{{Inside(ends, index, 1)}}", "amazonAddress": "{{Inside(ends, index, 2)}}" }
                """, ("connectionId", [group]), ("dxGatewayId", [gateway]));
        }
    }

    /// <summary>Two hosted connections; Google chooses the addresses.</summary>
    public static void Partner(PlanBuilder plan, Ends ends)
    {
        var (gateway, routers) = (ends.Direct(plan), Routers(plan, ends, 1, _ => 16550));
        for (var index = 0; index < 2; index++)
        {
            var name = $"{ends.Name}-{index}";
            var hosted = plan.Add("aws:directconnect/connectionConfirmation:ConnectionConfirmation", name, $$"""{ "connectionId": "dxcon-{{ends.Slot}}{{index}}" }""");
            var attachment = plan.Add("gcp:compute/interconnectAttachment:InterconnectAttachment", name, $$"""
                { "type": "PARTNER", "region": "us-east4", "bandwidth": "BPS_1G", "edgeAvailabilityDomain": "AVAILABILITY_DOMAIN_{{index + 1}}", "mtu": "1500" }
                """, ("router", [routers[0]]));
            Speak(plan, ends, name, routers[0], attachment, """{ "ipRange": "(unknown)" }""", """ "ipAddress": "(unknown)", "peerIpAddress": "(unknown)" """,
                ("ipAddress", [attachment]), ("peerIpAddress", [attachment]));
            plan.Add("aws:directconnect/transitVirtualInterface:TransitVirtualInterface", name, $$"""
                { "addressFamily": "ipv4", "vlan": {{200 + index}}, "bgpAsn": 16550, "mtu": 1500, "bgpAuthKey": "secret:md5:{{name}}",
                  "customerAddress": "(unknown)", "amazonAddress": "(unknown)" }
                """, ("connectionId", [hosted]), ("dxGatewayId", [gateway]), ("customerAddress", [attachment]), ("amazonAddress", [attachment]));
        }
    }

    private static string[] Routers(PlanBuilder plan, Ends ends, int count, Func<int, int> asn) =>
    [
        .. Enumerable.Range(0, count).Select(index => plan.Add("gcp:compute/router:Router", $"{ends.Name}-{Metros[index].Region}", $$"""
            { "region": "{{Metros[index].Region}}", "bgp": { "asn": {{asn(Asn(ends, index))}}, "advertiseMode": "CUSTOM",
              "advertisedIpRanges": [{{string.Join(", ", ends.Google.Ranges.Select(range => $$"""{ "range": "{{range}}" }"""))}}] } }
            """, ("network", [ends.Google.Network]))),
    ];

    private static void Speak(
        PlanBuilder plan, Ends ends, string name, string router, string attachment, string end, string addresses, params (string Property, string[] Urns)[] sources)
    {
        var inside = plan.Add("gcp:compute/routerInterface:RouterInterface", name, end,
            [("router", [router]), ("interconnectAttachment", [attachment]), .. sources.Select(_ => ("ipRange", new[] { attachment })).Take(1)]);
        plan.Add("gcp:compute/routerPeer:RouterPeer", name, $$"""
            { {{addresses}}, "peerAsn": {{ends.DirectAsn}}, "advertiseMode": "DEFAULT", "advertisedRoutePriority": 100, "enable": true,
              "bfd": { "sessionInitializationMode": "ACTIVE", "minTransmitInterval": 1000, "minReceiveInterval": 1000, "multiplier": 5 },
              "md5AuthenticationKey": { "name": "{{name}}", "key": "secret:md5:{{name}}" } }
            """, [("router", [router]), ("interface", [inside]), .. sources]);
    }

    private static int Asn(Ends ends, int metro) => 64900 + (2 * ends.Slot) + metro;

    private static string Inside(Ends ends, int index, int host) => $"{Address(ends, index, host)}/29";

    private static string Address(Ends ends, int index, int host) => $"169.254.{128 + ends.Slot}.{(8 * index) + host}";
}
