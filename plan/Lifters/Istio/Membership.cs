using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Which services have pods in a cluster that belong to the mesh.</summary>
/// <remarks>
/// Pods cannot run without their service account, so where accounts are among the objects, a service runs where its own is; where none is,
/// each is taken to run. A namespace that is among the objects must have its pods join the mesh, by the revision that its label names; one
/// that is not among them is taken to.
/// Source: https://kubernetes.io/docs/concepts/security/service-accounts/ and
/// https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/, read 2026-11-21.
/// </remarks>
internal sealed class Membership(IstioMesh mesh)
{
    private readonly List<IstioObject> accounts = [];
    private readonly List<IstioObject> spaces = [];

    public void AddAccount(IstioObject source) => accounts.Add(source);

    public void AddSpace(IstioObject source) => spaces.Add(source);

    /// <summary>Whether pods of a service run here.</summary>
    public bool Runs(Callee callee) => accounts.Count == 0 || callee.IsOutside || accounts.Exists(account => IsOf(account, callee));

    /// <summary>Refuses what none of the services needs, as it would be lost, and namespaces that are not in the mesh.</summary>
    public IEnumerable<Action> Checks(IReadOnlyCollection<Callee> callees) =>
    [
        .. accounts.Select(account => (Action)(() => MustBeOfOne(account, callees.Any(callee => IsOf(account, callee))))),
        .. spaces.Select(space => (Action)(() => MustBeOfOne(space, callees.Any(callee => callee.Namespace == space.Name)))),
        .. spaces.Select(space => (Action)(() => MustJoin(space))),
    ];

    private bool IsOf(IstioObject account, Callee callee) => callee.Identities.Contains(mesh.IdentityOf(account.Namespace, account.Name));

    private void MustJoin(IstioObject space)
    {
        var revision = space.Revision ?? throw new RefusedException(new Fault(space.Title, "must have its pods join the mesh, by the label istio.io/rev"));
        if (revision.Text() is var name && mesh.Revisions is { } known && !known.Contains(name))
        {
            throw revision.Refused("must be a revision of the mesh, one of " + string.Join(", ", known));
        }
    }

    private static void MustBeOfOne(IstioObject source, bool isOfOne)
    {
        if (!isOfOne)
        {
            throw new RefusedException(new Fault(source.Title, "must be of a service that is here"));
        }
    }
}
