using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>What cannot be in a policy, whichever kind of mesh it is for, and what one kind cannot do.</summary>
public static class PolicyFaults
{
    /// <summary>What is wrong with a service's policy by itself.</summary>
    /// <param name="service">The policy.</param>
    /// <param name="path">Where it stands, for the faults: <c>services.payment</c>.</param>
    public static IEnumerable<Fault> Of(ServicePolicy service, string path) =>
    [
        .. service.Retries is { } retries ? OfRetries(service, retries, $"{path}.retries") : [],
        .. service.Canary is { } canary ? OfCanary(canary, $"{path}.canary") : [],
        .. OfExtensions(service, path),
    ];

    /// <summary>What a kind of mesh cannot do of what the policy asks for.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="target">The one kind.</param>
    public static IEnumerable<Fault> Beyond(MeshPolicy policy, PolicyTargets target) =>
        policy.Services.SelectMany(service => Beyond(service, target));

    /// <summary>The same of one service.</summary>
    public static IEnumerable<Fault> Beyond(ServicePolicy service, PolicyTargets target) =>
        from extension in service.Extensions
        where !extension.Targets.HasFlag(target)
        select new Fault(service.Name.ToString(), $"{WordOf(target)} cannot {extension.Ability}", extension.ToString(), "leave it out, or render for another mesh");

    private static IEnumerable<Fault> OfRetries(ServicePolicy service, RetryPolicy retries, string path)
    {
        var tries = retries.Attempts + 1L;
        if (service.TimeoutMs > 0 && tries * retries.PerTryMs > service.TimeoutMs)
        {
            yield return new Fault(
                $"{path}.perTryMs",
                $"must let all {tries} tries, the first one too, fit into the {service.TimeoutMs} ms of timeoutMs, and they take {tries * retries.PerTryMs}",
                retries.PerTryMs.ToString(),
                Room(service.TimeoutMs / tries));
        }

        if (service.Protocol is not ServiceProtocol.Grpc)
        {
            for (var index = 0; index < retries.On.Length; index++)
            {
                if (RetryEvents.IsOfGrpc(retries.On[index]))
                {
                    yield return new Fault($"{path}.on[{index}]", "is for grpc alone", retries.On[index].ToString(), "name an event of HTTP, or leave it out");
                }
            }
        }
    }

    private static string Room(long most) => most > 0 ? $"give a try {most} ms at most, or the whole more" : "ask for fewer, or give the whole more";

    private static IEnumerable<Fault> OfCanary(CanaryPolicy canary, string path)
    {
        if (canary.Step < 1 || canary.Step > canary.Steps.Length)
        {
            yield return new Fault($"{path}.step", $"must be a step of steps, 1 to {canary.Steps.Length}", canary.Step.ToString());
        }

        for (var index = 0; index < canary.Steps.Length; index++)
        {
            var sum = canary.Steps[index].Values.Sum();
            if (sum != CanaryPolicy.WholeWeight)
            {
                yield return new Fault(
                    $"{path}.steps[{index}]",
                    $"its weights must sum to {CanaryPolicy.WholeWeight}",
                    $"{string.Join(" + ", canary.Steps[index].Values)} = {sum}",
                    "give what is missing, or take what is too much, from one of them");
            }
        }
    }

    private static IEnumerable<Fault> OfExtensions(ServicePolicy service, string path) =>
        from extension in service.Extensions
        group extension by extension.GetType() into kind
        where kind.Count() > 1
        select new Fault($"{path}.extensions", $"may {kind.First().Ability} in one way", string.Join(" and ", kind), "keep one");

    /// <summary>One kind of mesh, as people call it.</summary>
    public static string WordOf(PolicyTargets target) => target switch
    {
        PolicyTargets.Istio => "Istio",
        PolicyTargets.AppMesh => "App Mesh",
        PolicyTargets.Envoy => "Envoy by itself",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "is not one kind of mesh"),
    };
}
