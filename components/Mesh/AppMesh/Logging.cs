using Pulumi;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What its proxy writes down.</summary>
public sealed class LoggingArgs : ResourceArgs
{
    [Input("accessLog", required: true)]
    public Input<AccessLogArgs> AccessLog { get; set; } = null!;
}

/// <summary>A line per request.</summary>
public sealed class AccessLogArgs : ResourceArgs
{
    [Input("file", required: true)]
    public Input<FileAccessLogArgs> File { get; set; } = null!;
}

/// <summary>Lines of a file.</summary>
public sealed class FileAccessLogArgs : ResourceArgs
{
    /// <summary><c>/dev/stdout</c> is the log of the container.</summary>
    [Input("path", required: true)]
    public Input<string> Path { get; set; } = null!;
}
