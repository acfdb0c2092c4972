using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>Which parts of links are drawn, and where they stand: at the two sites that are joined, or in a data centre.</summary>
internal sealed class LinkParts
{
    private readonly PlanIndex plan;
    private readonly Lineage lineage;
    private readonly ILookup<string, PlannedResource> byRoot;
    private readonly Dictionary<string, DataCentre> centres = new(StringComparer.Ordinal);

    public LinkParts(PlanIndex plan, Lineage lineage)
    {
        (this.plan, this.lineage) = (plan, lineage);
        byRoot = plan.Resources.ToLookup(resource => lineage.RootOf(resource).Urn, StringComparer.Ordinal);
        var stated = StatedLink.Read(plan.Outputs) ?? [];
        StatedRates.Tell(plan.Network, stated);
        _ = DataCentres.Of(plan.Network, stated);
        foreach (var tunnel in plan.Network.Conduits.OfType<DeviceTunnel>())
        {
            var device = tunnel.Aws.Connection.Customer!;
            centres[device.Urn] = tunnel.Centre ?? new(lineage.SiteOf(device), []);
        }
    }

    /// <summary>Whether a resource is a part that joins a site to others, rather than one of the site's own.</summary>
    public static bool IsPart(PlannedResource resource) => resource.Type is Types.CustomerGateway or Types.DirectConnectGateway or Types.DirectConnection
        or Types.HostedConfirmation or Types.Interconnect or Types.LinkAggregationGroup or Types.Transport or Types.VlanAttachment;

    /// <summary>Not what something else stands for: a device of Google's is its gateway, a connection in a group the group, an attachment its ports.</summary>
    public bool IsDrawn(PlannedResource resource) => resource.Type switch
    {
        Types.CustomerGateway => centres.ContainsKey(resource.Urn),
        Types.DirectConnection => !plan.Users(resource, Types.LinkAggregationGroup, "connectionId").Any() || plan.Users(resource, Types.TransitInterface, "connectionId").Any(),
        Types.VlanAttachment => plan.Source(resource, "interconnect", Types.Interconnect) is null,
        _ => true,
    };

    /// <summary>The data centre that a device stands in; null for all that stands elsewhere.</summary>
    public DataCentre? CentreOf(PlannedResource resource) => centres.GetValueOrDefault(resource.Urn);

    /// <summary>The site that a resource stands at. A link is named after itself, so of its parts it is that of the hub or network that they join.</summary>
    public string SiteOf(PlannedResource resource)
    {
        if (!IsPart(resource) && resource.Type != Types.HaVpnGateway)
        {
            return lineage.SiteOf(resource);
        }

        var grounds = byRoot[lineage.RootOf(resource).Urn].Where(each => each.Package == resource.Package).Prepend(resource).Select(GroundOf);
        return lineage.SiteOf(grounds.FirstOrDefault(ground => ground is not null) ?? resource);
    }

    private PlannedResource? GroundOf(PlannedResource part) => part.PropertyDependencies.SelectMany(input => input.Value).Select(urn => plan[urn])
        .FirstOrDefault(source => source?.Type is Types.TransitGateway or Types.GoogleNetwork && source.Package == part.Package);
}
