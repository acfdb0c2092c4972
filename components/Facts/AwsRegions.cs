using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The commercial regions of AWS and the ids of their zones.</summary>
/// <remarks>
/// A zone that is here may still be closed to an account: AWS takes full zones from the list of those who have nothing there, and in
/// us-west-1 a new account has two. GovCloud, China and the sovereign regions are other partitions, and not here.
/// </remarks>
public static class AwsRegions
{
    /// <summary>Where the regions and zones are from, read in a stored copy.</summary>
    public static Source Source { get; } =
        new("https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html", new(2026, 11, 21));

    /// <summary>All regions, by name.</summary>
    public static ImmutableArray<CloudRegion> All { get; } =
    [
        Row("af-south-1", "afs1", [1, 2, 3]),
        Row("ap-east-1", "ape1", [1, 2, 3]),
        Row("ap-east-2", "ape2", [1, 2, 3]),
        Row("ap-northeast-1", "apne1", [1, 2, 3, 4]),
        Row("ap-northeast-2", "apne2", [1, 2, 3, 4]),
        Row("ap-northeast-3", "apne3", [1, 2, 3]),
        Row("ap-south-1", "aps1", [1, 2, 3]),
        Row("ap-south-2", "aps2", [1, 2, 3]),
        Row("ap-southeast-1", "apse1", [1, 2, 3]),
        Row("ap-southeast-2", "apse2", [1, 2, 3]),
        Row("ap-southeast-3", "apse3", [1, 2, 3]),
        Row("ap-southeast-4", "apse4", [1, 2, 3]),
        Row("ap-southeast-5", "apse5", [1, 2, 3]),
        Row("ap-southeast-6", "apse6", [1, 2, 3]),
        Row("ap-southeast-7", "apse7", [1, 2, 3]),
        Row("ca-central-1", "cac1", [1, 2, 4]),
        Row("ca-west-1", "caw1", [1, 2, 3]),
        Row("eu-central-1", "euc1", [1, 2, 3]),
        Row("eu-central-2", "euc2", [1, 2, 3]),
        Row("eu-north-1", "eun1", [1, 2, 3]),
        Row("eu-south-1", "eus1", [1, 2, 3]),
        Row("eu-south-2", "eus2", [1, 2, 3]),
        Row("eu-west-1", "euw1", [1, 2, 3]),
        Row("eu-west-2", "euw2", [1, 2, 3, 4]),
        Row("eu-west-3", "euw3", [1, 2, 3]),
        Row("il-central-1", "ilc1", [1, 2, 3]),
        Row("me-central-1", "mec1", [1, 2, 3]),
        Row("me-south-1", "mes1", [1, 2, 3]),
        Row("mx-central-1", "mxc1", [1, 2, 3]),
        Row("sa-east-1", "sae1", [1, 2, 3]),
        Row("us-east-1", "use1", [1, 2, 3, 4, 5, 6]),
        Row("us-east-2", "use2", [1, 2, 3]),
        Row("us-west-1", "usw1", [1, 2, 3]),
        Row("us-west-2", "usw2", [1, 2, 3, 4]),
    ];

    /// <summary>Where the zones without EKS are from, read in copies that quote it.</summary>
    public static Source EksSource { get; } = new("https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html", new(2026, 11, 21));

    /// <summary>Zones in which EKS accepts no subnet for the interfaces of its control plane.</summary>
    public static ImmutableArray<string> WithoutEksControlPlane { get; } = ["cac1-az3", "use1-az3", "usw1-az2"];

    /// <summary>The region of that name; null where none is known.</summary>
    public static CloudRegion? Find(string name) => CloudRegion.Find(All, name);

    /// <summary>The region in which a zone lies; null where the zone is not known.</summary>
    /// <param name="zone">A zone id: <c>use1-az1</c>.</param>
    public static CloudRegion? OfZone(string zone) => CloudRegion.OfZone(All, zone);

    private static CloudRegion Row(string name, string zonePrefix, int[] zones) =>
        new(name, [.. zones.Select(number => $"{zonePrefix}-az{number}")]);
}
