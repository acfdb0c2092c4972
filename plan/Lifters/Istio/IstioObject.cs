using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One object of a cluster: what it is, and what it says.</summary>
/// <remarks>
/// Its name, and labels and annotations that are not Istio's, are for people and tools and change nothing that a mesh does; a Service's name
/// is part of its host. Labels and annotations of Istio's can change anything, and are refused.
/// Source: https://istio.io/latest/docs/reference/config/annotations/ and https://istio.io/latest/docs/reference/config/labels/, read 2026-11-21.
/// </remarks>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Spec">What it says; nothing where its kind says nothing.</param>
/// <param name="Revision">Of a Namespace, the label that has its pods join a mesh.</param>
internal sealed record IstioObject(string Kind, string Namespace, string Name, Field Spec, Field? Revision)
{
    private const string Networking = "networking.istio.io";
    private const string Security = "security.istio.io";
    private const string Space = "Namespace";
    private const string Account = "ServiceAccount";
    private const string RevisionLabel = "istio.io/rev";
    private const string InjectionLabel = "istio-injection";

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["AuthorizationPolicy"] = Security,
        ["DestinationRule"] = Networking,
        [Space] = "",
        ["PeerAuthentication"] = Security,
        ["Service"] = "",
        [Account] = "",
        ["ServiceEntry"] = Networking,
        ["Sidecar"] = Networking,
        ["VirtualService"] = Networking,
    };

    /// <summary>How it is told of: <c>DestinationRule trading/payment</c>.</summary>
    public string Title => $"{Kind} {Namespace}/{Name}";

    public static IstioObject Read(JsonNode node, int index)
    {
        var root = new Field(node, $"objects[{index}]").Members();
        var kind = root.Need("kind");
        var version = root.Need("apiVersion");
        if (!Groups.TryGetValue(kind.Text(), out var group))
        {
            throw kind.Refused("must be a kind that the lifter knows, one of " + string.Join(", ", Groups.Keys.Order(StringComparer.Ordinal)));
        }

        string[] versions = group.Length == 0 ? ["v1"] : [$"{group}/v1", $"{group}/v1beta1", .. group == Networking ? [$"{group}/v1alpha3"] : Array.Empty<string>()];
        version.Word(versions);

        var metadata = root.Need("metadata").Members();
        var name = metadata.Need("name").Text();
        var place = kind.Text() is Space ? name : metadata.Need("namespace").Text();
        var labels = metadata["labels"]?.Members();
        var revision = kind.Text() is Space ? labels?[RevisionLabel] : null;
        RefuseIstios(labels);
        RefuseIstios(metadata["annotations"]?.Members());
        metadata.End();
        var title = $"{kind.Text()} {place}/{name}";
        var spec = (kind.Text() is Space or Account ? new Field(null, "") : root.Need("spec")) with { Path = $"{title}: spec" };
        root.End();
        return new(kind.Text(), place, name, spec, revision);
    }

    private static void RefuseIstios(Members? words)
    {
        foreach (var (name, value) in words?.Rest() ?? [])
        {
            if (name.Contains("istio.io", StringComparison.Ordinal) || name == InjectionLabel)
            {
                throw value.Refused("may change what Istio does, and has no place in the normal form", "leave it out");
            }
        }
    }
}
