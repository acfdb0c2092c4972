using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Closes a Google network to whatever is not named: everything that comes in is denied and written down, but for allowances.</summary>
/// <remarks>
/// Makes 1 rule that denies, 1 that admits nodes and pods to one another, and 1 per allowance; two of those are always there: the
/// control plane's calls to webhooks, and the health checks of Google's load balancers.
/// </remarks>
public sealed class GcpFirewall : ComponentResource
{
    public const string Token = "infra:networks:GcpFirewall";

    /// <summary>The names of the rules that are always there.</summary>
    public static ImmutableSortedSet<string> OwnNames { get; } =
        ImmutableSortedSet.Create(StringComparer.Ordinal, "control-plane", "deny", "health-checks", "inside");

    /// <summary>The last place for an allowance: the two after it are taken.</summary>
    public const int LastPriority = DenyPriority - 2;

    /// <summary>The last place there is before Google's own rules.</summary>
    private const int DenyPriority = 65534;

    private const int StandardPriority = 1000;

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public GcpFirewall(string name, GcpFirewallArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new CustomResourceOptions { Parent = this };

        var deny = Rule("deny", "Denies what no other rule admits, and writes it down", DenyPriority);
        deny.SourceRanges.Add("0.0.0.0/0");
        deny.Denies.Add(new FirewallDenyArgs { Protocol = "all" });
        deny.LogConfig = new FirewallLogConfigArgs { Metadata = "INCLUDE_ALL_METADATA" };
        _ = new Firewall($"{name}-deny", deny, child);

        var inside = Rule("inside", "Admits nodes and pods of this network to one another", DenyPriority - 1);
        inside.SourceRanges.Add(args.Nodes.ToString(), args.Pods.ToString());
        inside.Allows.Add(Allow("tcp"), Allow("udp"), Allow("icmp"));
        _ = new Firewall($"{name}-inside", inside, child);

        foreach (var (key, allowance) in args.Allowances.AddRange(Standard(args)))
        {
            var rule = Rule(key, allowance.Why, allowance.Priority);
            rule.Allows.Add(Allow(allowance.Protocol, allowance.Ports));
            if (allowance.SourceTags.IsEmpty)
            {
                rule.SourceRanges = allowance.SourceRanges.Select(range => range.ToString()).ToArray();
            }
            else
            {
                rule.SourceTags = allowance.SourceTags.Select(tag => tag.ToString()).ToArray();
            }

            _ = new Firewall($"{name}-{key}", rule, child);
        }

        RegisterOutputs();

        FirewallArgs Rule(string key, string why, int priority) => new()
        {
            Name = $"{args.PhysicalName}-{key}",
            Project = args.Project,
            Network = args.NetworkSelfLink,
            Description = why,
            Direction = "INGRESS",
            Priority = priority,
        };
    }

    private static FirewallAllowArgs Allow(string protocol, ImmutableArray<PortRange> ports = default)
    {
        var allow = new FirewallAllowArgs { Protocol = protocol };
        if (!ports.IsDefaultOrEmpty)
        {
            allow.Ports = ports.Select(port => port.ToString()).ToArray();
        }

        return allow;
    }

    private static IEnumerable<KeyValuePair<string, FirewallAllowance>> Standard(GcpFirewallArgs args) =>
    [
        KeyValuePair.Create("control-plane", new FirewallAllowance
        {
            // A private control plane has its address in the subnet of the nodes.
            SourceRanges = [args.Nodes],
            Protocol = "tcp",
            Ports = [.. GcpNetworkFacts.ControlPlaneCalls.Select(call => PortRange.Of(call.Port))],
            Priority = StandardPriority,
            Why = "Admits the control plane to kubelets and webhooks",
        }),
        KeyValuePair.Create("health-checks", new FirewallAllowance
        {
            SourceRanges = GcpNetworkFacts.HealthCheckRanges,
            Protocol = "tcp",
            Priority = StandardPriority,
            Why = "Admits the health checks of Google's load balancers",
        }),
    ];
}

/// <summary>What <see cref="GcpFirewall"/> needs.</summary>
public sealed record GcpFirewallArgs
{
    public required string Project { get; init; }

    /// <summary>The first part of every rule's name: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>Addresses of nodes, and of the control plane.</summary>
    public required Cidr Nodes { get; init; }

    /// <summary>Addresses of pods.</summary>
    public required Cidr Pods { get; init; }

    /// <summary>What else may come in, by a stable key that is part of the rule's name.</summary>
    public required ImmutableSortedDictionary<string, FirewallAllowance> Allowances { get; init; }

    internal IEnumerable<Fault> Check() => Allowances.SelectMany(allowance =>
        GcpFirewall.OwnNames.Contains(allowance.Key)
            ? [new Fault($"allowances.{allowance.Key}", "must not have the name of a rule that is always there", allowance.Key, "choose another")]
            : allowance.Value.Check($"allowances.{allowance.Key}"));
}
