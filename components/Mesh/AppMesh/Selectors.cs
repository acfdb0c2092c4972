using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>Which objects, by their labels; without any, all.</summary>
public sealed class SelectorArgs : ResourceArgs
{
    [Input("matchLabels")]
    public InputMap<string>? MatchLabels { get; set; }
}

/// <summary>Another object of App Mesh.</summary>
public sealed class ReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>Where it is; where the one that names it is, if nothing is said.</summary>
    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}

/// <summary>A time.</summary>
public sealed class DurationArgs : ResourceArgs
{
    /// <summary><c>s</c> or <c>ms</c>.</summary>
    [Input("unit", required: true)]
    public Input<string> Unit { get; set; } = null!;

    /// <summary>0 or more; as a timeout, 0 is for ever.</summary>
    [Input("value", required: true)]
    public Input<int> Value { get; set; } = null!;
}

/// <summary>A port, and what is spoken there.</summary>
public sealed class PortMappingArgs : ResourceArgs
{
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    /// <summary><c>http</c>, <c>http2</c>, <c>grpc</c> or <c>tcp</c>; a gateway has no <c>tcp</c>.</summary>
    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;
}
