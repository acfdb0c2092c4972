using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Tests.Plan.Network.Oracle;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Holds the proof and the oracle against one another.</summary>
internal static class Agreement
{
    /// <summary>Whether nothing breaks a demand, as both say; null, with what they say, where they do not agree.</summary>
    public static (bool? IsJoined, string Said) Of(PlanDocument plan, int depth)
    {
        var walked = BruteForce.FirstBroken(plan, depth);
        var proven = NetworkProof.Of(plan, depth)!.Pairs.FirstOrDefault(pair => pair.Counterexample is not null)?.Counterexample;
        return (walked is null == proven is null ? walked is null : null, $"walked {walked ?? "through"}, proven {proven?.ToString() ?? "joined"}");
    }
}
