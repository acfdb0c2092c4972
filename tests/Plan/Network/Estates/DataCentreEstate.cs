namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>A data centre at the hub of a site on AWS: two devices, each with a connection, and a table of the hub for what comes from them.</summary>
internal sealed class DataCentreEstate
{
    private readonly string[] connections;

    public DataCentreEstate(PlanBuilder plan, AwsEstate aws, int index)
    {
        (Site, Range) = ($"dc{index}", $"10.{200 + index}.0.0/16");
        Table = aws.Segment(plan, Site);
        connections = [.. Enumerable.Range(0, 2).Select(device => Connect(plan, aws, index, device))];
        LinkEstate.OpenAws(plan, aws, [Range], $"{Site}-link");
    }

    public string Site { get; }

    public string Range { get; }

    /// <summary>The hub's table by which what comes from it is routed.</summary>
    public string Table { get; }

    /// <summary>Lets a link's table know the data centre. That the data centre's knows the link is the link's own matter.</summary>
    public void Tell(PlanBuilder plan, string linkTable)
    {
        for (var index = 0; index < connections.Length; index++)
        {
            AwsEstate.Tell(plan, connections[index], linkTable, $"{Site}-link-{index}-{linkTable[(linkTable.LastIndexOf('-') + 1)..]}");
        }
    }

    private string Connect(PlanBuilder plan, AwsEstate aws, int index, int device)
    {
        var name = $"{Site}-link-{device}";
        var customer = plan.Add("aws:ec2/customerGateway:CustomerGateway", name, $$"""
            { "type": "ipsec.1", "bgpAsn": "{{64800 + index}}", "ipAddress": "192.0.2.{{(2 * index) + device}}" }
            """);
        var tunnels = new[] { 1, 2 }.Select(number => $$"""
            "tunnel{{number}}InsideCidr": "169.254.{{120 + index}}.{{(8 * device) + (4 * (number - 1))}}/30",
            "tunnel{{number}}PresharedKey": "secret:derived:{{name}}-{{number}}",
            "tunnel{{number}}IkeVersions": ["ikev2"],
            "tunnel{{number}}Phase1EncryptionAlgorithms": ["AES256-GCM-16"], "tunnel{{number}}Phase2EncryptionAlgorithms": ["AES256-GCM-16"],
            "tunnel{{number}}Phase1IntegrityAlgorithms": ["SHA2-256"], "tunnel{{number}}Phase2IntegrityAlgorithms": ["SHA2-256"],
            "tunnel{{number}}Phase1DhGroupNumbers": [20], "tunnel{{number}}Phase2DhGroupNumbers": [20],
            "tunnel{{number}}LogOptions": { "cloudwatchLogOptions": { "logEnabled": true, "bgpLogEnabled": true } },
            """);
        var connection = plan.Add("aws:ec2/vpnConnection:VpnConnection", name, $$"""
            { "type": "ipsec.1", {{string.Join('\n', tunnels)}} "staticRoutesOnly": false, "tunnelBandwidth": "standard" }
            """, ("customerGatewayId", [customer]), ("transitGatewayId", [aws.Hub]));
        plan.Answer(connection, $$"""
            { "tunnel1Address": "198.18.{{index}}.{{2 * device}}", "tunnel2Address": "198.18.{{index}}.{{(2 * device) + 1}}" }
            """);
        AwsEstate.Attach(plan, connection, name, Table, [aws.SiteTable]);
        return connection;
    }
}
