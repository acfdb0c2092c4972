using CrossCloudMesh.Links;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Cables of one's own lie where the promise wants them, a partner's lines are two, and the sessions over either have places of their own.</summary>
internal static class Cables
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var slots = new Dictionary<int, string>();
        foreach (var (path, link) in settings.Links.SelectMany(link => LinkPlan.Paths(link.Key, link.Value)))
        {
            if (link is CrossCloudInterconnectSettings cables)
            {
                foreach (var fault in DedicatedChecks.Layout($"{path}.metros", cables.Topology, CablePlan.Metros(cables)))
                {
                    yield return fault;
                }
            }

            if (link is PartnerInterconnectSettings { First.ConnectionId: var first, Second.ConnectionId: var second } && first == second)
            {
                yield return new Fault(
                    $"{path}.second.connectionId", "must be a connection of its own, or one that fails takes both", second.ToString(), "order a second one");
            }

            if (LinkPlan.SlotOf(link) is { } slot && !slots.TryAdd(slot, path))
            {
                yield return new Fault(
                    $"{path}.slot", $"must be a place of its own, and {slots[slot]}.slot is the same", slot.ToString(), $"choose another from 0 to {AttachmentPlan.Links - 1}");
            }
        }
    }
}
