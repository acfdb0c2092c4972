using System.Collections.Immutable;
using System.Diagnostics;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The links of a stack: from the settings to what joins the networks of its sites.</summary>
internal sealed class LinkLayer
{
    private readonly MeshSettings settings;
    private readonly LinkSites sites;
    private readonly Clouds clouds;
    private readonly Names names;
    private readonly InterconnectLayer interconnects;
    private readonly SortedDictionary<string, Output<ImmutableArray<ImmutableDictionary<string, string>>>> devices = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ImmutableArray<LinkPoint>> points = new(StringComparer.Ordinal);

    public LinkLayer(MeshSettings settings, LinkSites sites, Clouds clouds, Names names)
    {
        (this.settings, this.sites, this.clouds, this.names) = (settings, sites, clouds, names);
        interconnects = new(settings, sites, clouds, names);
        Told = settings.Links.ToImmutableSortedDictionary(link => link.Key, link => Make(link.Key, link.Value), StringComparer.Ordinal);
    }

    /// <summary>Link to what was asked of it and what it gives, in text: sites, paths, Mbit/s, bytes.</summary>
    public ImmutableSortedDictionary<string, Output<ImmutableDictionary<string, string>>> Told { get; }

    /// <summary>Link to what people still have to do before its interconnect carries traffic; none of those that need nobody.</summary>
    public IReadOnlyDictionary<string, Output<ImmutableArray<string>>> Steps => interconnects.Steps;

    /// <summary>Link to the keys that its partner must be told, by what they are.</summary>
    public IReadOnlyDictionary<string, Output<ImmutableDictionary<string, string>>> Partners => interconnects.Partners;

    /// <summary>Link of a data centre to what its devices must be told, tunnel by tunnel, with their keys.</summary>
    public IReadOnlyDictionary<string, Output<ImmutableArray<ImmutableDictionary<string, string>>>> Devices => devices;

    /// <summary>Link to what of it the clouds measure: of its primary path, then of the backup.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<LinkPoint>> Points => points;

    private Output<ImmutableDictionary<string, string>> Make(string key, LinkSettings link)
    {
        sites.Open(key, link);
        sites.PassNames(key, link);
        var primary = MakePath($"{key}-link", key, link, link.Primary);
        var backup = link.Backup is { } behind ? MakePath($"{key}-backup", key, link, behind) : primary;
        points[key] = [.. primary.Points, .. link.Backup is null ? [] : backup.Points];
        return Output.Tuple(primary.MtuBytes, primary.TcpMssBytes, backup.MtuBytes, backup.TcpMssBytes).Apply(sizes => Asked(link)
            .Add("pathMtuBytes", Math.Min(sizes.Item1, sizes.Item3).ToString())
            .Add("tcpMssBytes", Math.Min(sizes.Item2, sizes.Item4).ToString()));
    }

    private ImmutableDictionary<string, string> Asked(LinkSettings link)
    {
        var asked = ImmutableDictionary<string, string>.Empty
            .Add("sites", string.Join(", ", link.Sites))
            .Add("primary", LinkPlan.WordOf(link.Primary))
            .Add("demandedMbps", link.DemandedMbps.ToString())
            .Add("packetBytes", link.PacketBytes.ToString());
        asked = link.Backup is { } backup ? asked.Add("backup", LinkPlan.WordOf(backup)) : asked;
        asked = link.Primary is PartnerInterconnectSettings partner ? asked.Add("attachmentMbps", partner.LineMbps.ToString()) : asked;
        asked = link.Through.IsEmpty ? asked : asked.Add("through", string.Join(", ", link.Through));
        return LinkPlan.DataCentreEnd(link, settings) is { } dataCentre ? asked.Add("ranges", string.Join(", ", dataCentre.Value.Ranges)) : asked;
    }

