namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Objects in a cluster, of whatever kind, and releases of charts.</summary>
internal static class Kubernetes
{
    public const string Prefix = "kubernetes:";

    public static void Fill(Dictionary<string, Maker> makers) => makers["kubernetes:helm.sh/v3:Release"] = Release;

    /// <summary>An object of any kind: what was asked for, with the name and the identity that the API server gives it.</summary>
    public static void Object(Draft d)
    {
        var asked = d.With("metadata");
        var name = asked.GetValueOrDefault("name") as string ?? $"{d.Name}-{Digest.Hex(d.Urn, 8)}";
        var place = asked.GetValueOrDefault("namespace") as string;
        d.Id = place is null ? name : $"{place}/{name}";
        d["metadata"] = d.With("metadata", ("name", name), ("uid", Digest.Uuid(d.Urn)), ("resourceVersion", Digest.Digits(d.Urn, 6)));
    }

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
