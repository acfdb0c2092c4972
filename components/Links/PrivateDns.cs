using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using Pulumi.Aws.Vpc;
using Pulumi.Gcp.Dns;
using Pulumi.Gcp.Dns.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Lets the two sites of a link find one another's names: each cloud asks the other for the other's domain, and for nothing else.</summary>
/// <remarks>
/// Makes on AWS 1 rule for Google's domain with 1 association, 2 openings to Google's door, 2 for what Cloud DNS asks and 1
/// <see cref="HubRoutes"/> by which it is answered; on Google Cloud 1 zone that forwards AWS's domain to the resolver's addresses, by the
/// link. Google's router must announce <see cref="DnsFacts.CloudDnsRange"/>, over the VPN alone, and one network alone may do so to a hub:
/// the answers go one way. Takes an AWS and a Google provider.
/// Source: https://cloud.google.com/dns/docs/zones/zones-overview,
/// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html, read 2026-11-21.
/// </remarks>
public sealed class PrivateDns : ComponentResource
{
    public const string Token = "infra:links:PrivateDns";

    /// <summary>What DNS speaks: the second for answers that do not fit into the first.</summary>
    private static readonly string[] Protocols = ["udp", "tcp"];

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public PrivateDns(string name, PrivateDnsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        AskGoogle(name, args);
        AdmitCloudDns(name, args);
        AskAws(name, args);
        RegisterOutputs();
    }

    private void AskAws(string name, PrivateDnsArgs args) =>
        _ = new ManagedZone(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Google.Project,
            DnsName = $"{args.Aws.Domain}.",
            Description = $"Asks for {args.Aws.Domain} at the other end of {args.PhysicalName}",
            Visibility = "private",
            PrivateVisibilityConfig = new ManagedZonePrivateVisibilityConfigArgs
            {
                Networks = { new ManagedZonePrivateVisibilityConfigNetworkArgs { NetworkUrl = args.Google.NetworkSelfLink } },
            },
            ForwardingConfig = new ManagedZoneForwardingConfigArgs
            {
                TargetNameServers = args.Aws.InboundAddresses.Select(address => new ManagedZoneForwardingConfigTargetNameServerArgs
                {
                    Ipv4Address = address,
                    ForwardingPath = "private",
                }).ToArray(),
            },
        }, new() { Parent = this, DependsOn = { args.Google.DnsApi } });

    private void AskGoogle(string name, PrivateDnsArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };
        var rule = new ResolverRule(name, new()
        {
            Name = args.PhysicalName,
            DomainName = args.Google.Domain.ToString(),
            RuleType = "FORWARD",
            ResolverEndpointId = args.Aws.OutboundEndpointId,
            TargetIps = { new ResolverRuleTargetIpArgs { Ip = args.Google.EntryAddress, Port = DnsFacts.Port } },
            Tags = { ["Name"] = args.PhysicalName },
        }, child);
        _ = new ResolverRuleAssociation(name, new() { Name = args.PhysicalName, ResolverRuleId = rule.Id, VpcId = args.Aws.VpcId }, child);

        foreach (var protocol in Protocols)
        {
            _ = new SecurityGroupEgressRule($"{name}-{protocol}", new()
            {
                SecurityGroupId = args.Aws.OutboundGroupId,
                Description = $"{args.PhysicalName}: names of {args.Google.Domain}",
                CidrIpv4 = Output.Format($"{args.Google.EntryAddress}/32"),
                IpProtocol = protocol,
                FromPort = DnsFacts.Port,
                ToPort = DnsFacts.Port,
            }, child);
        }
    }

    private void AdmitCloudDns(string name, PrivateDnsArgs args)
    {
        var child = new CustomResourceOptions { Parent = this };
        foreach (var protocol in Protocols)
        {
            _ = new SecurityGroupIngressRule($"{name}-{protocol}", new()
            {
                SecurityGroupId = args.Aws.InboundGroupId,
                Description = $"{args.PhysicalName}: Cloud DNS asks for names of {args.Aws.Domain}",
                CidrIpv4 = DnsFacts.CloudDnsRange.ToString(),
                IpProtocol = protocol,
                FromPort = DnsFacts.Port,
                ToPort = DnsFacts.Port,
            }, child);
        }

        _ = new HubRoutes($"{name}-answers", new()
        {
            TransitGatewayId = args.Aws.TransitGatewayId,
            Attached = args.Aws.Attached,
            RouteTableIds = args.Aws.RouteTableIds,
            PeerRanges = [DnsFacts.CloudDnsRange],
        }, new() { Parent = this });
    }
}

/// <summary>What <see cref="PrivateDns"/> needs.</summary>
public sealed record PrivateDnsArgs
{
    /// <summary>The link's name, which all of it bears: <c>dev-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AwsNames Aws { get; init; }

    public required GoogleNames Google { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Aws.Domain.Contains(Google.Domain) || Google.Domain.Contains(Aws.Domain))
        {
            yield return new(
                "google.domain", $"must lie beside {Aws.Domain}, or each end asks the other for ever", Google.Domain.ToString(), "choose another");
        }
    }
}

/// <summary>The names of a site on AWS.</summary>
public sealed record AwsNames
{
    public required DomainName Domain { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Where the resolver is asked, one address for each zone.</summary>
    public required ImmutableArray<Output<string>> InboundAddresses { get; init; }

    /// <summary>The group that says who may ask.</summary>
    public required Input<string> InboundGroupId { get; init; }

    /// <summary>What asks others.</summary>
    public required Input<string> OutboundEndpointId { get; init; }

    /// <summary>The group that says whom it may ask.</summary>
    public required Input<string> OutboundGroupId { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>What attaches the VPC to the hub.</summary>
    public required Resource Attached { get; init; }

    /// <summary>The route tables of the resolver's subnets, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> RouteTableIds { get; init; }
}

/// <summary>The names of a site on Google Cloud.</summary>
public sealed record GoogleNames
{
    public required DomainName Domain { get; init; }

    public required string Project { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>Where names of the domain are asked for.</summary>
    public required Input<string> EntryAddress { get; init; }

    /// <summary>The resource that stands for the DNS API being enabled.</summary>
    public required Resource DnsApi { get; init; }
}
