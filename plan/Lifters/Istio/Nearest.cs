using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Which of several policies holds, where the nearest does.</summary>
internal static class Nearest
{
    /// <summary>Those that hold for a service, the nearest first.</summary>
    /// <exception cref="RefusedException">Two are equally near: Istio takes the older, which the objects do not tell.</exception>
    public static List<T> Of<T>(IEnumerable<T> policies, Func<T, Scope> scopeOf, Callee callee)
    {
        List<T> found = [];
        foreach (var near in policies.GroupBy(policy => scopeOf(policy).Over(callee)).Where(near => near.Key is not Reach.None).OrderByDescending(near => near.Key))
        {
            if (near.Skip(1).FirstOrDefault() is { } second)
            {
                throw new RefusedException(new Fault(
                    scopeOf(second).Source.Spec.Path,
                    $"must not hold for {callee.Title} together with {scopeOf(near.First()).Source.Title}, as either may count",
                    null,
                    "keep one"));
            }

            found.Add(near.First());
        }

        return found;
    }
}
