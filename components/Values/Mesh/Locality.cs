namespace CrossCloudMesh.Values.Mesh;

/// <summary>Which pods of a service a caller prefers while they are well.</summary>
public enum Locality
{
    /// <summary>All pods alike, wherever they run.</summary>
    Everywhere,

    /// <summary>Those of the caller's own site; those of others once these are ejected.</summary>
    OwnSite,

    /// <summary>Those of the caller's own zone, then of its own site, then of others.</summary>
    OwnZone,
}
