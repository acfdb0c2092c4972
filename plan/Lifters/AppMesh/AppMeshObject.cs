using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>One object of a cluster: what it is, and what it says.</summary>
/// <remarks>
/// Labels and annotations of its own are for people and tools and change nothing that a mesh does, unless they are App Mesh's. A namespace
/// alone is known by its labels.
/// Source: https://github.com/aws/aws-app-mesh-controller-for-k8s/blob/master/config/helm/appmesh-controller/crds/crds.yaml and
/// https://aws.github.io/aws-app-mesh-controller-for-k8s/reference/injector/, read 2026-11-21.
/// </remarks>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace; empty for a kind that has none.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Spec">What it says; null where the kind says nothing to a mesh.</param>
internal sealed record AppMeshObject(string Kind, string Namespace, string Name, Field? Labels, Field? Spec)
{
    private const string Own = "appmesh.k8s.aws";
    private const string OwnVersion = Own + "/v1beta2";
    private const string CoreVersion = "v1";

    private static readonly SortedDictionary<string, (string Version, bool HasNamespace, bool HasSpec)> Kinds = new(StringComparer.Ordinal)
    {
        ["GatewayRoute"] = (OwnVersion, true, true),
        ["Mesh"] = (OwnVersion, false, true),
        ["Namespace"] = (CoreVersion, false, false),
        ["Secret"] = (CoreVersion, true, false),
        ["Service"] = (CoreVersion, true, true),
        ["ServiceAccount"] = (CoreVersion, true, false),
        ["VirtualGateway"] = (OwnVersion, true, true),
        ["VirtualNode"] = (OwnVersion, true, true),
        ["VirtualRouter"] = (OwnVersion, true, true),
        ["VirtualService"] = (OwnVersion, true, true),
    };

    /// <summary>How it is told of: <c>VirtualNode payments/payment-v1</c>.</summary>
    public string Title => Namespace.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    public static AppMeshObject Read(JsonNode node, int index)
    {
        var root = new Field(node, $"objects[{index}]").Members();
        var kind = root.Need("kind");
        if (!Kinds.TryGetValue(kind.Text(), out var known))
        {
            throw kind.Refused("must be a kind that the lifter knows, one of " + string.Join(", ", Kinds.Keys));
        }

        root.Need("apiVersion").Word(known.Version);
        var metadata = root.Need("metadata").Members();
        var name = metadata.Need("name").Text();
        var place = known.HasNamespace ? metadata.Need("namespace").Text() : "";
        var (labels, annotations) = (metadata["labels"], metadata["annotations"]);
        metadata.End();
        if (known.Version == OwnVersion)
        {
            RefuseOwn(labels);
            RefuseOwn(annotations);
        }

        var read = new AppMeshObject(kind.Text(), place, name, labels, null);
        if (known.HasSpec)
        {
            read = read with { Spec = root.Need("spec") with { Path = $"{read.Title}: spec" } };
            root.End();
        }

        return read;
    }

    /// <summary>What it says, of a kind that says something.</summary>
    public Members Members() => Spec!.Value.Members();

    /// <summary>A reference to an object, in its own namespace unless it says another.</summary>
    /// <returns>The namespace and the name, with / between.</returns>
    public string Refer(Field field)
    {
        var reference = field.Members();
        var (name, place) = (reference.Need("name").Text(), reference["namespace"]?.Text() ?? Namespace);
        reference.End();
        return $"{place}/{name}";
    }

    private static void RefuseOwn(Field? words)
    {
        foreach (var (name, value) in words?.Members().Rest() ?? [])
        {
            if (name.Contains(Own, StringComparison.Ordinal))
            {
                throw value.Refused("may change what App Mesh does, and has no place in the normal form", "leave it out");
            }
        }
    }
}
