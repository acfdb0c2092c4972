using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Manifests;

/// <summary>A Helm release as its file says it: what is installed, from where, with which values, and how under <c>options</c>.</summary>
internal static class ReleaseManifest
{
    private const string Token = "kubernetes:helm.sh/v3:Release";
    private const string Repository = "repositoryOpts";
    private const string Address = "repo";

    // A mark of the provider's own, and what has a place of its own below.
    private static readonly string[] Placed = ["compat", "name", "namespace", "chart", "version", "values"];

    public static bool IsOne(PlannedResource resource) => resource.Type == Token;

    public static Sequence<ManifestMember> Of(PlannedResource resource, Lineage lineage)
    {
        var members = new List<ManifestMember>();
        Add("release", "name", resource.Inputs["name"]);
        Add("namespace", "namespace", resource.Inputs["namespace"]);
        Add("chart", "chart", resource.Inputs["chart"]);
        Add("version", "version", resource.Inputs["version"]);
        Add("repository", Repository, resource.At(Repository, Address));
        Add("values", "values", resource.Inputs["values"]);

        var options = new List<KeyValuePair<string, PlanValue>>();
        foreach (var (name, value) in resource.Inputs)
        {
            if (name == Repository)
            {
                if (WithoutAddress(value) is { } rest)
                {
                    options.Add(new(name, rest));
                }
            }
            else if (!Placed.Contains(name, StringComparer.Ordinal))
            {
                options.Add(new(name, value));
            }
        }

        if (options.Count > 0)
        {
            members.Add(new("options", new PlanValue.ObjectValue(new(options)), Origins.Of(resource, [.. options.Select(option => option.Key)], lineage)));
        }

        return new([.. members]);

        void Add(string name, string input, PlanValue? value)
        {
            if (value is not null)
            {
                members.Add(new(name, value, Origins.Of(resource, [input], lineage)));
            }
        }
    }

    /// <summary>How to speak to the repository; null where its address is all there is.</summary>
    private static PlanValue? WithoutAddress(PlanValue value)
    {
        if (value is not PlanValue.ObjectValue map)
        {
            return value;
        }

        var rest = map.Members.Where(member => member.Key != Address).ToArray();
        return rest.Length == 0 ? null : new PlanValue.ObjectValue(new(rest));
    }
}
