namespace CrossCloudMesh.Facts;

/// <summary>The rows of keys and certificates: what was signed cannot be changed.</summary>
internal static class TlsReplaceFacts
{
    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    internal static ReplaceFact[] Rows { get; } =
    [
        Row("certRequest:CertRequest", "cert_request", "dnsNames ipAddresses privateKeyPem subject uris"),
        Row(
            "locallySignedCert:LocallySignedCert",
            "locally_signed_cert",
            """
            allowedUses caCertPem caPrivateKeyPem certRequestPem isCaCertificate maxPathLength setSubjectKeyId validityPeriodHours
            """),
        Row("privateKey:PrivateKey", "private_key", "algorithm ecdsaCurve rsaBits"),
        Row(
            "selfSignedCert:SelfSignedCert",
            "self_signed_cert",
            """
            allowedUses dnsNames ipAddresses isCaCertificate maxPathLength privateKeyPem setAuthorityKeyId setSubjectKeyId subject uris
            validityPeriodHours
            """),
    ];

    private static ReplaceFact Row(string type, string resource, string replaces) => ReplaceFact.Row(
        "tls:index/" + type,
        new($"https://github.com/hashicorp/terraform-provider-tls/blob/main/internal/provider/resource_{resource}.go", ReadOn),
        replaces,
        name: null);
}
