namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Objects in a cluster, of whatever kind, and releases of charts.</summary>
internal static class Kubernetes
{
    public const string Prefix = "kubernetes:";

    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["kubernetes:helm.sh/v3:Release"] = Release;
        makers["kubernetes:core/v1:Secret"] = Secret;
    }

    /// <summary>An object of any kind: what was asked for, with the name and the identity that the API server gives it.</summary>
    public static void Object(Draft d)
    {
        var asked = d.With("metadata");
        var name = asked.GetValueOrDefault("name") as string ?? $"{d.Name}-{Digest.Hex(d.Urn, 8)}";
        var place = asked.GetValueOrDefault("namespace") as string;
        d.Id = place is null ? name : $"{place}/{name}";
        d["metadata"] = d.With("metadata", ("name", name), ("uid", Digest.Uuid(d.Urn)), ("resourceVersion", Digest.Digits(d.Urn, 6)));
    }

    /// <summary>A secret; one for a service account is filled by the cluster.</summary>
    public static void Secret(Draft d)
    {
        Object(d);
        if (d.Text("type") == "kubernetes.io/service-account-token")
        {
            d["data"] = Draft.Map(("namespace", Base64("default")), ("token", Base64($"token-of-{Digest.Hex(d.Urn, 32)}")));
            d.SecretOutputs.Add("data");
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static void Release(Draft d)
    {
        var name = d.Text("name") ?? $"{d.Name}-{Digest.Hex(d.Urn, 8)}";
        var place = d.Text("namespace") ?? "default";
        d.Id = $"{place}/{name}";
        d["name"] = name;
        d["namespace"] = place;
        d["status"] = Draft.Map(
            ("chart", d.Text("chart") ?? ""), ("name", name), ("namespace", place), ("revision", 1d), ("status", "deployed"), ("version", d.Text("version") ?? ""));
    }
}
