using Pulumi.Serialization;

namespace Pulumi;

/// <summary>What came over the wire for an output that nobody has asked for: most are never read.</summary>
internal sealed class Unread(WireReader reader, in OutputData<object?> wire)
{
    public WireReader Reader { get; } = reader;

    public OutputData<object?> Wire { get; } = wire;
}
