using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Json;

/// <summary>A text is not a plan of the version that this reader knows; the message says where and why.</summary>
public sealed class InvalidPlanException : Exception
{
    public InvalidPlanException(string path, string rule)
        : base(new Fault(path, rule).ToString())
    {
    }
}
