namespace CrossCloudMesh.Values;

/// <summary>How an interconnect is laid out, which decides what Google promises of it.</summary>
public enum InterconnectTopology
{
    /// <summary>One metropolitan area, a connection in each of its two edge availability domains.</summary>
    OneMetro,

    /// <summary>Two metropolitan areas, each as above, with routers in two regions of Google Cloud.</summary>
    TwoMetros,
}
