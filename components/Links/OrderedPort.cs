using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Aws.DirectConnect;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Orders both ends of one cable: a port of AWS in a link aggregation group of its own, and a port of Google that leads to it.</summary>
/// <remarks>
/// Makes 1 connection and 1 group on AWS, which Google's port speaks LACP with, and 1 interconnect on Google Cloud; with MACsec the group
/// is given (<see cref="MacsecPort"/>) and only the interconnect is made. An order is accepted in seconds and delivered in days to weeks,
/// with letters of authorization that people send to people. A group that is left without a connection would have one made and deleted
/// again by the provider, so the connection comes first.
/// Sources: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/order-aws-ports and
/// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/directconnect/lag.go, read 2026-11-21.
/// </remarks>
public sealed class OrderedPort : ComponentResource
{
    public const string Token = "infra:links:OrderedPort";

    private const string Compute = "https://www.googleapis.com/compute/v1/projects/";

    /// <summary>The group; null where it is given and was not ordered yet.</summary>
    public Input<string>? LagId { get; }

    public Output<string> InterconnectId { get; }

    /// <summary>AWS's end of the cable; null where its group is given.</summary>
    public Output<string>? ConnectionId { get; }

    internal OrderedPort(string name, OrderedPortArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };
        var location = InterconnectLocations.Find(args.Port.Location)!;
        var group = args.Port.Macsec is null ? Group(name, args, location, kept) : null;
        LagId = group is not null ? group.Id : args.Port.Macsec!.LagId is { } given ? (Input<string>)given : null;
        ConnectionId = group?.ConnectionId.Apply(id => id!);

        var interconnect = new Interconnect(name, new InterconnectArgs
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Description = $"A cable to AWS at {location.AwsCode}",
            InterconnectType = "DEDICATED",
            LinkType = args.Speed.GoogleLink,
            Location = $"{Compute}{args.Project}/global/interconnectLocations/{location.GoogleEnd(args.Port.Domain)}",
            RemoteLocation = $"{Compute}{args.Project}/global/interconnectRemoteLocations/{location.Name}",
            RequestedLinkCount = 1,
            AdminEnabled = true,
        }.WithMacsec(args.Port), kept);

        InterconnectId = interconnect.Id;
        RegisterOutputs();
    }

    private static LinkAggregationGroup Group(string name, OrderedPortArgs args, InterconnectLocation location, CustomResourceOptions kept)
    {
        var connection = new Connection(name, new()
        {
            Name = args.PhysicalName,
            Region = args.AwsRegion,
            Location = location.AwsCode,
            Bandwidth = args.Speed.Aws,
            Tags = { ["Name"] = args.PhysicalName },
        }, kept);
        return new(name, new()
        {
            Name = args.PhysicalName,
            Region = args.AwsRegion,
            Location = location.AwsCode,
            ConnectionsBandwidth = args.Speed.Aws,
            ConnectionId = connection.Id,
            Tags = { ["Name"] = args.PhysicalName },
        }, kept);
    }
}

/// <summary>What <see cref="OrderedPort"/> needs.</summary>
internal sealed record OrderedPortArgs
{
    public required string Project { get; init; }

    /// <summary>The region of AWS that the location belongs to.</summary>
    public required string AwsRegion { get; init; }

    /// <summary>The name that both consoles show: <c>prod-us-0</c>.</summary>
    public required string PhysicalName { get; init; }

    public required InterconnectPort Port { get; init; }

    public required InterconnectSpeed Speed { get; init; }

    /// <summary>Whether the engine refuses to give the ports back.</summary>
    public required bool Protect { get; init; }
}

/// <summary>What MACsec adds to the order of a port.</summary>
internal static class MacsecOrder
{
    /// <summary>A port that can do it must be asked for at once; its keys come with the cable, and are used when both ends know them.</summary>
    public static InterconnectArgs WithMacsec(this InterconnectArgs order, InterconnectPort port)
    {
        if (port.Macsec is { } macsec)
        {
            order.RequestedFeatures = new[] { "IF_MACSEC" };
            order.MacsecEnabled = port.Delivered && macsec.Enabled;
            if (port.Delivered)
            {
                order.Macsec = new InterconnectMacsecArgs
                {
                    FailOpen = false,
                    PreSharedKeys = macsec.Keys.Select(key => new InterconnectMacsecPreSharedKeyArgs
                    {
                        Name = key.Name,
                        StartTime = key.StartsAt is { } from ? (Input<string>)from.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") : null,
                    }).ToArray(),
                };
            }
        }

        return order;
    }
}
