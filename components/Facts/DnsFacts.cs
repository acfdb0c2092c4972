using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>What the clouds document about private names and about asking one another for them.</summary>
public static class DnsFacts
{
    /// <summary>The port of DNS, over UDP and, for answers that do not fit, over TCP.</summary>
    public const int Port = 53;

    /// <summary>The fewest addresses that an endpoint of Route 53 Resolver has, each in a zone of its own.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-choose-vpc.html, and the provider's
    /// internal/service/route53resolver/endpoint.go, which refuses fewer, read 2026-11-21.</remarks>
    public const int LeastAddresses = 2;

    /// <summary>The range that all queries come from which Cloud DNS forwards into a network's own links.</summary>
    /// <remarks>
    /// Every network of Google Cloud leads it to Cloud DNS, so answers must come back to the network that asked, and by a link of its own:
    /// Cloud DNS does not ask through a peered network.
    /// Source: https://cloud.google.com/dns/docs/zones/zones-overview, read 2026-11-21.
    /// </remarks>
    public static Cidr CloudDnsRange { get; } = Cidr.Parse("35.199.192.0/19")!.Value;

    /// <summary>Domains in which a cloud, or the machines themselves, already answer.</summary>
    public static ImmutableArray<ReservedDomain> ReservedDomains { get; } =
    [
        Row("amazonaws.com", "AWS, for its services", "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html"),
        Row("compute.internal", "AWS, for its machines", "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html"),
        Row("ec2.internal", "AWS, for its machines", "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html"),
        Row("google.internal", "Google Cloud, for its metadata", "https://cloud.google.com/compute/docs/internal-dns"),
        Row("googleapis.com", "Google, for its services", "https://cloud.google.com/vpc/docs/configure-private-google-access"),
        Row("cluster.local", "Kubernetes, for its Services", "https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/"),
    ];

    private static ReservedDomain Row(string domain, string keeper, string url) =>
        new(DomainName.Parse(domain)!.Value, keeper, new(url, new(2026, 11, 21)) { NotRead = "the page itself: the name is common knowledge" });
}

/// <summary>A domain that somebody keeps for itself.</summary>
/// <param name="Domain">The domain, and all in it.</param>
/// <param name="Keeper">For whom or what it is kept.</param>
/// <param name="Source">Where it is documented.</param>
public sealed record ReservedDomain(DomainName Domain, string Keeper, Source Source);
