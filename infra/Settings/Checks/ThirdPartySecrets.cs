using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Each third party has a secret of its own, and the stack holds it.</summary>
internal static class ThirdPartySecrets
{
    /// <param name="settings">What to check.</param>
    /// <param name="hasSecret">Whether the stack holds a secret of that name; null where nobody can tell.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, Func<string, bool>? hasSecret)
    {
        if (settings.Observability?.Telemetry is not { } telemetry)
        {
            yield break;
        }

        var holders = new Dictionary<EntryKey, string>();
        foreach (var (key, party) in telemetry.ThirdParties)
        {
            var (path, secret) = ($"observability.telemetry.thirdParties.{key}.secret", party.Secret);
            if (hasSecret?.Invoke(secret.ToString()) == false)
            {
                yield return new Fault(path, "is not a secret of the stack", secret.ToString(), $"set it with pulumi config set --secret {secret}, to the value of the header {party.Header}");
            }

            if (!holders.TryAdd(secret, path))
            {
                yield return new Fault(path, $"must be a secret of its own, and {holders[secret]} is the same", secret.ToString(), "set another, and name it here");
            }
        }
    }
}
