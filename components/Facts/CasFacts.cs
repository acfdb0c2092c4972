using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Google's Certificate Authority Service (CAS) offers, and how the provider treats it.</summary>
public static class CasFacts
{
    /// <summary>The service that a project must have enabled.</summary>
    public const string Api = "privateca.googleapis.com";

    /// <summary>
    /// The tier of a pool. In DEVOPS, which costs less, no certificate can be read or revoked once it is issued; the provider reads what it
    /// made, and revokes what it deletes.
    /// </summary>
    /// <remarks>Source: <see cref="Tiers"/>, <see cref="Provider"/>.</remarks>
    public const string Tier = "ENTERPRISE";

    /// <summary>The key of a root that is made here, in a hardware module of Google's: on <see cref="CertificateFacts.RootCurve"/>.</summary>
    public const string RootKey = "EC_P384_SHA384";

    /// <summary>The keys that a pool signs for: those on <see cref="CertificateFacts.Curve"/>.</summary>
    public const string SiteKey = "ECDSA_P256";

    /// <summary>Where pools can be.</summary>
    public static ImmutableArray<string> Regions { get; } =
    [
        "africa-south1", "asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3", "asia-south1", "asia-south2",
        "asia-southeast1", "asia-southeast2", "asia-southeast3", "australia-southeast1", "australia-southeast2", "europe-central2",
        "europe-north1", "europe-north2", "europe-southwest1", "europe-west1", "europe-west10", "europe-west12", "europe-west2",
        "europe-west3", "europe-west4", "europe-west6", "europe-west8", "europe-west9", "me-central1", "me-central2", "me-west1",
        "northamerica-northeast1", "northamerica-northeast2", "northamerica-south1", "southamerica-east1", "southamerica-west1",
        "us-central1", "us-east1", "us-east4", "us-east5", "us-south1", "us-west1", "us-west2", "us-west3", "us-west4",
    ];

    /// <summary>Where <see cref="Regions"/> are from.</summary>
    public static Source Locations { get; } = new("https://docs.cloud.google.com/certificate-authority-service/docs/locations", new(2026, 11, 21));

    /// <summary>What the tiers can do.</summary>
    public static Source Tiers { get; } = new("https://docs.cloud.google.com/certificate-authority-service/docs/tiers", new(2026, 11, 21));

    /// <summary>
    /// That the values of a pool's policy or of a template take the place of what a request has, that both naming the same is refused, and that
    /// a certificate that would outlast its authority is cut to its end without a word.
    /// </summary>
    public static Source Policies { get; } =
        new("https://docs.cloud.google.com/certificate-authority-service/docs/policy-conflicts", new(2026, 11, 21));

    /// <summary>That an authority can be taken back for 30 days after its deletion, and its pool goes only when they are over.</summary>
    public static Source Deletion { get; } =
        new("https://docs.cloud.google.com/certificate-authority-service/docs/operations-ca-pool", new(2026, 11, 21));

    /// <summary>How the provider makes and takes down all of it.</summary>
    public static Source Provider { get; } = new(
        "https://github.com/hashicorp/terraform-provider-google/tree/e03b7622a26cf4e878f90bdccaca6aa3d03a7999/google/services/privateca", new(2026, 11, 21));
}