    private MadePath MakePath(string name, string key, LinkSettings link, LinkPathSettings path) => path switch
    {
        HaVpnSettings vpn => MakeVpn(name, key, link, vpn),
        ManagedInterconnectSettings managed => interconnects.MakeManaged(name, key, link, managed),
        EncryptedInterconnectSettings encrypted => interconnects.MakeEncrypted(name, key, link, encrypted),
        CrossCloudInterconnectSettings cables => interconnects.MakeCables(name, key, link, cables),
        PartnerInterconnectSettings partner => interconnects.MakePartner(name, key, link, partner),
        TransitPeeringSettings => MakePeering(name, key, link),
        OnPremisesSettings vpn => MakeOnPremises(name, key, link, vpn),
        _ => throw new UnreachableException($"no layer makes a {path.GetType().Name}"),
    };

    private MadePath MakeVpn(string name, string key, LinkSettings link, HaVpnSettings vpn)
    {
        var aws = LinkPlan.AwsEnd(link, settings)!.Value;
        var made = new HaVpnLink(name, new()
        {
            Key = key,
            PhysicalName = names.Of(key),
            Aws = sites.Aws(key, aws),
            Google = sites.Google(LinkPlan.GoogleEnd(link, settings)!.Value),
            Inside = vpn.Inside.Range,
            Proposal = LinkPlan.ProposalOf(vpn.Cipher),
            Bandwidth = LinkPlan.BandwidthOf(vpn.Bandwidth),
            Secret = new Config().RequireSecret(vpn.Secret.ToString()),
            KeyGenerations = [vpn.KeyGenerations.First, vpn.KeyGenerations.Second],
            LogRetentionDays = aws.Value.LogRetentionDays,
            Protect = settings.Lifecycle.Protect,
        }, new() { Providers = { clouds.Aws(aws.Value.Region.ToString()), clouds.Google } });
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }

    private MadePath MakePeering(string name, string key, LinkSettings link)
    {
        // In the order of their names, so that it makes no difference in which the settings hold them.
        PeeringEnd[] ends = [.. link.Sites.Select(site => site.ToString()).Order(StringComparer.Ordinal).Select(End)];
        var made = new TransitPeering(name, new()
        {
            PhysicalName = names.Of(key),
            Requester = ends[0],
            Accepter = ends[1],
            Protect = settings.Lifecycle.Protect,
        });
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);

        PeeringEnd End(string siteKey)
        {
            var site = (AwsSite)settings.Sites[siteKey];
            return new() { Aws = sites.Aws(key, new(siteKey, site)), Provider = clouds.Aws(site.Region.ToString()) };
        }
    }

    private MadePath MakeOnPremises(string name, string key, LinkSettings link, OnPremisesSettings vpn)
    {
        var (aws, dataCentre) = (LinkPlan.AwsEnd(link, settings)!.Value, LinkPlan.DataCentreEnd(link, settings)!.Value.Value);
        var made = new OnPremisesLink(name, new()
        {
            Key = key,
            PhysicalName = names.Of(key),
            Aws = sites.Aws(key, aws),
            OnPremises = new() { Asn = dataCentre.Asn.Value, Devices = dataCentre.Devices, Ranges = dataCentre.Ranges },
            Through = LinkPlan.Passed(link, settings),
            Inside = vpn.Inside.Range,
            Proposal = LinkPlan.ProposalOf(vpn.Cipher),
            Bandwidth = LinkPlan.BandwidthOf(vpn.Bandwidth),
            Secret = new Config().RequireSecret(vpn.Secret.ToString()),
            KeyGenerations = [vpn.KeyGenerations.First, vpn.KeyGenerations.Second],
            LogRetentionDays = aws.Value.LogRetentionDays,
            Protect = settings.Lifecycle.Protect,
        }, new() { Provider = clouds.Aws(aws.Value.Region.ToString()) });
        devices[key] = made.DeviceConfiguration;
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }
}

/// <summary>What a link tells of a path.</summary>
/// <param name="MtuBytes">The largest packet, in bytes.</param>
/// <param name="TcpMssBytes">The largest payload of a segment, in bytes.</param>
/// <param name="Points">What of it the clouds measure.</param>
internal sealed record MadePath(Output<int> MtuBytes, Output<int> TcpMssBytes, ImmutableArray<LinkPoint> Points);
