using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What a GKE cluster is made with and keeps: a change of any of these is another cluster.</summary>
/// <remarks>Source: the row of <c>container/cluster:Cluster</c> in <see cref="Facts.GoogleReplaceFacts"/>, against which a test holds it.</remarks>
public sealed record GkeCreation
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The cluster's name in Google Cloud, at most 40 characters.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    public required Input<string> SubnetSelfLink { get; init; }

    /// <summary>The subnet's secondary range for pods.</summary>
    public required string PodRangeName { get; init; }

    /// <summary>The subnet's secondary range for services.</summary>
    public required string ServiceRangeName { get; init; }

    /// <summary>Whether Google makes node pools by itself, their disks under our key.</summary>
    /// <remarks>Default false. Google takes the key of such disks only when it makes the cluster.</remarks>
    public bool AutoProvisions { get; init; }
}
