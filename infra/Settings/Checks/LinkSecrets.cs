using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Each path has a secret of its own for its keys, and the stack holds it.</summary>
internal static class LinkSecrets
{
    /// <param name="settings">What to check.</param>
    /// <param name="hasSecret">Whether the stack holds a secret of that name; null where nobody can tell.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, Func<string, bool>? hasSecret)
    {
        var holders = new Dictionary<EntryKey, string>();
        foreach (var (at, link) in settings.Links.SelectMany(link => LinkPlan.Paths(link.Key, link.Value)))
        {
            if (LinkPlan.SecretOf(link) is not { } secret)
            {
                continue;
            }

            var path = $"{at}.secret";
            if (hasSecret?.Invoke(secret.ToString()) == false)
            {
                yield return new Fault(
                    path,
                    "is not a secret of the stack",
                    secret.ToString(),
                    $"set it with pulumi config set --secret {secret}, {PreSharedKey.ShortestSecret} random characters or more");
            }

            if (!holders.TryAdd(secret, path))
            {
                yield return new Fault(path, $"must be a secret of its own, and {holders[secret]} is the same", secret.ToString(), "set another, and name it here");
            }
        }
    }
}
