using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A root gives way to another one, and each phase has had its time when the next begins.</summary>
/// <remarks>That no phase is left out is told by the preview, which knows what is deployed.</remarks>
internal static class TrustRotations
{
    /// <param name="settings">What to check.</param>
    /// <param name="today">The day in UTC; null where nobody can tell.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, DateOnly? today)
    {
        if (settings.Trust is not { Rotation: { Next: { } next } rotation } trust)
        {
            yield break;
        }

        if (Same(trust.Root, next) is { } same)
        {
            yield return new Fault($"trust.rotation.to.{same.Key}", $"must be another than that of trust.root, which is the same", same.Value, "name the next root");
        }

        // A machine outside the mesh has its certificate until somebody brings it the next one.
        var patience = trust.Workloads.Count > 0 || !MachinePlan.SitesOf(settings).IsEmpty ? CertificateFacts.LeafDays : CertificateFacts.MeshLeafDays;
        var (key, since, days, why) = rotation switch
        {
            SignWithNewSettings signs => ("trustedSince", signs.TrustedSince, CertificateFacts.MeshLeafDays, "by when every proxy has the next root"),
            DropOldSettings drops => ("signedSince", drops.SignedSince, patience, "by when no certificate of the root before is in use"),
            _ => ("", default, 0, ""),
        };
        if (days > 0 && today is { } day && since.Date.AddDays(days) > day)
        {
            yield return new Fault(
                $"trust.rotation.{key}",
                $"must be {days} {(days == 1 ? "day" : "days")} ago, {why}",
                since.ToString(),
                $"go on with this phase on {since.Date.AddDays(days):yyyy-MM-dd}");
        }
    }

    private static (string Key, string Value)? Same(RootSettings root, RootSettings next) => (root, next) switch
    {
        ({ Made: { } old }, { Made: { } made }) when made <= old => ("generation", $"{made} after {old}"),
        ({ Known: { } old }, { Known: { } other }) when old.KeyId == other.KeyId => ("certificate", $"{other.Subject} with the key {other.KeyId}"),
        _ => null,
    };
}
