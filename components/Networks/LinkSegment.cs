using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;

namespace CrossCloudMesh.Networks;

/// <summary>Makes the route tables of a Transit Gateway by which everything that comes in over a link is routed.</summary>
/// <remarks>
/// Makes 1 route table that all links share, and 1 more for each link that transit is declared of; in each, 1 propagation for every network
/// of the hub. The shared one knows these networks alone: from it AWS announces to the other end, and no link finds another one in it, so
/// that no site is reached through a third. Of two links with transit between them, each is to be announced to the other's table
/// (<see cref="LearnersOf"/>), and to that alone: both ways or not at all, for both ends of what passes must be known.
/// </remarks>
public sealed class LinkSegment : ComponentResource
{
    public const string Token = "infra:networks:LinkSegment";

    private readonly LinkSegmentArgs args;
    private readonly ImmutableSortedDictionary<string, Output<string>> own;

    /// <summary>The table of every link that transit is not declared of.</summary>
    [Output("routeTableId")] public Output<string> RouteTableId { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public LinkSegment(string name, LinkSegmentArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        this.args = args;
        RouteTableId = Table(name, $"{args.PhysicalName}-links");
        own = args.Transit.Keys.Concat(args.Transit.Values.SelectMany(others => others)).Distinct(StringComparer.Ordinal)
            .ToImmutableSortedDictionary(link => link, link => Table($"{name}-{link}", $"{args.PhysicalName}-links-{link}"), StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>The table that a link's attachments are associated with.</summary>
    /// <param name="link">The link's key.</param>
    public Output<string> TableOf(string link) => own.GetValueOrDefault(link, RouteTableId);

    /// <summary>The tables of other links that a link's attachments are announced to, by a stable key: <c>via-</c> and the other link's key.</summary>
    /// <param name="link">The link's key.</param>
    public ImmutableSortedDictionary<string, Output<string>> LearnersOf(string link) => own
        .Where(other => Pass(link, other.Key) || Pass(other.Key, link))
        .ToImmutableSortedDictionary(other => $"via-{other.Key}", other => other.Value, StringComparer.Ordinal);

    private bool Pass(string from, string to) => args.Transit.TryGetValue(from, out var others) && others.Contains(to);

    private Output<string> Table(string name, string physicalName)
    {
        var child = new CustomResourceOptions { Parent = this };
        var table = new RouteTable(name, new() { TransitGatewayId = args.TransitGatewayId, Tags = { ["Name"] = physicalName } }, child);
        foreach (var (key, attachment) in args.AttachmentIds)
        {
            _ = new RouteTablePropagation($"{name}-{key}", new()
            {
                TransitGatewayAttachmentId = attachment,
                TransitGatewayRouteTableId = table.Id,
            }, child);
        }

        return table.Id;
    }
}

/// <summary>What <see cref="LinkSegment"/> needs.</summary>
public sealed record LinkSegmentArgs
{
    /// <summary>The hub's name: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>The attachments of the networks that links lead to, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> AttachmentIds { get; init; }

    /// <summary>
    /// By the key of a link of the hub, the links of the same hub through which it may pass, and be passed to. A data centre stands here
    /// with none as well: it has a table of its own from its first day, so that transit can be declared later without a word to it.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Transit { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    internal IEnumerable<Fault> Check()
    {
        foreach (var (link, others) in Transit.Where(each => each.Value.Contains(each.Key)))
        {
            yield return new($"transit.{link}", "must name other links of the hub", link, "leave it out: a link always passes to itself");
        }
    }
}
