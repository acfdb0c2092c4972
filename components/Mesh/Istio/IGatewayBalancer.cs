using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>How a cloud is asked for a private load balancer with addresses that never change.</summary>
public interface IGatewayBalancer
{
    /// <summary>The addresses, in a stable order.</summary>
    Output<ImmutableArray<string>> Addresses { get; }

    /// <summary>What a Service says to its cloud, by annotation.</summary>
    Output<ImmutableDictionary<string, string>> Annotations { get; }

    /// <summary>What the Service names as <c>loadBalancerIP</c>; null where its annotations name the addresses.</summary>
    Output<string>? ServiceAddress { get; }

    /// <summary>What must be there before the Service, and must outlive it.</summary>
    IReadOnlyList<Resource> Ready { get; }
}
