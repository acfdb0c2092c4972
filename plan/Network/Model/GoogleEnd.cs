using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Google's end of something that Cloud Router speaks BGP over: a tunnel, a VLAN attachment.</summary>
internal abstract class GoogleEnd(PlannedResource resource, GoogleSession session)
{
    public PlannedResource Resource => resource;

    public PlannedResource? RouterInterface => session.Interface;

    public PlannedResource? Peer => session.Peer;

    public CloudRouter? Router => session.Router;

    public long? PeerAsn => session.PeerAsn;

    /// <summary>What the session announces.</summary>
    public IReadOnlyList<Cidr> Announced => session.Announced;

    /// <summary>The lower, the better: AWS sees it as MED.</summary>
    public int Priority => session.Priority;

    public override string ToString() => resource.Name;
}

/// <summary>A BGP session of a Cloud Router; what the plan does not have is null.</summary>
/// <param name="Interface">The router's interface.</param>
/// <param name="Peer">The session itself.</param>
/// <param name="Router">Who speaks.</param>
/// <param name="PeerAsn">The AS number that it expects.</param>
/// <param name="Announced">What it announces.</param>
/// <param name="Priority">The lower, the better.</param>
internal sealed record GoogleSession(
    PlannedResource? Interface, PlannedResource? Peer, CloudRouter? Router, long? PeerAsn, IReadOnlyList<Cidr> Announced, int Priority)
{
    /// <summary>What a session has that says nothing else.</summary>
    public const int DefaultPriority = 100;
}

/// <summary>A Cloud Router, which speaks BGP for the network of a region.</summary>
/// <param name="Resource">The router.</param>
/// <param name="Network">The network that it serves.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Asn">Its AS number; null where the plan does not tell it.</param>
internal sealed record CloudRouter(PlannedResource Resource, GoogleNetwork Network, string Region, long? Asn);
