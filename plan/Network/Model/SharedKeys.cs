using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Pre-shared keys, of which a plan knows only whether two are the same.</summary>
internal static class SharedKeys
{
    public static PlanValue? OfGoogle(PlannedResource tunnel) => tunnel.At("sharedSecret") ?? tunnel.At("sharedSecretWo");

    /// <summary>Whether the plan knows which key it is, by its reference or by its text.</summary>
    public static bool IsKnown(PlanValue? key) => key is PlanValue.SecretValue or PlanValue.TextValue;

    public static bool MayBeEqual(PlanValue? one, PlanValue? other) => !IsKnown(one) || !IsKnown(other) || one == other;
}
