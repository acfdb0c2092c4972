namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The peering of two hubs. It announces nothing: only what is written into the tables of both goes by it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html, read 2026-11-21.</remarks>
internal sealed class PeeringConduit(int index, PeeringAttachment near, string? fault) : Conduit(index, near, fault)
{
    /// <summary>The side of the hub that asked for it.</summary>
    public PeeringAttachment Near => near;

    public override string Kind => LinkKinds.Peering;

    public override string Name => At.Resource.Name;
}
