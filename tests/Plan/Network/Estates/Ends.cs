namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>The two sites of a link, and what its paths share.</summary>
/// <param name="Aws">The site on AWS.</param>
/// <param name="Google">The site on Google Cloud.</param>
/// <param name="Slot">Which link of the plan it is: addresses and AS numbers go by it.</param>
/// <param name="LinkTable">The hub's table by which what comes in over the link is routed.</param>
/// <param name="Segments">The hub's tables that learn what lies behind it.</param>
/// <param name="Ranges">All that Google may reach by it.</param>
internal sealed record Ends(AwsEstate Aws, GoogleEstate Google, int Slot, string LinkTable, string[] Segments, string[] Ranges)
{
    public string Name => $"{Aws.Site}-{Google.Site}-link";

    /// <summary>Each range in its two halves, as a text in JSON: longer than what a VPN announces, so Google takes them first.</summary>
    public string Halves => string.Join(", ", Ranges.SelectMany(Half).Select(range => $"\"{range}\""));

    /// <summary>A Direct Connect gateway at the hub: association, table and propagations.</summary>
    public string Direct(PlanBuilder plan)
    {
        var gateway = plan.Add("aws:directconnect/gateway:Gateway", Name, $$"""{ "amazonSideAsn": "{{DirectAsn}}" }""");
        var association = plan.Add("aws:directconnect/gatewayAssociation:GatewayAssociation", Name, $$"""{ "allowedPrefixes": [{{Halves}}] }""",
            ("dxGatewayId", [gateway]), ("associatedGatewayId", [Aws.Hub]));
        AwsEstate.Attach(plan, association, Name, LinkTable, Segments);
        Association = association;
        return gateway;
    }

    /// <summary>The association of the Direct Connect gateway, once it is there.</summary>
    public string? Association { get; private set; }

    public int DirectAsn => 64600 + Slot;

    private static IEnumerable<string> Half(string range)
    {
        var (parts, length) = (range.Split('/')[0].Split('.'), int.Parse(range.Split('/')[1]));
        Xunit.Assert.Equal(16, length);
        return [$"{range.Split('/')[0]}/17", $"{parts[0]}.{parts[1]}.128.0/17"];
    }
}
