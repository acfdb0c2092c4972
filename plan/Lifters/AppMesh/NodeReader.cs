namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Reads a VirtualNode.</summary>
/// <remarks>
/// Without a selector no pods are behind it. What a backend says of TLS replaces what holds for all. Logs are for people, and the name for
/// AWS is AWS's own, but of one node.
/// Assumed: the service account of pods has the name in their label <c>app</c>, and certificates from files bear its identity; where they come
/// from a local agent, they bear the name by which it is asked.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_VirtualNodeSpec.html,
/// https://aws.github.io/aws-app-mesh-controller-for-k8s/reference/api_spec/,
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/mutual-tls.html, read 2026-11-21.
/// </remarks>
internal static class NodeReader
{
    public const string Version = "version";

    public const string App = "app";

    public static VirtualNode Read(AppMeshObject source, AppMeshMesh mesh)
    {
        var spec = source.Members();
        var awsName = spec["awsName"]?.Text() ?? $"{source.Name}_{source.Namespace}";
        var pods = spec["podSelector"] is { } selector ? PodsOf(selector) : null;
        List<(Field Field, string Identity)> identities = [];
        List<(Listener, Field)> listeners =
            [.. spec["listeners"]?.Items().Select(field => (Listener.Read(field, mesh, pods is null, identities), field)) ?? []];
        var discovery = listeners.Count > 0 ? Discovery.Read(spec.Need("serviceDiscovery"), pods is null) : null;
        List<Backend> backends = pods is not null ? BackendsOf(source, spec, mesh, identities) : [];
        if (spec["logging"] is { } logging)
        {
            ReadLogging(logging);
        }

        spec.End();
        if (identities.Find(each => each.Identity != identities[0].Identity) is { Identity: not null } other)
        {
            throw other.Field.Refused($"must be {identities[0].Identity} too, as pods have one identity");
        }

        return new()
        {
            Source = source,
            AwsName = awsName,
            Pods = pods,
            Identity = pods is null ? null : identities.Count > 0 ? identities[0].Identity : mesh.IdentityOf(source.Namespace, pods[App]),
            Listeners = listeners,
            Discovery = discovery,
            Backends = backends,
        };
    }

    /// <summary>The labels that a node selects its pods by.</summary>
    public static SortedDictionary<string, string> PodsOf(Field field)
    {
        var selector = field.Members();
        var labels = selector["matchLabels"]?.Labels();
        selector.End();
        return labels is not null && labels.ContainsKey(App) && labels.Keys.All(label => label is App or Version)
            ? labels
            : throw field.Refused($"must be the label {App}, alone or with {Version}, as others tell neither identity nor version");
    }

    private static List<Backend> BackendsOf(AppMeshObject source, Members spec, AppMeshMesh mesh, List<(Field Field, string Identity)> identities)
    {
        var defaults = spec["backendDefaults"]?.Members();
        var policy = defaults?.Need("clientPolicy");
        defaults?.End();
        var usual = policy is { } written ? TlsReader.ClientOf(written, mesh, identities) : null;
        List<Backend> backends = [.. spec["backends"]?.Any().Select(field => BackendOf(field, source, mesh, identities)).OfType<Backend>() ?? []];
        if (policy is { } unused && backends.TrueForAll(backend => backend.Tls is not null))
        {
            throw unused.Refused("must be for a backend that has no policy of its own, and there is none", "leave it out");
        }

        if (backends.Skip(1).Select((backend, index) => (Backend: backend, Before: backends.Take(index + 1)))
            .FirstOrDefault(each => each.Before.Any(before => before.Service == each.Backend.Service)).Backend is { } again)
        {
            throw again.Field.Refused("must name each service once");
        }

        return backends.ConvertAll(backend => backend with { Tls = backend.Tls ?? usual });
    }

    /// <summary>What is called; null where it is of another mesh, and what is asked of it is not this reading's.</summary>
    private static Backend? BackendOf(Field field, AppMeshObject source, AppMeshMesh mesh, List<(Field Field, string Identity)> identities)
    {
        var backend = field.Members();
        var service = backend.Need("virtualService").Members();
        backend.End();
        var called = source.Refer(service.Need("virtualServiceRef"));
        if (mesh.Elsewhere?.Contains(called, StringComparer.Ordinal) == true)
        {
            return null;
        }

        var read = new Backend(called, service["clientPolicy"] is { } policy ? TlsReader.ClientOf(policy, mesh, identities) : null, field);
        service.End();
        return read;
    }

    /// <summary>Reads what is logged, which is for people.</summary>
    public static void ReadLogging(Field field)
    {
        var logging = field.Members();
        var log = logging.Need("accessLog").Members();
        logging.End();
        var file = log.Need("file").Members();
        log.End();
        file.Need("path").Text();
        var format = file["format"]?.Members();
        file.End();
        format?["text"]?.Text();
        foreach (var item in format?["json"]?.Items() ?? [])
        {
            var pair = item.Members();
            pair.Need("key").Text();
            pair.Need("value").Text();
            pair.End();
        }

        format?.End();
    }
}
