using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What <see cref="EksCluster"/> needs.</summary>
public sealed record EksClusterArgs
{
    /// <summary>What makes another cluster where it changes.</summary>
    public required EksCreation AtCreation { get; init; }

    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The minor version: <c>1.36</c>. It goes up one at a time.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Subnets in at least two zones for the control plane's interfaces.</summary>
    public required InputList<string> ControlPlaneSubnetIds { get; init; }

    /// <summary>A private subnet for nodes in each zone, by zone id.</summary>
    public required ImmutableSortedDictionary<string, Input<string>> NodeSubnetIds { get; init; }

    /// <summary>The ranges that pods take their addresses from.</summary>
    public required ImmutableArray<Cidr> PodRanges { get; init; }

    /// <summary>What a node needs of its network before it can join: the routes out, and nothing else of it.</summary>
    public required IReadOnlyList<Resource> WayOut { get; init; }

    public required ApiAccess ApiAccess { get; init; }

    /// <summary>From where the API is reached with <see cref="ApiAccess.Allowlist"/>.</summary>
    public required ImmutableArray<Cidr> OperatorRanges { get; init; }

    /// <summary>Public addresses from which istiods of other sites read the API with <see cref="ApiAccess.Allowlist"/>: those of their NAT.</summary>
    public InputList<string> PublicReaders { get; init; } = [];

    /// <summary>From where else inside the networks the API is read: nodes and pods of linked sites, a VPN, machines that deploy.</summary>
    public ImmutableArray<Cidr> ApiPeerRanges { get; init; } = [];

    /// <summary>Who may do what, by a stable key; whoever runs the program gets nothing by that.</summary>
    public required ImmutableSortedDictionary<string, EksGrant> Grants { get; init; }

    /// <summary>How EKS brings nodes itself; null where it does not.</summary>
    public EksAutoMode? AutoMode { get; init; }

    /// <summary>Managed groups by a stable key; at least one where there is no <see cref="AutoMode"/>.</summary>
    public required ImmutableSortedDictionary<string, EksPool> Pools { get; init; }

    /// <summary>Whether an autoscaler owns the number of nodes of the pools.</summary>
    public bool IsAutoscaled { get; init; }

    /// <summary>Names of add-ons besides those that every cluster has.</summary>
    public ImmutableSortedSet<string> Addons { get; init; } = [];

    /// <summary>Versions of add-ons by name. Left out: those of <see cref="EksAddonVersions"/>, or else EKS chooses.</summary>
    public ImmutableSortedDictionary<string, string> AddonVersions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How often what runs in the cluster is kept, and for how long; null for never.</summary>
    public EksBackupSchedule? Backup { get; init; }

    /// <summary>Which controllers EKS runs for the cluster outside of it; null for none.</summary>
    public EksCapabilitySet? Capabilities { get; init; }

    public EksControlPlaneTier ControlPlaneTier { get; init; } = EksControlPlaneTier.Standard;

    /// <summary>Tags of instances and disks, which the provider's default tags do not reach.</summary>
    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How long control-plane logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether engine and AWS both refuse to delete the cluster.</summary>
    public required bool Protect { get; init; }

    /// <summary>Whether what runs in the cluster counts as gone where its API cannot be reached: only while a stack is taken down.</summary>
    public bool Teardown { get; init; }

    /// <summary>The add-ons of both phases.</summary>
    internal IEnumerable<EksAddonFact> AllAddons => EksAddonFacts.Of(AutoMode is not null && Pools.IsEmpty, Addons);

    /// <summary>The pool that add-ons can start on: one with a node, which takes pods that tolerate nothing.</summary>
    internal string? SystemPool =>
        Pools.FirstOrDefault(pool => pool.Value is { MinNodesPerZone: > 0, Taints.IsEmpty: true }).Key;

    internal ImmutableSortedDictionary<string, Input<string>> SubnetIdsOf(EksPool pool) =>
        pool.Zones.IsEmpty ? NodeSubnetIds : NodeSubnetIds.RemoveRange(NodeSubnetIds.Keys.Except(pool.Zones));

    internal IEnumerable<Fault> Check()
    {
        if (AutoMode is null && SystemPool is null)
        {
            yield return new(
                "pools",
                "must hold a pool with a node and without taints",
                Pools.IsEmpty ? "none" : string.Join(", ", Pools.Keys),
                "add one: DNS and the other add-ons need a node to run on");
        }

        foreach (var fault in Pools.SelectMany(pool => pool.Value.Check($"pools.{pool.Key}", [.. NodeSubnetIds.Keys])))
        {
            yield return fault;
        }

        foreach (var addon in Addons.Union(AddonVersions.Keys).Where(addon => EksAddonFacts.Find(addon) is null))
        {
            yield return new("addons", "must be known", addon, "known: " + string.Join(", ", EksAddonFacts.Catalogue.Select(row => row.Name)));
        }

        foreach (var twin in Grants.GroupBy(grant => grant.Value.PrincipalArn, StringComparer.Ordinal).Where(principal => principal.Count() > 1))
        {
            yield return new("grants", "must name each principal once, since EKS has one entry for each", twin.Key, "keep one");
        }

        if (ApiAccess == ApiAccess.Allowlist && OperatorRanges.Length == 0)
        {
            yield return new("operatorRanges", "must hold at least one range where the API is open to an allowlist", "none", "name one, or make the API private");
        }

        foreach (var range in OperatorRanges.Concat(ApiPeerRanges).Where(range => range.PrefixLength == 0))
        {
            yield return new("operatorRanges", "must not be every address", range.ToString(), "name the ranges that operators come from");
        }
    }
}

/// <summary>What of a cluster cannot change while it lives: another value is another cluster.</summary>
public sealed record EksCreation
{
    /// <summary>The cluster's name in AWS.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Addresses of Kubernetes services, /12 to /24.</summary>
    public required Cidr Services { get; init; }
}

/// <summary>How EKS brings nodes itself.</summary>
/// <param name="NodePools">The node pools that come with it: <c>general-purpose</c>, <c>system</c>.</param>
public sealed record EksAutoMode(ImmutableArray<string> NodePools);

/// <summary>How much a control plane can take at once, whatever its load so far.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/eks-provisioned-control-plane.html, read 2026-11-21.</remarks>
public enum EksControlPlaneTier
{
    /// <summary>It grows with its load.</summary>
    Standard,
    Xl,
    TwoXl,
    FourXl,
    EightXl,
}
