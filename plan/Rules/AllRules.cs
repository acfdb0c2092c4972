using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Plan.Rules.Keys;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Plan.Rules.Mesh;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Plan.Rules.Observability;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>Every rule that judges the resources of a plan.</summary>
public static class AllRules
{
    /// <summary>In ordinal order of their ids.</summary>
    public static IReadOnlyList<Rule> List { get; } = Ordered(
    [
        new DefaultProvider(),
        new AddressOverlap(),
        new AddressReserved(),
        new AttachmentZones(),
        new DefaultGroupClosed(),
        new FirewallOpenIngress(),
        new GoogleCustomNetwork(),
        new HubAutoAccept(),
        new HubDefaultTables(),
        new HubFlowLogs(),
        new NatZones(),
        new NodeZones(),
        new OpenEgress(),
        new OpenIngress(),
        new PrivateGoogleAccess(),
        new Quotas(),
        new SubnetAcl(),
        new SubnetInsideVpc(),
        new SubnetPublicAddresses(),
        new SubnetworkFlowLogs(),
        new VpcFlowLogs(),
        new LinkAlarms(),
        new LinkAllowedPrefixes(),
        new LinkAnnouncedRanges(),
        new LinkAnnouncement(),
        new LinkAsn(),
        new LinkCipher(),
        new LinkDnsLoop(),
        new LinkDnsReturn(),
        new LinkDnsZones(),
        new LinkExposure(),
        new LinkGlobalRouting(),
        new LinkHubTables(),
        new LinkIndependentMedium(),
        new LinkInsideAddress(),
        new LinkInsideRange(),
        new LinkKeys(),
        new LinkLearnedRoutes(),
        new LinkLimits(),
        new LinkLogs(),
        new LinkOverlap(),
        new LinkPairing(),
        new LinkPrefixCount(),
        new LinkProposal(),
        new LinkProtection(),
        new LinkRoutes(),
        new LinkSecrets(),
        new LinkSegmentation(),
        new LinkTransit(),
        new LinkTransport(),
        new LinkVlan(),
        new LinkZones(),
        new MeshApiPath(),
        new MeshCertificateNames(),
        new AppMeshEndOfLife(),
        new TelemetryPath(),
        new TraceContext(),
        new TraceDestination(),
        new TraceSplit(),
        new TraceTailSampling(),
        new AwsKeyRotation(),
        new DiskEncryption(),
        new GoogleKeyRotation(),
        new LogKey(),
        new LogRetention(),
        new DeletionGuard(),
        new DestroyOrder(),
        new EksAddonVersion(),
        new EksEndpoint(),
        new EksLogs(),
        new EksNodeAccess(),
        new EksSecretsKey(),
        new GkeEndpoint(),
        new GkeInlinePools(),
        new GkeIntranodeVisibility(),
        new GkeKeys(),
        new GkeLegacyAccess(),
        new GkeMetadata(),
        new GkeNetworkPolicy(),
        new GkeNodeAccount(),
        new GkePrivateNodes(),
        new GkeReleaseChannel(),
        new GkeShieldedNodes(),
        new InstanceMetadata(),
        new EksNetworkPolicy(),
        new EksNodeRole(),
        new EksAddonIdentity(),
        new EksPrivateNodes(),
        new EksUpgradePolicy(),
        new EksAccess(),
        new EksPrivateEndpoint(),
        new EksNodeGroups(),
        new ClusterTags(),
        new GkeVpcNative(),
        new GkeGroups(),
        new GkeBinaryAuthorization(),
        new GkeNodeManagement(),
        new GkeNodeImage(),
        new GkeLogs(),
        new LogRetentionYear(),
        new KeyGuard(),
        new EndpointAcceptance(),
        new KubernetesVersions(),
        new SupportWindow(),
        new AlarmAction(),
        new MetricDimension(),
        new GkeKubeletPort(),
        new GkeAnonymousAccess(),
        new GkeIgnoredChanges(),
        new GkeKeyGrants(),
        new EksTemplateVersion(),
        new EksLogGroup(),
        new EksAddonOrder(),
        new AwsKeyWindow(),
        new LinkVpnOptions(),
        new PublicBalancer(),
        new MeshMutualTls(),
        new MeshDenyByDefault(),
        new MeshInjection(),
        new MeshLocality(),
        new MeshNetworkLabel(),
        new IstioImages(),
        new TrustAuthority(),
        new AlarmTopicKey(),
        new AlarmMute(),
        new TraceLogPolicy(),
        new CollectorImage(),
        new CollectorEndpoint(),
        new CollectorBatch(),
        new CollectorMemory(),
        new WatchLimits(),
        new AwsFederatedTrust(),
    ]);

    /// <summary>What all rules find, in no particular order.</summary>
    /// <param name="resources">All resources of the plan.</param>
    /// <param name="today">The day on which it is judged; null where no day is to count.</param>
    /// <param name="outputs">What the stack says of itself; null where it says nothing.</param>
    public static IReadOnlyList<Finding> Judge(IReadOnlyList<PlannedResource> resources, DateOnly? today = null, SortedMap<PlanValue>? outputs = null)
    {
        var plan = new PlanIndex(resources, today, outputs);
        var findings = new List<Finding>();
        foreach (var rule in List)
        {
            findings.AddRange(rule.Judge(plan));
        }

        return findings;
    }

    private static Rule[] Ordered(Rule[] rules)
    {
        Array.Sort(rules, (a, b) => string.CompareOrdinal(a.About.Id, b.About.Id));
        return rules;
    }
}
