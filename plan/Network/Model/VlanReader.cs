using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads both clouds' ends of VLANs.</summary>
internal static class VlanReader
{
    private const string DomainPrefix = "AVAILABILITY_DOMAIN_";
    private const string ZonePrefix = "zone";

    private static readonly string[] Ports = [Types.LinkAggregationGroup, Types.DirectConnection, Types.HostedConfirmation];

    public static List<VlanAttachment> OfGoogle(PlanIndex plan, RouterReader routers) => [.. plan.Of(Types.VlanAttachment).Select(resource =>
    {
        var ports = plan.Source(resource, "interconnect", Types.Interconnect);
        var isPartner = resource.Is("type", "PARTNER");
        var (metro, domain) = ports is null ? (plan.Region(resource) ?? "", Domain(resource)) : Place(ports.Text("location"));
        var session = routers.SessionOver(resource, "interconnectAttachment");
        return new VlanAttachment(resource, isPartner && session.Interface is null ? routers.SessionOfPartner(resource) : session)
        {
            Interconnect = ports,
            IsPartner = isPartner,
            IsEncrypted = resource.Is("encryption", "IPSEC"),
            Metro = metro,
            Domain = domain,
            Vlan = VpcReader.Count(resource, "vlanTag8021q"),
        };
    })];

    public static List<VirtualInterface> OfAws(PlanIndex plan)
    {
        var found = new List<VirtualInterface>();
        foreach (var resource in plan.Of(Types.TransitInterface))
        {
            if (plan.Source(resource, "dxGatewayId", Types.DirectConnectGateway) is { } gateway)
            {
                var ports = Ports.Select(type => plan.Source(resource, "connectionId", type)).FirstOrDefault(each => each is not null);
                found.Add(new(resource, gateway, ports, VpcReader.Count(resource, "vlan")));
            }
        }

        return found;
    }

    /// <summary>Of a partner's attachment, the edge availability domain that it asks for; null where it asks for none.</summary>
    public static string? Domain(PlannedResource attachment) =>
        attachment.Text("edgeAvailabilityDomain") is { } text && text.StartsWith(DomainPrefix, StringComparison.Ordinal) ? text[DomainPrefix.Length..] : null;

    /// <summary>Of a location, <c>iad-zone1-1</c>, the metropolitan area and the edge availability domain in it.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/choosing-colocation-facilities, read 2026-11-21.</remarks>
    public static (string Metro, string? Domain) Place(string? location) =>
        location?.Split('/')[^1].Split('-') is [var metro, var zone, ..] && zone.StartsWith(ZonePrefix, StringComparison.Ordinal)
            ? (metro, zone[ZonePrefix.Length..])
            : ("", null);
}
