using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Each root that is handed in has a secret of its own for its key, and the stack holds it.</summary>
internal static class TrustSecrets
{
    /// <param name="settings">What to check.</param>
    /// <param name="hasSecret">Whether the stack holds a secret of that name; null where nobody can tell.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, Func<string, bool>? hasSecret)
    {
        var holders = new Dictionary<EntryKey, string>();
        foreach (var (place, root) in settings.Trust is { } trust ? TrustRoots.Roots(trust) : [])
        {
            if (root is not PemRootSettings { Secret: var secret })
            {
                continue;
            }

            var path = $"{place}.secret";
            if (hasSecret?.Invoke(secret.ToString()) == false)
            {
                yield return new Fault(
                    path, "is not a secret of the stack", secret.ToString(), $"set it with pulumi config set --secret {secret}, to the root's key in PEM");
            }

            if (!holders.TryAdd(secret, path))
            {
                yield return new Fault(path, $"must be a secret of its own, and {holders[secret]} is the same", secret.ToString(), "set another, and name it here");
            }
        }
    }
}
