namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>A peering between the hubs of two sites on AWS, which know one another by static routes alone.</summary>
internal static class TransitEstate
{
    public static void Connect(PlanBuilder plan, AwsEstate one, AwsEstate other)
    {
        var name = $"{one.Site}-{other.Site}-link";
        var asked = plan.Add("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", name, """{ "peerRegion": "eu-west-1", "peerAccountId": "123456789012" }""",
            ("transitGatewayId", [one.Hub]), ("peerTransitGatewayId", [other.Hub]));
        var given = plan.Add("aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter", name, "{}", ("transitGatewayAttachmentId", [asked]));
        Lead(plan, one, asked, other, name);
        Lead(plan, other, given, one, name);
    }

    private static void Lead(PlanBuilder plan, AwsEstate here, string attachment, AwsEstate there, string name)
    {
        AwsEstate.Attach(plan, attachment, $"{name}-{here.Site}", here.LinkTable, []);
        plan.Add("aws:ec2transitgateway/route:Route", $"{name}-{here.Site}", $$"""{ "destinationCidrBlock": "{{there.Range}}" }""", AwsEstate.At(attachment, here.SiteTable));
        LinkEstate.OpenAws(plan, here, [there.Range], name);
    }
}
