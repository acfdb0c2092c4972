using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Proves of a plan that sites reach one another both ways, at every port they must, whatever fails; or shows what breaks them.</summary>
public static class NetworkProof
{
    /// <summary>One thing failing, and any two that are independent.</summary>
    public const int DefaultDepth = 2;

    /// <param name="plan">The plan.</param>
    /// <param name="depth">How many things fail at once, 0 to 2.</param>
    /// <returns>Null where nothing joins any sites and nobody demands it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The depth is another.</exception>
    public static NetworkReport? Of(PlanDocument plan, int depth = DefaultDepth) => Of(plan.Resources, plan.Outputs, depth);

    /// <inheritdoc cref="Of(PlanDocument, int)"/>
    /// <param name="resources">What the plan makes.</param>
    /// <param name="outputs">What its stack hands out, where it says what it demands of its links.</param>
    /// <param name="depth">How many things fail at once, 0 to 2.</param>
    public static NetworkReport? Of(IReadOnlyList<PlannedResource> resources, SortedMap<PlanValue> outputs, int depth = DefaultDepth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, DefaultDepth);
        var plan = new PlanIndex(resources);
        var (model, calls) = (plan.Network, GatewayCall.Of(plan));
        var inAppMesh = plan.Of(Types.AppMesh).Select(mesh => GatewayCall.NetworkOf(plan, mesh)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var demands = Demands.Of(model, outputs).Select(demand => demand with
        {
            Ports = inAppMesh.Contains(demand.One.Urn) || inAppMesh.Contains(demand.Other.Urn) ? PortClass.WithoutIstio : PortClass.All,
            Calls = [.. calls.Where(call => call.IsAt(demand.One) || call.IsAt(demand.Other))],
        }).ToList();
        return demands.Count == 0 ? null : Of(model, demands, depth);
    }

    internal static NetworkReport Of(NetworkModel model, IReadOnlyList<Demand> demands, int depth)
    {
        var failures = FailureDomains.Of(model);
        var (live, verdicts) = (new LiveConduits(model.Conduits), new List<PairVerdict>());
        foreach (var demand in demands)
        {
            verdicts.Add(new PairSearch(demand, model, live, failures).Verdict(depth));
        }

        verdicts.Sort((a, b) => string.CompareOrdinal(a.From + "/" + a.To, b.From + "/" + b.To));
        var (tried, left) = Count(failures, depth);
        return new(depth, failures.Count, tried, left, Sequence.Create<PairVerdict>([.. verdicts]));
    }

    /// <summary>Sets that touch no conduit of a pair change nothing for it, so they are counted and not tried one by one.</summary>
    private static (long Tried, long NotIndependent) Count(List<Failure> failures, int depth)
    {
        long all = failures.Count;
        var dependent = failures.GroupBy(failure => failure.Redundancy, StringComparer.Ordinal).Sum(group => Pairs(group.LongCount()));
        return depth switch
        {
            0 => (1, 0),
            1 => (1 + all, 0),
            _ => (1 + all + Pairs(all) - dependent, dependent),
        };

        static long Pairs(long count) => count * (count - 1) / 2;
    }
}
