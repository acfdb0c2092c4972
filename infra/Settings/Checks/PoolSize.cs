using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The fewest nodes of a pool are not more than the most.</summary>
internal static class PoolSize
{
    /// <param name="path">The pool's path.</param>
    /// <param name="least">The key of the fewest, and their number.</param>
    /// <param name="most">The key of the most, and their number.</param>
    public static IEnumerable<Fault> Check(string path, (string Key, int Nodes) least, (string Key, int Nodes) most) => least.Nodes <= most.Nodes
        ? []
        : [new Fault($"{path}.{least.Key}", $"must not be above {most.Key}, which is {most.Nodes}", least.Nodes.ToString())];
}
