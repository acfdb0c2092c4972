namespace CrossCloudMesh.Values.Mesh;

/// <summary>How a caller chooses among the pods of a service.</summary>
public enum Balancing
{
    /// <summary>One after the other. Every target can.</summary>
    RoundRobin,

    /// <summary>Of two at random, the one with fewer requests under way.</summary>
    LeastRequest,
}
