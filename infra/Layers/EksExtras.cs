using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Backups and capabilities of an EKS cluster in the components' words.</summary>
internal static class EksExtras
{
    public static EksBackupSchedule? Backup(EksSettings cluster) =>
        cluster.Backup is { } backup ? new(backup.Schedule.ToString(), backup.RetentionDays) : null;

    public static EksCapabilitySet? Capabilities(EksSettings cluster) => cluster.Capabilities is { Ack: null, Kro: false, Argocd: null } ? null : new()
    {
        Ack = cluster.Capabilities.Ack is { } ack
            ? new(ack.Policies.ToImmutableSortedDictionary(KeyOf, policy => policy.ToString(), StringComparer.Ordinal))
            : null,
        HasKro = cluster.Capabilities.Kro,
        ArgoCd = cluster.Capabilities.Argocd is { } argoCd
            ? new()
            {
                IdentityCenterArn = argoCd.IdentityCenter.ToString(),
                IdentityCenterRegion = argoCd.IdentityCenterRegion.ToString(),
                Administrators = IdsOf(argoCd.Administrators),
                Editors = IdsOf(argoCd.Editors),
                Viewers = IdsOf(argoCd.Viewers),
            }
            : null,
    };

    /// <summary>Account and path: <c>aws-policy-AmazonS3ReadOnlyAccess</c>.</summary>
    private static string KeyOf(AwsPolicyArn policy) => string.Join('-', policy.ToString().Split(':')[^2..]).Replace('/', '-');

    private static ImmutableSortedSet<string> IdsOf(ImmutableArray<IdentityCenterGroup> groups) =>
        groups.Select(group => group.ToString()).ToImmutableSortedSet(StringComparer.Ordinal);
}
