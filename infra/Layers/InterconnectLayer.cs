using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The lines of their own between the clouds: from the settings to what makes them.</summary>
internal sealed class InterconnectLayer(MeshSettings settings, LinkSites sites, Clouds clouds, Names names)
{
    private readonly SortedDictionary<string, Output<ImmutableArray<string>>> steps = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Output<ImmutableDictionary<string, string>>> partners = new(StringComparer.Ordinal);

    /// <inheritdoc cref="LinkLayer.Steps"/>
    public IReadOnlyDictionary<string, Output<ImmutableArray<string>>> Steps => steps;

    /// <inheritdoc cref="LinkLayer.Partners"/>
    public IReadOnlyDictionary<string, Output<ImmutableDictionary<string, string>>> Partners => partners;

    public MadePath MakeManaged(string name, string key, LinkSettings link, ManagedInterconnectSettings managed)
    {
        var (aws, google) = Ends(link);
        var made = new ManagedInterconnect(name, new()
        {
            PhysicalName = names.Of(key),
            Aws = sites.Aws(key, aws),
            Google = sites.Google(google),
            BandwidthMbps = managed.BandwidthMbps,
            GatewayAsn = managed.GatewayAsn.Value,
            NetworkMtuBytes = google.Value.MtuBytes,
            Tags = clouds.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Api = clouds.Apis.Enabled(InterconnectPairs.Api),
            Protect = settings.Lifecycle.Protect,
        }, Providers(aws));
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }

    public MadePath MakeCables(string name, string key, LinkSettings link, CrossCloudInterconnectSettings cables)
    {
        var made = new CrossCloudInterconnect(name, Describe(key, link, cables), Providers(Ends(link).Aws));
        steps[key] = made.Steps;
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }

    public MadePath MakeEncrypted(string name, string key, LinkSettings link, EncryptedInterconnectSettings encrypted)
    {
        var (aws, _) = Ends(link);
        var made = new EncryptedInterconnect(name, new()
        {
            Cables = Describe(key, link, encrypted),
            NetworkAttachmentId = sites.NetworkAttachmentId(aws.Key),
            NetworkRanges = LinkPlan.Reachable(aws.Value, settings.Addresses),
            HubRange = encrypted.HubRange,
            GatewayRange = encrypted.GatewayRange,
            TunnelInside = encrypted.Inside.Range,
            Proposal = LinkPlan.ProposalOf(encrypted.Cipher),
            Bandwidth = LinkPlan.BandwidthOf(encrypted.Bandwidth),
            KeyGenerations = [encrypted.KeyGenerations.First, encrypted.KeyGenerations.Second],
            LogRetentionDays = aws.Value.LogRetentionDays,
        }, Providers(aws));
        steps[key] = made.Steps;
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }

    public MadePath MakePartner(string name, string key, LinkSettings link, PartnerInterconnectSettings partner)
    {
        var (aws, google) = Ends(link);
        var made = new PartnerInterconnect(name, new()
        {
            Key = key,
            PhysicalName = names.Of(key),
            Aws = sites.Aws(key, aws),
            Google = sites.Google(google),
            Hosted = Hosted(partner),
            Inside = AttachmentPlan.OfLink(partner.Slot),
            GatewayAsn = partner.GatewayAsn.Value,
            Secret = new Config().RequireSecret(partner.Secret.ToString()),
            KeyGenerations = [partner.KeyGenerations.First, partner.KeyGenerations.Second],
            NetworkMtuBytes = google.Value.MtuBytes,
            Protect = settings.Lifecycle.Protect,
        }, Providers(aws));
        steps[key] = made.Steps;
        partners[key] = Output.Tuple(made.PairingKeys, made.SessionKeys).Apply(keys => keys.Item1
            .ToImmutableDictionary(pairing => $"pairing-{pairing.Key}", pairing => pairing.Value)
            .AddRange(keys.Item2.Select(session => KeyValuePair.Create($"session-{session.Key}", session.Value))));
        return new(made.PathMtuBytes, made.TcpMssBytes, made.Points);
    }

    private static ImmutableSortedDictionary<int, HostedConnection> Hosted(PartnerInterconnectSettings partner) =>
        new[] { partner.First, partner.Second }
            .Select((hosted, index) => (Domain: index + 1, Settings: hosted))
            .Where(hosted => hosted.Settings is not null)
            .ToImmutableSortedDictionary(
                hosted => hosted.Domain,
                hosted => new HostedConnection(hosted.Settings!.ConnectionId.ToString(), hosted.Settings.Region.ToString(), hosted.Settings.Vlan));

    private CrossCloudInterconnectArgs Describe(string key, LinkSettings link, CrossCloudInterconnectSettings cables)
    {
        var (aws, google) = Ends(link);
        return new()
        {
            Key = key,
            PhysicalName = names.Of(key),
            Aws = sites.Aws(key, aws),
            Google = sites.Google(google),
            Topology = cables.Topology,
            Metros = CablePlan.Metros(cables),
            SpeedGbps = cables.SpeedGbps,
            Inside = AttachmentPlan.OfLink(cables.Slot),
            GatewayAsn = cables.GatewayAsn.Value,
            Secret = new Config().RequireSecret(cables.Secret.ToString()),
            NetworkMtuBytes = google.Value.MtuBytes,
            Protect = settings.Lifecycle.Protect,
        };
    }

    private (KeyValuePair<string, AwsSite> Aws, KeyValuePair<string, GcpSite> Google) Ends(LinkSettings link) =>
        (LinkPlan.AwsEnd(link, settings)!.Value, LinkPlan.GoogleEnd(link, settings)!.Value);

    private ComponentResourceOptions Providers(KeyValuePair<string, AwsSite> aws) => new() { Providers = { clouds.Aws(aws.Value.Region.ToString()), clouds.Google } };
}
