using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The regions of Google Cloud and their zones.</summary>
/// <remarks>
/// The API also lists europe-west15, us-central2, us-east7 and us-west8, which Google's page does not offer; they are not here.
/// </remarks>
public static class GoogleRegions
{
    /// <summary>Where the regions and zones are from; a public copy of <c>gcloud compute zones list</c> of that day agrees.</summary>
    public static Source Source { get; } = new("https://cloud.google.com/compute/docs/regions-zones", new(2026, 9, 21));

    /// <summary>All regions, by name.</summary>
    public static ImmutableArray<CloudRegion> All { get; } =
    [
        Row("africa-south1"),
        Row("asia-east1"),
        Row("asia-east2"),
        Row("asia-northeast1"),
        Row("asia-northeast2"),
        Row("asia-northeast3"),
        Row("asia-south1"),
        Row("asia-south2"),
        Row("asia-southeast1"),
        Row("asia-southeast2"),
        Row("asia-southeast3"),
        Row("australia-southeast1"),
        Row("australia-southeast2"),
        Row("europe-central2"),
        Row("europe-north1"),
        Row("europe-north2"),
        Row("europe-southwest1"),
        Row("europe-west1", "bcd"),
        Row("europe-west10"),
        Row("europe-west12"),
        Row("europe-west2"),
        Row("europe-west3"),
        Row("europe-west4"),
        Row("europe-west6"),
        Row("europe-west8"),
        Row("europe-west9"),
        Row("me-central1"),
        Row("me-central2"),
        Row("me-west1"),
        Row("northamerica-northeast1"),
        Row("northamerica-northeast2"),
        Row("northamerica-south1"),
        Row("southamerica-east1"),
        Row("southamerica-west1"),
        Row("us-central1", "abcf"),
        Row("us-east1", "bcd"),
        Row("us-east4"),
        Row("us-east5"),
        Row("us-south1"),
        Row("us-west1"),
        Row("us-west2"),
        Row("us-west3"),
        Row("us-west4"),
    ];

    /// <summary>The region of that name; null where none is known.</summary>
    public static CloudRegion? Find(string name) => CloudRegion.Find(All, name);

    /// <summary>The region in which a zone lies; null where the zone is not known.</summary>
    /// <param name="zone">A zone: <c>us-east4-a</c>.</param>
    public static CloudRegion? OfZone(string zone) => CloudRegion.OfZone(All, zone);

    private static CloudRegion Row(string name, string letters = "abc") => new(name, [.. letters.Select(letter => $"{name}-{letter}")]);
}
