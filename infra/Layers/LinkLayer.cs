using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Networks;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The links of a stack: from the settings to what joins the networks of its sites.</summary>
internal sealed class LinkLayer
{
    private readonly MeshSettings settings;
    private readonly IReadOnlyDictionary<string, AwsSiteLayer> awsSites;
    private readonly IReadOnlyDictionary<string, GcpSiteLayer> googleSites;
    private readonly Clouds clouds;
    private readonly Names names;
    private readonly Dictionary<string, LinkSegment> segments = new(StringComparer.Ordinal);

    public LinkLayer(
        MeshSettings settings,
        IReadOnlyDictionary<string, AwsSiteLayer> awsSites,
        IReadOnlyDictionary<string, GcpSiteLayer> googleSites,
        Clouds clouds,
        Names names)
    {
        (this.settings, this.awsSites, this.googleSites, this.clouds, this.names) = (settings, awsSites, googleSites, clouds, names);
        Told = settings.Links.ToImmutableSortedDictionary(link => link.Key, link => Make(link.Key, link.Value), StringComparer.Ordinal);
    }

    /// <summary>Link to what was asked of it and what it gives, in text: sites, Mbit/s, bytes.</summary>
    public ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>> Told { get; }

    private Output<ImmutableDictionary<string, string>> Make(string key, LinkSettings link) => link.Primary switch
    {
        HaVpnSettings vpn => MakeVpn(key, link, vpn),
        _ => throw new UnreachableException($"no layer makes a {link.Primary.GetType().Name}"),
    };

    private Output<ImmutableDictionary<string, string>> MakeVpn(string key, LinkSettings link, HaVpnSettings vpn)
    {
        var (awsKey, awsSite) = LinkPlan.AwsEnd(link, settings)!.Value;
        var (googleKey, googleSite) = LinkPlan.GoogleEnd(link, settings)!.Value;
        OpenAws(key, awsKey, awsSite, LinkPlan.Reachable(googleSite, settings.Addresses));
        OpenGoogle(key, googleKey, LinkPlan.Reachable(awsSite, settings.Addresses));
        var made = new HaVpnLink($"{key}-link", new()
        {
            Key = key,
            PhysicalName = names.Of(key),
            Aws = AwsEnd(awsKey, awsSite),
            Google = GoogleEnd(googleKey, googleSite),
            Inside = vpn.Inside.Range,
            Proposal = LinkPlan.ProposalOf(vpn),
            Bandwidth = LinkPlan.BandwidthOf(vpn),
            Secret = new Config().RequireSecret(vpn.Secret.ToString()),
            KeyGenerations = [vpn.KeyGenerations.First, vpn.KeyGenerations.Second],
            LogRetentionDays = awsSite.LogRetentionDays,
            Protect = settings.Lifecycle.Protect,
        }, new() { Providers = { clouds.Aws(awsSite.Region.ToString()), clouds.Google } });

        return Output.Tuple(made.PathMtuBytes, made.TcpMssBytes).Apply(sizes => ImmutableDictionary<string, string>.Empty
            .Add("sites", $"{awsKey}, {googleKey}")
            .Add("demandedMbps", link.DemandedMbps.ToString())
            .Add("packetBytes", link.PacketBytes.ToString())
            .Add("pathMtuBytes", sizes.Item1.ToString())
            .Add("tcpMssBytes", sizes.Item2.ToString()));
    }

    private void OpenAws(string key, string siteKey, AwsSite site, ImmutableArray<Cidr> peerRanges)
    {
        var layer = awsSites[siteKey];
        _ = new AwsLinkDoor($"{key}-{siteKey}-door", new()
        {
            PhysicalName = names.Of(key),
            TransitGatewayId = layer.Hub.TransitGatewayId,
            Attached = layer.Hub.Attachments[AwsSiteLayer.Attachment],
            RouteTableIds = layer.Network.PeerRouteTables,
            SecurityGroupId = layer.Cluster.SecurityGroupId,
            PeerRanges = peerRanges,
        }, new() { Provider = clouds.Aws(site.Region.ToString()) });
    }

    private void OpenGoogle(string key, string siteKey, ImmutableArray<Cidr> peerRanges) => _ = new GoogleLinkDoor($"{key}-{siteKey}-door", new()
    {
        Project = settings.Cloud.Google.Project.ToString(),
        PhysicalName = names.Of(key),
        NetworkSelfLink = googleSites[siteKey].Network.NetworkSelfLink,
        PeerRanges = peerRanges,
    }, new() { Provider = clouds.Google });

    private AwsLinkEnd AwsEnd(string key, AwsSite site)
    {
        var layer = awsSites[key];
        return new()
        {
            AccountId = settings.Cloud.Aws.AccountId.ToString(),
            Region = site.Region.ToString(),
            Asn = site.Hub.Asn.Value,
            TransitGatewayId = layer.Hub.TransitGatewayId,
            LinkTableId = SegmentOf(key, site).RouteTableId,
            SegmentTables = layer.Hub.SegmentTables,
            Ranges = LinkPlan.Reachable(site, settings.Addresses),
        };
    }

    private GoogleLinkEnd GoogleEnd(string key, GcpSite site)
    {
        var layer = googleSites[key];
        return new()
        {
            Project = settings.Cloud.Google.Project.ToString(),
            Region = site.Region.ToString(),
            Asn = site.Router!.Asn.Value,
            RouterName = layer.Routers!.RouterName,
            VpnGatewaySelfLink = layer.Routers.VpnGatewaySelfLink,
            VpnAddresses = layer.Routers.VpnAddresses,
            NetworkSelfLink = layer.Network.NetworkSelfLink,
            Ranges = LinkPlan.Reachable(site, settings.Addresses),
        };
    }

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
            }, new() { Provider = clouds.Aws(site.Region.ToString()) });
        }

        return segment;
    }
}
