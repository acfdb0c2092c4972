using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>How near a policy is to the pods that it holds for; the nearest counts.</summary>
internal enum Reach
{
    /// <summary>It does not hold for them.</summary>
    None,

    /// <summary>It stands in the root namespace, and holds for every namespace.</summary>
    Mesh,

    /// <summary>It holds for its namespace.</summary>
    Namespace,

    /// <summary>It names labels, and holds for pods of its namespace that have them.</summary>
    Workload,
}

/// <summary>For which pods a policy holds.</summary>
/// <remarks>
/// Source: https://istio.io/latest/docs/reference/config/security/peer_authentication/,
/// https://istio.io/latest/docs/reference/config/security/authorization-policy/,
/// https://istio.io/latest/docs/reference/config/networking/sidecar/, read 2026-11-21.
/// </remarks>
internal sealed record Scope(IstioObject Source, bool IsRoot, SortedDictionary<string, string>? Labels, string LabelsPath)
{
    /// <summary>Reads what follows <c>selector</c> or <c>workloadSelector</c>.</summary>
    /// <param name="source">The object.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="selector">The selector; null where it has none.</param>
    /// <param name="member">How it calls its labels.</param>
    public static Scope Read(IstioObject source, IstioMesh mesh, Field? selector, string member)
    {
        var isRoot = source.Namespace == mesh.RootNamespace;
        if (selector is not { } written)
        {
            return new(source, isRoot, null, source.Spec.Path);
        }

        // In the root namespace a selector means other things to other kinds.
        if (isRoot)
        {
            throw written.Refused("must not be there in the root namespace");
        }

        var members = written.Members();
        var labels = members.Need(member);
        members.End();
        return new(source, isRoot, labels.Labels(), labels.Path);
    }

    /// <summary>How near it is to all pods of a service.</summary>
    /// <exception cref="RefusedException">It may hold for some of them, and the normal form knows only all.</exception>
    public Reach Over(Callee callee)
    {
        if (callee.IsOutside)
        {
            return Reach.None;
        }

        if (IsRoot)
        {
            return Reach.Mesh;
        }

        if (callee.Namespace != Source.Namespace)
        {
            return Reach.None;
        }

        if (Labels is null)
        {
            return Reach.Namespace;
        }

        if (Labels.Any(label => callee.Labels.TryGetValue(label.Key, out var value) && value != label.Value))
        {
            return Reach.None;
        }

        return Labels.Keys.FirstOrDefault(label => !callee.Labels.ContainsKey(label)) is { } unknown
            ? throw new RefusedException(new Fault(
                $"{LabelsPath}.{unknown}",
                $"must be a label by which {callee.Title} selects its pods, as it may hold for some of them",
                Labels[unknown]))
            : Reach.Workload;
    }

    /// <summary>Refuses what holds for nothing that is here, as it would be lost.</summary>
    public void MustReachOneOf(IEnumerable<Callee> callees)
    {
        if (!IsRoot && callees.All(callee => Over(callee) is Reach.None))
        {
            throw new RefusedException(new Fault(LabelsPath, "holds for no service that is here"));
        }
    }
}
