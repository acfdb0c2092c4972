using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Compute;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Keeps an address of a subnet for an internal passthrough load balancer that is reached from every region.</summary>
/// <remarks>
/// Makes 1 address. GKE makes the balancer itself, and the firewall rule that admits its callers. Global access is what lets in callers
/// whose link ends in another region.
/// Source: https://docs.cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters, read 2026-11-21.
/// </remarks>
public sealed class GoogleGatewayBalancer : ComponentResource, IGatewayBalancer
{
    public const string Token = "infra:mesh:GoogleGatewayBalancer";

    public Output<ImmutableArray<string>> Addresses { get; }

    public Output<ImmutableDictionary<string, string>> Annotations { get; }

    public Output<string>? ServiceAddress { get; }

    public IReadOnlyList<Resource> Ready { get; }

    public GoogleGatewayBalancer(string name, GoogleGatewayBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var address = new Address(name, new()
        {
            Name = $"{args.PhysicalName}-{args.Part}",
            Project = args.Project,
            Region = args.Region,
            AddressType = "INTERNAL",
            Subnetwork = args.SubnetSelfLink,
        }, new() { Parent = this });
        ServiceAddress = address.IPAddress;
        Addresses = address.IPAddress.Apply(ip => ImmutableArray.Create(ip));
        Annotations = Output.Create(ImmutableDictionary<string, string>.Empty
            .Add("networking.gke.io/load-balancer-type", "Internal")
            .Add("networking.gke.io/internal-load-balancer-allow-global-access", "true"));
        Ready = [address];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GoogleGatewayBalancer"/> needs.</summary>
public sealed record GoogleGatewayBalancerArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>What the name of the address in Google Cloud starts with.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What it ends with: what the address is for.</summary>
    public string Part { get; init; } = "gateway";

    /// <summary>The nodes' subnet.</summary>
    public required Input<string> SubnetSelfLink { get; init; }
}
