using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Which tunnels are there while something has failed.</summary>
internal sealed class LiveTunnels
{
    private readonly int[] failures;
    private readonly Dictionary<VpnConnection, List<Tunnel>> byConnection = [];
    private readonly Dictionary<GoogleNetwork, List<Tunnel>> byNetwork = [];

    public LiveTunnels(IReadOnlyList<Conduit> conduits)
    {
        failures = new int[conduits.Count];
        foreach (var tunnel in conduits.OfType<Tunnel>().Where(tunnel => tunnel.ComesUp))
        {
            Add(byConnection, tunnel.Aws.Connection, tunnel);
            Add(byNetwork, tunnel.Google.Router!.Network, tunnel);
        }
    }

    public bool IsLive(Tunnel tunnel) => failures[tunnel.Index] == 0;

    /// <summary>The tunnels of a connection that would come up, whether they are there or not.</summary>
    public IReadOnlyList<Tunnel> Of(VpnConnection connection) => byConnection.GetValueOrDefault(connection, []);

    /// <inheritdoc cref="Of(VpnConnection)"/>
    public IReadOnlyList<Tunnel> Of(GoogleNetwork network) => byNetwork.GetValueOrDefault(network, []);

    public void Fail(Failure failure) => Count(failure, 1);

    public void Mend(Failure failure) => Count(failure, -1);

    private void Count(Failure failure, int change)
    {
        foreach (var tunnel in failure.Tunnels)
        {
            failures[tunnel.Index] += change;
        }
    }

    private static void Add<T>(Dictionary<T, List<Tunnel>> lists, T key, Tunnel tunnel)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(tunnel);
    }
}
