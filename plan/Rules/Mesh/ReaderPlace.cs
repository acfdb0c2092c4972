using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>The network of a cluster: either a VPC of AWS, or one of Google Cloud.</summary>
internal sealed record ReaderPlace(NetworkModel Model, Vpc? Vpc, GoogleNetwork? Network)
{
    /// <summary>Of nodes and pods.</summary>
    public IEnumerable<Cidr> Ranges => Vpc?.Ranges ?? Network!.Ranges.Where(range => range.IsWorkload).Select(range => range.Range);

    /// <summary>Null where the plan does not tell.</summary>
    public static ReaderPlace? Of(PlanIndex plan, PlannedResource cluster)
    {
        var model = plan.Network;
        if (cluster.Type == Types.GkeCluster)
        {
            var urn = plan.Source(cluster, "network", Types.GoogleNetwork)?.Urn;
            return model.GoogleNetworks.FirstOrDefault(network => network.Resource.Urn == urn) is { } google ? new(model, null, google) : null;
        }

        var subnets = plan.Sources(cluster, "vpcConfig", Types.Subnet).Select(subnet => subnet.Urn).ToHashSet(StringComparer.Ordinal);
        return model.Vpcs.FirstOrDefault(vpc => vpc.Subnets.Exists(subnet => subnets.Contains(subnet.Resource.Urn))) is { } found ? new(model, found, null) : null;
    }

    /// <summary>Whether something leads from one to the other; that it survives, and passes everything, other rules prove.</summary>
    public bool IsJoinedWith(ReaderPlace other) => (Vpc, other.Vpc) switch
    {
        ({ } one, { } two) => one.Attachment is { } near && two.Attachment is { } far && (near.Hub == far.Hub || Model.Conduits.OfType<PeeringConduit>().Any(peering =>
            (peering.Near.Hub == near.Hub && peering.Near.Other.Hub == far.Hub) || (peering.Near.Hub == far.Hub && peering.Near.Other.Hub == near.Hub))),
        ({ } vpc, null) => Joins(vpc, other.Network!),
        (null, { } vpc) => Joins(vpc, Network!),
        _ => Network == other.Network,
    };

    private bool Joins(Vpc vpc, GoogleNetwork network) =>
        vpc.Attachment is { } attachment && Model.Conduits.Any(conduit => conduit.At.Hub == attachment.Hub && conduit.Network == network);
}
