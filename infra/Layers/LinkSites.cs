using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The sites as links see them: what ends there, and what must be opened for a peer.</summary>
internal sealed class LinkSites(
    MeshSettings settings,
    IReadOnlyDictionary<string, AwsSiteLayer> awsSites,
    IReadOnlyDictionary<string, GcpSiteLayer> googleSites,
    Clouds clouds,
    Names names)
{
    private readonly Dictionary<string, LinkSegment> segments = new(StringComparer.Ordinal);

    /// <summary>Opens each site of a link to what lies at the other end, whichever path leads there.</summary>
    public void Open(string key, LinkSettings link)
    {
        foreach (var site in link.Sites.Select(site => site.ToString()))
        {
            ImmutableArray<Cidr> peers = [.. link.Sites.Where(other => other.ToString() != site).SelectMany(other => Reachable(other.ToString()))];
            switch (settings.Sites[site])
            {
                case AwsSite aws:
                    OpenAws(key, site, aws, peers, [.. BridgePlan.PortsOf(site, link, settings), .. MeshPlan.PortsOf(link, settings), .. ProbePlan.PortsOf(site, link, settings)]);
                    break;
                case GcpSite:
                    OpenGoogle(key, site, peers, LinkPlan.Passing(key, settings), link);
                    break;
            }
        }
    }

    /// <summary>A hub as a link's end.</summary>
    public AwsLinkEnd Aws(string link, KeyValuePair<string, AwsSite> site)
    {
        var (hub, segment) = (awsSites[site.Key].Hub, SegmentOf(site.Key, site.Value));
        return new()
        {
            AccountId = settings.Cloud.Aws.AccountId.ToString(),
            Region = site.Value.Region.ToString(),
            Asn = site.Value.Hub.Asn.Value,
            TransitGatewayId = hub.TransitGatewayId,
            LinkTableId = segment.TableOf(link),
            SegmentTables = hub.SegmentTables.AddRange(segment.LearnersOf(link)),
            Ranges = [.. LinkPlan.Reachable(site.Value, settings.Addresses), .. LinkPlan.Passing(link, settings)],
        };
    }

    /// <summary>The attachment of a site's own network to its hub.</summary>
    public Output<string> NetworkAttachmentId(string site) => awsSites[site].Hub.Attachments[AwsSiteLayer.Attachment].Id;

    /// <summary>A network of Google as a link's end.</summary>
    public GoogleLinkEnd Google(KeyValuePair<string, GcpSite> site)
    {
        var layer = googleSites[site.Key];
        return new()
        {
            Project = settings.Cloud.Google.Project.ToString(),
            Region = site.Value.Region.ToString(),
            Asn = site.Value.Router!.Asn.Value,
            RouterName = layer.Routers!.RouterName,
            VpnGatewaySelfLink = layer.Routers.VpnGatewaySelfLink,
            VpnAddresses = layer.Routers.VpnAddresses,
            NetworkSelfLink = layer.Network.NetworkSelfLink,
            Ranges = LinkPlan.Reachable(site.Value, settings.Addresses),
        };
    }

    /// <summary>Has each site of a link find the other's names, where both have some.</summary>
    public void PassNames(string key, LinkSettings link)
    {
        if (!DnsPlan.Passes(link, settings))
        {
            return;
        }

        var (aws, google) = (LinkPlan.AwsEnd(link, settings)!.Value, LinkPlan.GoogleEnd(link, settings)!.Value);
        var (here, there) = (awsSites[aws.Key], googleSites[google.Key]);
        var doors = here.Resolver!.Doors!;
        _ = new PrivateDns($"{key}-names", new()
        {
            PhysicalName = names.Of(key),
            Aws = new()
            {
                Domain = aws.Value.Dns!.Domain,
                VpcId = here.Network.VpcId,
                InboundAddresses = doors.InboundAddresses,
                InboundGroupId = doors.InboundGroupId,
                OutboundEndpointId = doors.OutboundEndpointId,
                OutboundGroupId = doors.OutboundGroupId,
                TransitGatewayId = here.Hub.TransitGatewayId,
                Attached = here.Hub.Attachments[AwsSiteLayer.Attachment],
                RouteTableIds = here.Network.PeerRouteTables.Where(table => table.Key == AwsNetwork.IntraTable)
                    .ToImmutableSortedDictionary(StringComparer.Ordinal),
            },
            Google = new()
            {
                Domain = google.Value.Dns!.Domain,
                Project = settings.Cloud.Google.Project.ToString(),
                NetworkSelfLink = there.Network.NetworkSelfLink,
                EntryAddress = there.Resolver!.EntryAddress,
                DnsApi = clouds.Apis.Enabled(GkeFacts.DnsApi),
            },
        }, new() { Providers = { clouds.Aws(aws.Value.Region.ToString()), clouds.Google } });
    }

    private ImmutableArray<Cidr> Reachable(string site) => LinkPlan.Reachable(settings.Sites[site], settings.Addresses);

    private void OpenAws(string key, string siteKey, AwsSite site, ImmutableArray<Cidr> peerRanges, ImmutableArray<CalledPort> ports)
    {
        var layer = awsSites[siteKey];
        _ = new AwsLinkDoor($"{key}-{siteKey}-door", new()
        {
            PhysicalName = names.Of(key),
            TransitGatewayId = layer.Hub.TransitGatewayId,
            Attached = layer.Hub.Attachments[AwsSiteLayer.Attachment],
            RouteTableIds = layer.Network.PeerRouteTables,
            SecurityGroupId = layer.Cluster.SecurityGroupId,
            Ports = ports,
            PeerRanges = peerRanges,
        }, new() { Provider = clouds.Aws(site.Region.ToString()) });
    }

    /// <summary>Whoever passes through the link has nothing to measure and no bridge, but is proven to reach the mesh, whatever mesh the link's other end is in.</summary>
    private void OpenGoogle(string key, string siteKey, ImmutableArray<Cidr> peers, ImmutableArray<Cidr> passing, LinkSettings link) => _ = new GoogleLinkDoor($"{key}-{siteKey}-door", new()
    {
        Project = settings.Cloud.Google.Project.ToString(),
        PhysicalName = names.Of(key),
        NetworkSelfLink = googleSites[siteKey].Network.NetworkSelfLink,
        Ports = passing.IsEmpty ? MeshPlan.PortsOf(link, settings) : LinkPorts.All,
        PeerRanges = [.. peers, .. passing],
        BridgePorts = BridgePlan.PortsOf(siteKey, link, settings),
        EndPorts = ProbePlan.PortsOf(siteKey, link, settings),
        EndRanges = peers,
    }, new() { Provider = clouds.Google });

    /// <summary>One for each site, however many links it has.</summary>
    private LinkSegment SegmentOf(string key, AwsSite site)
    {
        if (!segments.TryGetValue(key, out var segment))
        {
            var hub = awsSites[key].Hub;
            segments[key] = segment = new LinkSegment($"{key}-links", new()
            {
                PhysicalName = names.Of(key),
                TransitGatewayId = hub.TransitGatewayId,
                AttachmentIds = hub.Attachments.ToImmutableSortedDictionary(each => each.Key, each => each.Value.Id, StringComparer.Ordinal),
                Transit = TransitAt(key),
            }, new() { Provider = clouds.Aws(site.Region.ToString()) });
        }

        return segment;
    }

    /// <summary>The data centres of a hub, by link, with the links that they may pass.</summary>
    private ImmutableSortedDictionary<string, ImmutableSortedSet<string>> TransitAt(string site) => settings.Links
        .Where(link => link.Value.Primary is OnPremisesSettings && link.Value.Sites.Any(end => end.ToString() == site))
        .ToImmutableSortedDictionary(
            link => link.Key, link => link.Value.Through.Select(through => through.ToString()).ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
