using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Which conduits are there while something has failed.</summary>
internal sealed class LiveConduits
{
    private readonly int[] failures;
    private readonly Dictionary<HubAttachment, List<Conduit>> byAttachment = [];
    private readonly Dictionary<GoogleNetwork, List<Conduit>> byNetwork = [];

    public LiveConduits(IReadOnlyList<Conduit> conduits)
    {
        failures = new int[conduits.Count];
        foreach (var conduit in conduits.Where(conduit => conduit.ComesUp))
        {
            Add(byAttachment, conduit.At, conduit);
            if (conduit is PeeringConduit { Near.Other: var far })
            {
                Add(byAttachment, far, conduit);
            }

            if (conduit.Network is { } network)
            {
                Add(byNetwork, network, conduit);
            }
        }
    }

    public bool IsLive(Conduit conduit) => failures[conduit.Index] == 0;

    /// <summary>The conduits of an attachment that would come up, whether they are there or not.</summary>
    public IReadOnlyList<Conduit> Of(HubAttachment attachment) => byAttachment.GetValueOrDefault(attachment, []);

    /// <inheritdoc cref="Of(HubAttachment)"/>
    public IReadOnlyList<Conduit> Of(GoogleNetwork network) => byNetwork.GetValueOrDefault(network, []);

    public void Fail(IReadOnlyList<Conduit> conduits) => Count(conduits, 1);

    public void Mend(IReadOnlyList<Conduit> conduits) => Count(conduits, -1);

    private void Count(IReadOnlyList<Conduit> conduits, int change)
    {
        foreach (var conduit in conduits)
        {
            failures[conduit.Index] += change;
        }
    }

    private static void Add<T>(Dictionary<T, List<Conduit>> lists, T key, Conduit conduit)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(conduit);
    }
}
