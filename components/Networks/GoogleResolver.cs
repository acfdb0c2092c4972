using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Dns;
using Pulumi.Gcp.Dns.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Gives a Google network a domain of its own, a record of all queries, and a door by which names are asked for from outside.</summary>
/// <remarks>
/// Makes 1 private zone and 1 server policy, of which a network has one at most. With the policy Google takes one address of every
/// subnetwork as a door, under no resource of its own; it is looked up once the policy stands, and is unknown before. Only what comes by a
/// VPN or an interconnect in the region of the subnetwork reaches it. Waits for the DNS API.
/// Source: https://cloud.google.com/dns/docs/server-policies-overview, read 2026-11-21.
/// </remarks>
public sealed class GoogleResolver : ComponentResource
{
    public const string Token = "infra:networks:GoogleResolver";

    /// <summary>Where others ask for names of the network: Google's address in its subnetwork.</summary>
    [Output("entryAddress")] public Output<string> EntryAddress { get; }

    public GoogleResolver(string name, GoogleResolverArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        _ = new ManagedZone(name, new()
        {
            Name = $"{args.PhysicalName}-names",
            Project = args.Project,
            DnsName = $"{args.Domain}.",
            Description = $"Names of {args.PhysicalName}",
            Visibility = "private",
            PrivateVisibilityConfig = new ManagedZonePrivateVisibilityConfigArgs
            {
                Networks = { new ManagedZonePrivateVisibilityConfigNetworkArgs { NetworkUrl = args.NetworkSelfLink } },
            },
        }, new() { Parent = this, Protect = args.Protect, DependsOn = { args.DnsApi } });

        var policy = new Policy(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Description = "Writes down all queries, and takes them from other clouds",
            EnableInboundForwarding = true,
            EnableLogging = true,
            Networks = { new PolicyNetworkArgs { NetworkUrl = args.NetworkSelfLink } },
        }, new() { Parent = this, DependsOn = { args.DnsApi } });

        EntryAddress = GetAddresses.Invoke(new()
        {
            Project = args.Project,
            Region = args.Region,
            Filter = Output.Format($"(purpose = \"DNS_RESOLVER\") (subnetwork = \"{args.SubnetSelfLink}\")"),
        }, new InvokeOutputOptions { Parent = this, DependsOn = { policy } }).Apply(found => TheOne(found.Addresses.Select(each => each.Address)));
        RegisterOutputs();
    }

    private string TheOne(IEnumerable<string> addresses) => addresses.Order(StringComparer.Ordinal).FirstOrDefault()
        ?? throw new ResourceException(
            "entryAddress: must be an address of Google's in the subnetwork; got none; run it again: Google gives one soon after the policy",
            this,
            hideStack: true);
}

/// <summary>What <see cref="GoogleResolver"/> needs.</summary>
public sealed record GoogleResolverArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The first part of every name: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The network's subnetwork in the region of its links.</summary>
    public required Input<string> SubnetSelfLink { get; init; }

    /// <summary>The domain whose names the network finds in its own zone.</summary>
    public required DomainName Domain { get; init; }

    /// <summary>The resource that stands for the DNS API being enabled.</summary>
    public required Resource DnsApi { get; init; }

    /// <summary>Whether the engine refuses to delete the zone.</summary>
    public required bool Protect { get; init; }
}
