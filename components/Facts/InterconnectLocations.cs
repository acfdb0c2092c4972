using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Where Google joins its network with AWS's by a cable of one's own.</summary>
/// <remarks>
/// The location of the partition for governments is left out. To which region of AWS a location belongs stands nowhere in Google's table:
/// <c>aws directconnect describe-locations --region REGION</c> tells, with the speeds that it has free.
/// </remarks>
public static class InterconnectLocations
{
    private static readonly Source Locations = new(
        "https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/choose-locations", new(2026, 11, 21));

    private static readonly ImmutableArray<string> Asia =
        ["asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3", "asia-southeast1", "asia-southeast2"];

    private static readonly ImmutableArray<string> Australia = ["australia-southeast1", "australia-southeast2"];

    private static readonly ImmutableArray<string> Europe =
    [
        "europe-central2", "europe-north1", "europe-southwest1", "europe-west1", "europe-west10", "europe-west12", "europe-west2",
        "europe-west3", "europe-west4", "europe-west6", "europe-west8", "europe-west9", "me-central1", "me-central2", "me-west1",
    ];

    private static readonly ImmutableArray<string> India = ["asia-south1", "asia-south2", "asia-southeast1"];

    private static readonly ImmutableArray<string> NorthAmerica =
    [
        "northamerica-northeast1", "northamerica-northeast2", "us-central1", "us-east1", "us-east4", "us-east5", "us-south1", "us-west1",
        "us-west2", "us-west3", "us-west4",
    ];

    private static readonly ImmutableArray<string> SouthAmerica = ["southamerica-east1", "southamerica-west1", "us-east1"];

    /// <summary>All rows, by name.</summary>
    public static ImmutableArray<InterconnectLocation> All { get; } =
    [
        new("aws-cgm60", "CGM60", "yul", 1944, NorthAmerica, Locations),
        new("aws-col67", "COL67", "cmh", 2377, NorthAmerica, Locations),
        new("aws-csva1", "CSVA1", "iad", 5467, NorthAmerica, Locations),
        new("aws-dcij3", "DCIJ3", "cgk", 8168, Asia, Locations),
        new("aws-ecpo1", "ECPO1", "pdx", 1922, NorthAmerica, Locations),
        new("aws-eqc50", "EQC50", "ord", 7, NorthAmerica, Locations),
        new("aws-eqda2", "EqDA2", "dfw", 4, NorthAmerica, Locations),
        new("aws-eqdc2", "EqDC2", "iad", 1, NorthAmerica, Locations),
        new("aws-eqfa5", "EqFA5", "fra", 683, Europe, Locations),
        new("aws-eqhk1", "EQHK1", "hkg", 1118, Asia, Locations),
        new("aws-eqld5", "EqLD5", "lhr", 832, Europe, Locations),
        new("aws-eqos1", "EqOS1", "kix", 1791, Asia, Locations),
        new("aws-eqse2-eq", "EqSe2-EQ", "sea", 86, NorthAmerica, Locations),
        new("aws-eqsk1", "EQSK1", "arn", 156, Europe, Locations),
        new("aws-eqsv5", "EqSV5", "sjc", 6, NorthAmerica, Locations),
        new("aws-eqsy3", "EqSY3", "syd", 1605, Australia, Locations),
        new("aws-eqty2", "EqTY2", "nrt", 452, Asia, Locations),
        new("aws-gpx51", "GPX51", "bom", 2310, India, Locations),
        new("aws-gss52", "GSS52", "sin", 388, Asia, Locations),
        new("aws-inx6", "INX6", "fra", 58, Europe, Locations),
        new("aws-itcm2", "ITCM2", "mad", 127, Europe, Locations),
        new("aws-itxp7", "ITXP7", "cdg", 1536, Europe, Locations),
        new("aws-lgknx", "LGKNX", "icn", 7674, Asia, Locations),
        new("aws-lgu57", "LGU57", "icn", 7573, Asia, Locations),
        new("aws-thv52", "THV52", "cdg", 53, Europe, Locations),
        new("aws-tndb", "TNDB", "gru", 165, SouthAmerica, Locations),
    ];

    /// <summary>The row of Google's name for the other end, or null where there is none.</summary>
    public static InterconnectLocation? Find(string name) => All.FirstOrDefault(row => row.Name == name);
}

/// <summary>A place where Google's network meets AWS's.</summary>
/// <param name="Name">Google's name for the other end: <c>aws-csva1</c>.</param>
/// <param name="AwsCode">AWS's code for it: <c>CSVA1</c>.</param>
/// <param name="Metro">The metropolitan area, by its airport: <c>iad</c>.</param>
/// <param name="Facility">The number of Google's facility.</param>
/// <param name="GoogleRegions">The regions in which its VLAN attachments, and so its routers, may be.</param>
/// <param name="Source">Where this was read.</param>
public sealed record InterconnectLocation(
    string Name, string AwsCode, string Metro, int Facility, ImmutableArray<string> GoogleRegions, Source Source)
{
    /// <summary>Google's name for its own end in one of the two edge availability domains: <c>iad-zone1-5467</c>.</summary>
    public string GoogleEnd(int domain) => $"{Metro}-zone{domain}-{Facility}";
}
