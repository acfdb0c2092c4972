using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Clusters;

/// <summary>A pool of EKS nodes.</summary>
public sealed record EksPool
{
    /// <summary>What makes new groups where it changes.</summary>
    public required EksPoolCreation AtCreation { get; init; }

    /// <summary>In each zone, 0 or more.</summary>
    public required int MinNodesPerZone { get; init; }

    /// <summary>In each zone, 1 or more.</summary>
    public required int MaxNodesPerZone { get; init; }

    /// <summary>The size of each node's data volume, in GiB.</summary>
    public required int DiskGibibytes { get; init; }

    /// <summary>The zone ids that it stands in; empty for all of the cluster's.</summary>
    public ImmutableSortedSet<string> Zones { get; init; } = [];

    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableArray<EksTaint> Taints { get; init; } = [];

    internal IEnumerable<Fault> Check(string path, IReadOnlyCollection<string> zones)
    {
        if (MinNodesPerZone > MaxNodesPerZone)
        {
            yield return new($"{path}.minNodesPerZone", $"must not be above maxNodesPerZone, which is {MaxNodesPerZone}", MinNodesPerZone.ToString());
        }

        foreach (var zone in Zones.Except(zones))
        {
            yield return new($"{path}.zones", "must be zones of the cluster", zone, "known: " + string.Join(", ", zones));
        }

        foreach (var fault in AtCreation.Check($"{path}.instanceTypes"))
        {
            yield return fault;
        }
    }
}

/// <summary>What of a pool cannot change while its groups live: another value makes new groups, which come up before the old ones go.</summary>
public sealed record EksPoolCreation
{
    public required NodeArchitecture Architecture { get; init; }

    /// <summary>Instance types of that architecture: <c>m7g.large</c>. For spot, several.</summary>
    public required ImmutableArray<string> InstanceTypes { get; init; }

    public EksNodeImage Image { get; init; } = EksNodeImage.Al2023;

    public EksCapacity Capacity { get; init; } = EksCapacity.OnDemand;

    /// <summary>Whether its instances have GPUs of NVIDIA, which need an image with the driver.</summary>
    public bool HasGpus { get; init; }

    internal IEnumerable<Fault> Check(string path)
    {
        if (InstanceTypes.IsEmpty || (Capacity == EksCapacity.Spot && InstanceTypes.Length < 2))
        {
            yield return new(
                path,
                Capacity == EksCapacity.Spot ? "must be at least 2 for spot, since AWS takes back one type at a time" : "must name at least one",
                InstanceTypes.IsEmpty ? "none" : InstanceTypes[0]);
        }

        foreach (var text in InstanceTypes)
        {
            if (InstanceType.Parse(text) is not { } type)
            {
                yield return new(path, $"must be {InstanceType.Form}", text);
                continue;
            }

            if (type.IsArm64 != (Architecture == NodeArchitecture.Arm64))
            {
                yield return new(path, $"must be of the pool's architecture, {Architecture}", text, "change the type or the architecture");
            }

            if (type.HasNvidiaGpu != HasGpus)
            {
                yield return new(path, HasGpus ? "must have GPUs of NVIDIA" : "must have no GPUs, for which the image has no driver", text);
            }
        }
    }
}

/// <summary>Keeps pods off a node that do not tolerate it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; may be empty.</param>
/// <param name="Effect">NO_SCHEDULE, NO_EXECUTE or PREFER_NO_SCHEDULE.</param>
public sealed record EksTaint(string Key, string Value, string Effect);

/// <summary>The architecture of a node's processor.</summary>
public enum NodeArchitecture
{
    X86,
    Arm64,
}

/// <summary>The operating system of a node.</summary>
public enum EksNodeImage
{
    Al2023,
    Bottlerocket,
}

/// <summary>How a node is bought.</summary>
public enum EksCapacity
{
    OnDemand,

    /// <summary>AWS may take it back within minutes.</summary>
    Spot,
}
