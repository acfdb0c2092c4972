using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh;

/// <summary>How a component refuses its arguments.</summary>
public static class Faults
{
    /// <summary>Stops the component where it has any fault, telling all of them, one per line, without a stack.</summary>
    /// <exception cref="ResourceException">There is at least one fault.</exception>
    public static void ThrowIfAny(Resource component, IEnumerable<Fault> faults)
    {
        var found = faults.ToList();
        if (found.Count > 0)
        {
            throw new ResourceException(string.Join('\n', found), component, hideStack: true);
        }
    }
}
