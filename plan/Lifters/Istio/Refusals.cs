using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What was refused, each once, in the order in which it was tried.</summary>
internal sealed class Refusals(string prefix)
{
    private readonly List<Fault> faults = [];

    public bool AreNone => faults.Count == 0;

    public ImmutableArray<Fault> Faults => [.. faults.Distinct()];

    public void Try(Action read)
    {
        try
        {
            read();
        }
        catch (RefusedException refused)
        {
            faults.Add(refused.Fault with { Path = prefix + refused.Fault.Path });
        }
    }
}
