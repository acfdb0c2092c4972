using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Networks;

/// <summary>What <see cref="GcpNetwork"/> needs.</summary>
public sealed record GcpNetworkArgs
{
    /// <summary>The id of the project that holds the network.</summary>
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>Addresses of nodes and internal load balancers.</summary>
    public required Cidr Nodes { get; init; }

    /// <summary>Addresses of pods.</summary>
    public required Cidr Pods { get; init; }

    /// <summary>Addresses of Kubernetes services.</summary>
    public required Cidr Services { get; init; }

    /// <summary>The largest packet of the network, in bytes, 1300 to 8896.</summary>
    /// <remarks>Default 1460, Google's own.</remarks>
    public int MtuBytes { get; init; } = 1460;

    /// <summary>Whether what has no public address reaches the internet; without, nodes reach Google's APIs alone.</summary>
    public bool Nat { get; init; } = true;

    /// <summary>How many addresses the NAT has, 0 to 100, each fixed as long as the stack stands: for peers that keep lists of them.</summary>
    /// <remarks>Default 0: Google takes as many as are needed, and may change them.</remarks>
    public int NatAddresses { get; init; }

    /// <summary>What may come in, besides what always does, by a stable key.</summary>
    public ImmutableSortedDictionary<string, FirewallAllowance> Allowances { get; init; } =
        ImmutableSortedDictionary.Create<string, FirewallAllowance>(StringComparer.Ordinal);

    /// <summary>Whether Google's APIs are reached at the addresses that a service perimeter guards.</summary>
    /// <remarks>Left out: at their public names, by Private Google Access.</remarks>
    public RestrictedApis? RestrictedApis { get; init; }

    /// <summary>The resource that stands for the Compute API being enabled.</summary>
    public required Resource Api { get; init; }

    /// <summary>Whether the engine refuses to delete the network and its subnet.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (NatAddresses is < 0 or > 100)
        {
            yield return new("natAddresses", "must be 0 to 100", NatAddresses.ToString());
        }

        if (!Nat && NatAddresses > 0)
        {
            yield return new("natAddresses", "must be 0 without a NAT", NatAddresses.ToString());
        }
    }
}

/// <summary>Restricted access to Google's APIs, see <see cref="GcpRestrictedApis"/>.</summary>
/// <param name="DnsApi">The resource that stands for the DNS API being enabled.</param>
public sealed record RestrictedApis(Resource DnsApi);
