using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Istio's chart of a gateway, behind a private load balancer that two ports are open at: its own, and the one at which it says whether it is ready.</summary>
/// <remarks>Source: manifests/charts/gateway of https://github.com/istio/istio, read 2026-11-21.</remarks>
internal sealed record GatewayChart
{
    private const int MostReplicas = 5;

    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>The revision of istiod that it belongs to.</summary>
    public required string Revision { get; init; }

    /// <summary>That revision's version, three numbers.</summary>
    public required string Version { get; init; }

    /// <summary>A registry that holds the chart; null for Istio's own.</summary>
    public required string? Mirror { get; init; }

    public required IGatewayBalancer Balancer { get; init; }

    /// <summary>The ranges of whoever may call.</summary>
    public required ImmutableArray<Cidr> Callers { get; init; }

    /// <summary>How many of it run at least.</summary>
    public required int Replicas { get; init; }

    /// <summary>What it is called at.</summary>
    public required GatewayPort Port { get; init; }

    /// <summary>Labels of its Service and its pods, beside those of the chart.</summary>
    public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Variables of its proxies.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is wrong with who may call.</summary>
    public static IEnumerable<Fault> Check(ImmutableArray<Cidr> callers)
    {
        if (callers.IsEmpty)
        {
            yield return new("callers", "must hold at least one range, or everybody might call", "none", "name those of linked sites, or leave the gateway out");
        }
    }

    /// <summary>Installs it once its load balancer can be had and all of <paramref name="waitFor"/> is there.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="release">The release's name, of which the chart makes service account and label.</param>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="waitFor">What must be there before.</param>
    public Release Install(string name, string release, Resource parent, IReadOnlyList<Resource> waitFor) =>
        new IstioChart("gateway", Version, Mirror).Install(name, release, parent, Cluster, Values(), [.. Balancer.Ready, .. waitFor]);

    private InputMap<object> Values()
    {
        var values = new InputMap<object>
        {
            ["revision"] = Revision,
            ["service"] = Output.Tuple(Balancer.Annotations, Balancer.ServiceAddress ?? Output.Create("")).Apply(known => (object)Service(known.Item1, known.Item2)),
            ["autoscaling"] = new Dictionary<string, object>
            {
                ["enabled"] = true,
                ["minReplicas"] = Replicas,
                ["maxReplicas"] = Math.Max(Replicas, MostReplicas),
            },
            ["podDisruptionBudget"] = new Dictionary<string, object> { ["maxUnavailable"] = 1 },
        };
        if (!Labels.IsEmpty)
        {
            values["labels"] = Texts(Labels);
        }

        if (!Environment.IsEmpty)
        {
            values["env"] = Texts(Environment);
        }

        return values;
    }

    private Dictionary<string, object> Service(ImmutableDictionary<string, string> annotations, string address)
    {
        var service = new Dictionary<string, object>
        {
            ["type"] = "LoadBalancer",
            ["annotations"] = Texts(annotations),
            ["loadBalancerSourceRanges"] = Callers.Select(range => (object)range.ToString()).ToImmutableArray(),
            ["ports"] = ImmutableArray.Create<object>(ToPort(new("status-port", IstioFacts.StatusPort)), ToPort(Port)),
        };
        if (address.Length > 0)
        {
            service["loadBalancerIP"] = address;
        }

        return service;
    }

    private static Dictionary<string, object> Texts(ImmutableDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => (object)text.Value, StringComparer.Ordinal);

    private static Dictionary<string, object> ToPort(GatewayPort port) => new()
    {
        ["name"] = port.Name,
        ["port"] = port.Number,
        ["protocol"] = "TCP",
        ["targetPort"] = port.Number,
    };
}

/// <summary>A port of a gateway, by name and number.</summary>
internal sealed record GatewayPort(string Name, int Number);
