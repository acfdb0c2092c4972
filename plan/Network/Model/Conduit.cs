using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>One thing that carries packets between a hub of AWS and something beyond it, and fails by itself.</summary>
/// <param name="index">Its place among all conduits of the plan.</param>
/// <param name="at">By what it is attached to the hub.</param>
/// <param name="fault">Why it does not come up; null where it does.</param>
internal abstract class Conduit(int index, HubAttachment at, string? fault)
{
    public int Index => index;

    public HubAttachment At => at;

    public string? Fault => fault;

    public bool ComesUp => fault is null;

    /// <summary>One of <see cref="LinkKinds"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>What a reader knows it by.</summary>
    public abstract string Name { get; }

    /// <summary>The network of Google beyond it; null where something else is.</summary>
    public virtual GoogleNetwork? Network => null;

    /// <summary>The region whose routes lead by it in that network.</summary>
    public virtual string? Region => null;

    /// <summary>The AS number beyond it; null where there is none, or the plan does not tell it.</summary>
    public virtual long? Asn => null;

    /// <summary>What is announced to the hub.</summary>
    public virtual IReadOnlyList<Cidr> Announced => [];

    /// <summary>The lower, the better: the hub sees it as MED. Where nobody chooses it, it is what Google's routers send.</summary>
    public virtual int Priority => GoogleSession.DefaultPriority;

    /// <summary>Whether Google knows it by a peering, so that a route of the same range that is its own hides it.</summary>
    public virtual bool IsPeered => false;

    /// <summary>Whether Google learns what AWS announces by it.</summary>
    public virtual bool IsHeard => Network is not null;

    /// <summary>What it runs on, and is lost with; null where that is the internet or its own.</summary>
    public virtual Conduit? Carrier => null;

    /// <summary>In Mbit/s each way, at a packet size in bytes.</summary>
    public required Func<int, int> Mbps { get; init; }

    /// <summary>The largest packet that fits through, in bytes.</summary>
    public required int MtuBytes { get; init; }

    public override string ToString() => Name;
}
