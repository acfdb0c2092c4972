using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What those who read certificates ask of them: Istio, Envoy, SPIFFE, and the provider that makes them.</summary>
public static class CertificateFacts
{
    /// <summary>What a secret is called from which istiod signs, and its keys. An incomplete one stops istiod.</summary>
    /// <remarks><see cref="IstioAuthority"/>.</remarks>
    public const string IstioSecret = "cacerts";

    /// <summary>The certificate with which istiod signs.</summary>
    public const string IstioCertificate = "ca-cert.pem";

    /// <summary>Its key.</summary>
    public const string IstioKey = "ca-key.pem";

    /// <summary>Whom the proxies of the cluster trust: every root, one after the other.</summary>
    public const string IstioRoots = "root-cert.pem";

    /// <summary>From the certificate with which istiod signs up to the root that signed it, both included.</summary>
    public const string IstioChain = "cert-chain.pem";

    /// <summary>The name under which proxies ask istiod, which its own authority bears in Istio's sample.</summary>
    public const string IstiodName = "istiod.istio-system.svc";

    /// <summary>The service account of the east-west gateway: the name of its release.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/master/manifests/charts/gateway/values.yaml, read 2026-11-20.</remarks>
    public const string EastWestGateway = "istio-eastwestgateway";

    /// <summary>The trust domain that Istio has unless it is told another, and so everybody's.</summary>
    public const string DefaultTrustDomain = "cluster.local";

    /// <summary>The algorithm of every key, as the provider calls it. istiod reads RSA too, and refuses Ed25519.</summary>
    /// <remarks>Source: security/pkg/pki/util in https://github.com/istio/istio, read 2026-11-20.</remarks>
    public const string Algorithm = "ECDSA";

    /// <summary>The curve of a root, which lasts for years.</summary>
    public const string RootCurve = "P384";

    /// <summary>The curve of all else: of these two istiod makes its own keys, and Envoy is fastest with this one.</summary>
    public const string Curve = "P256";

    /// <summary>
    /// How many authorities may stand between a root and what is certified: the site's. It is the root that says so, since the provider cannot
    /// write a length of zero into the site's own certificate.
    /// </summary>
    /// <remarks><see cref="Provider"/>.</remarks>
    public const int RootPathLength = 1;

    /// <summary>How long a root lasts unless it is told, in years.</summary>
    public const int RootYears = 10;

    /// <summary>How long the authority of a site lasts unless it is told, in days.</summary>
    public const int IntermediateDays = 365;

    /// <summary>How long a certificate lasts that no mesh renews, in days.</summary>
    public const int LeafDays = 90;

    /// <summary>How long a certificate lasts that istiod makes, in days, and so how long one is in use that an earlier root signed.</summary>
    /// <remarks>Source: DEFAULT_WORKLOAD_CERT_TTL in https://istio.io/latest/docs/reference/commands/pilot-discovery/, read 2026-11-20.</remarks>
    public const int MeshLeafDays = 1;

    /// <summary>Which part of its life is left of a certificate when the next deployment makes it anew.</summary>
    public const double RenewedWithLeft = 1.0 / 3;

    /// <summary>What an authority may do with its key, in the words of the provider, which refuses those of the SDK's own documentation.</summary>
    /// <remarks><see cref="Provider"/>.</remarks>
    public static ImmutableArray<string> AuthorityUses { get; } = ["cert_signing", "crl_signing"];

    /// <summary>What a workload may: be either end of a connection. An ECDSA key signs a handshake and enciphers nothing.</summary>
    public static ImmutableArray<string> LeafUses { get; } = ["digital_signature", "server_auth", "client_auth"];

    /// <summary>What istiod asks of the secret.</summary>
    public static Source IstioAuthority { get; } = new("https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/", new(2026, 11, 20));

    /// <summary>How the provider makes certificates.</summary>
    public static Source Provider { get; } =
        new("https://github.com/hashicorp/terraform-provider-tls/blob/main/internal/provider/common_cert.go", new(2026, 11, 21));

    /// <summary>For how many hours before its end a certificate is made anew.</summary>
    public static int EarlyHours(int lifetimeHours) => (int)(lifetimeHours * RenewedWithLeft);
}
