using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>The services that a proxy finds: each as a namespace and a host, where null is any.</summary>
/// <remarks>
/// A host is written <c>namespace/name</c>: <c>.</c> is the Sidecar's own namespace, <c>*</c> is any, a name of <c>*</c> is every service
/// there, and <c>~/*</c> is none at all. A name is whole: one that stars in part, or leaves a namespace out, is refused.
/// Source: https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener, read 2026-11-21.
/// </remarks>
internal sealed record FoundServices(List<(string? Namespace, string? Host, Field Field)> Hosts, Field Field)
{
    private const string Nothing = "~/*";
    private const string Any = "*";
    private const string Own = ".";

    public static FoundServices Read(Field field, string place)
    {
        var items = field.Items();
        return items is [var only] && only.Text() == Nothing ? new([], field) : new(items.ConvertAll(item => HostOf(item, place)), field);
    }

    public bool Has(Callee callee) => Hosts.Exists(host => Is(host, callee));

    /// <summary>Refuses what stands for no service, as it would be lost; everything is everything, also where there is nothing.</summary>
    public void MustStandFor(IReadOnlyCollection<Callee> callees, IReadOnlyCollection<string> elsewhere)
    {
        foreach (var host in Hosts.Where(host => (host.Namespace, host.Host) is not (null, null)
            && !callees.Any(callee => Is(host, callee))
            && !elsewhere.Contains(host.Host, StringComparer.Ordinal)))
        {
            throw host.Field.Refused("must stand for a service that is here");
        }
    }

    /// <summary>Refuses that a caller does not find what it may call.</summary>
    public void MustHave(Callee callee, Callee caller)
    {
        if (!Has(callee))
        {
            throw new RefusedException(new Fault(Field.Path, $"must let {caller.Title} find {callee.Title}, which it may call", Field.Value!.ToJsonString()));
        }
    }

    private static bool Is((string? Namespace, string? Host, Field Field) host, Callee callee) =>
        (host.Namespace ?? callee.Namespace) == callee.Namespace && (host.Host ?? callee.Host) == callee.Host;

    private static (string?, string?, Field) HostOf(Field item, string place) => item.Text().Split('/') switch
    {
        [var space, var name] when space.Length > 0 && !space.StartsWith('~') && (space == Any || !space.Contains('*', StringComparison.Ordinal)) && name.Length > 0
            && (name == Any || (name.Contains('.', StringComparison.Ordinal) && !name.Contains('*', StringComparison.Ordinal)))
            => (space == Any ? null : space == Own ? place : space, name == Any ? null : name, item),
        _ => throw item.Refused("must be a namespace and, after /, * or one whole name; or be ~/* alone"),
    };
}
