using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace CrossCloudMesh.Networks;

/// <summary>Makes endpoints in a VPC for services of AWS, so that calls to them never leave it.</summary>
/// <remarks>
/// Makes 1 endpoint per service; where one of them is of kind <see cref="AwsEndpointKind.Interface"/>, also 1 security group with 1 rule
/// per range of the VPC: HTTPS from there, and nothing else. Interfaces answer to the service's own name, so nothing inside is
/// configured for them. Source: <see cref="AwsEndpoints.Catalogue"/>.
/// </remarks>
public sealed class AwsServiceEndpoints : ComponentResource
{
    public const string Token = "infra:networks:AwsServiceEndpoints";

    private const int HttpsPort = 443;

    /// <summary>What must be there before the first call through an endpoint succeeds.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    /// <exception cref="ResourceException">A service is not in <see cref="AwsEndpoints.Catalogue"/>.</exception>
    public AwsServiceEndpoints(string name, AwsServiceEndpointsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new CustomResourceOptions { Parent = this };
        var rows = args.Services.Select(service => AwsEndpoints.Find(service)!).ToList();

        var ready = new List<Resource>();
        SecurityGroup? group = null;
        if (rows.Exists(row => row.Kind == AwsEndpointKind.Interface))
        {
            group = new SecurityGroup(name, new()
            {
                VpcId = args.VpcId,
                Description = $"Endpoints of {args.PhysicalName}: HTTPS from inside the network",
                Tags = Named("endpoints"),
            }, child);
            ready.AddRange(args.VpcRanges.Select(range => new SecurityGroupIngressRule($"{name}-{range.ToString().Replace('/', '-')}", new()
            {
                SecurityGroupId = group.Id,
                Description = "HTTPS from the network's own range",
                CidrIpv4 = range.ToString(),
                IpProtocol = "tcp",
                FromPort = HttpsPort,
                ToPort = HttpsPort,
            }, child)));
        }

        ready.AddRange(rows.Select(MakeEndpoint));
        Ready = ready;
        RegisterOutputs();

        VpcEndpoint MakeEndpoint(AwsEndpoint row)
        {
            var endpoint = new VpcEndpointArgs
            {
                VpcId = args.VpcId,
                ServiceName = row.NameIn(args.Region),
                VpcEndpointType = row.Kind.ToString(),
                Tags = Named(row.Service),
            };
            if (row.Kind == AwsEndpointKind.Gateway)
            {
                endpoint.RouteTableIds = args.RouteTableIds;
            }
            else
            {
                endpoint.PrivateDnsEnabled = true;
                endpoint.SubnetIds = args.SubnetIds;
                endpoint.SecurityGroupIds = new[] { group!.Id };
            }

            return new VpcEndpoint($"{name}-{row.Service}", endpoint, child);
        }

        InputMap<string> Named(string part) => new() { ["Name"] = $"{args.PhysicalName}-{part}" };
    }
}

/// <summary>What <see cref="AwsServiceEndpoints"/> needs.</summary>
public sealed record AwsServiceEndpointsArgs
{
    public required string Region { get; init; }

    /// <summary>The name of the network, and the first part of every other: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> VpcId { get; init; }

    /// <summary>Every range of the VPC: who may call.</summary>
    public required ImmutableArray<Cidr> VpcRanges { get; init; }

    /// <summary>Services of <see cref="AwsEndpoints.Catalogue"/>.</summary>
    public required ImmutableSortedSet<string> Services { get; init; }

    /// <summary>One subnet per zone, for interfaces.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The tables that learn the routes of gateways.</summary>
    public required InputList<string> RouteTableIds { get; init; }

    internal IEnumerable<Fault> Check() => Services.Where(service => AwsEndpoints.Find(service) is null).Select(service => new Fault(
        "endpoints",
        "must be services whose endpoint is known",
        service,
        "known: " + string.Join(", ", AwsEndpoints.Catalogue.Select(row => row.Service))));
}
