using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Dns;
using Pulumi.Gcp.Dns.Inputs;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>Has a Google network find the addresses of one end of a bridge by its name.</summary>
/// <remarks>Makes 1 private zone for that very name and 1 record in it, as <see cref="AwsBridgeName"/> does. Waits for the DNS API.</remarks>
public sealed class GoogleBridgeName : ComponentResource
{
    public const string Token = "infra:mesh:GoogleBridgeName";

    /// <summary>What must be there before anybody calls.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public GoogleBridgeName(string name, GoogleBridgeNameArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var host = $"{args.Host}.";
        var zone = new ManagedZone(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            DnsName = host,
            Description = "The bridge of the mesh",
            Visibility = "private",
            PrivateVisibilityConfig = new ManagedZonePrivateVisibilityConfigArgs
            {
                Networks = { new ManagedZonePrivateVisibilityConfigNetworkArgs { NetworkUrl = args.NetworkSelfLink } },
            },
        }, new() { Parent = this, DependsOn = { args.DnsApi } });
        var record = new RecordSet(name, new()
        {
            Project = args.Project,
            ManagedZone = zone.Name,
            Name = host,
            Type = "A",
            Ttl = BridgeFacts.RecordSeconds,
            Rrdatas = args.Addresses.Apply(addresses => addresses),
        }, new() { Parent = this });
        Ready = [record];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GoogleBridgeName"/> needs.</summary>
public sealed record GoogleBridgeNameArgs
{
    public required string Project { get; init; }

    /// <summary>The zone's name in Google Cloud: <c>dev-gcp-east-bridge-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The name.</summary>
    public required DnsName Host { get; init; }

    /// <summary>The addresses of that end's load balancer.</summary>
    public required Output<ImmutableArray<string>> Addresses { get; init; }

    /// <summary>The resource that stands for the DNS API being enabled.</summary>
    public required Resource DnsApi { get; init; }
}
