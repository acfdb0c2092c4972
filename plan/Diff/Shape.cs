using System.Collections.Concurrent;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>Which lists below a place are sets, whose order means nothing.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<string, Shape> ByType = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Shape> members = new(StringComparer.Ordinal);
    private Shape? any;

    private Shape()
    {
    }

    /// <summary>Nothing is known: the order of every list counts.</summary>
    public static Shape Plain { get; } = new();

    /// <summary>An IAM policy: statements, actions, resources, principals and the values of conditions are sets.</summary>
    public static Shape Policy { get; } = OfPaths(
    [
        "Statement",
        "Statement.*.Action",
        "Statement.*.NotAction",
        "Statement.*.Resource",
        "Statement.*.NotResource",
        "Statement.*.Principal.*",
        "Statement.*.NotPrincipal.*",
        "Statement.*.Condition.*.*",
    ]);

    /// <summary>The list at this place is a set.</summary>
    public bool IsSet { get; private set; }

    /// <summary>The shape of an item of the list at this place.</summary>
    public Shape Item => any ?? Plain;

    /// <summary>The inputs of a type of resource.</summary>
    public static Shape Of(string type) =>
        ByType.GetOrAdd(type, static t => ReplaceFacts.Of(t) is { Sets.Length: > 0 } fact ? OfPaths(fact.Sets) : Plain);

    /// <summary>The shape of a member of the object at this place.</summary>
    public Shape Member(string key) => members.TryGetValue(key, out var shape) ? shape : any ?? Plain;

    private static Shape OfPaths(IEnumerable<string> sets)
    {
        var root = new Shape();
        foreach (var path in sets)
        {
            var at = root;
            foreach (var word in path.Split('.'))
            {
                at = word == "*" ? at.any ??= new() : at.members.TryGetValue(word, out var below) ? below : at.members[word] = new();
            }

            at.IsSet = true;
        }

        return root;
    }
}
