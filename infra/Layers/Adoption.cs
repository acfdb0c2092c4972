using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>Gives the resources that the settings name the ids under which their clouds have them already.</summary>
/// <remarks>Providers are nothing that a cloud has, so a name never means one of them.</remarks>
internal sealed class Adoption(ImmutableSortedDictionary<string, PlainText> idByName)
{
    private const string Path = "lifecycle.adopt";

    private readonly SortedDictionary<string, SortedSet<string>> takers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The options of a stack, with this one put before whatever looks at its resources.</summary>
    public StackOptions Before(StackOptions? options) => new()
    {
        ResourceTransformations = [Adopt, .. options?.ResourceTransformations ?? []],
        ResourceTransforms = [.. options?.ResourceTransforms ?? []],
    };

    /// <exception cref="RunException">A name of the settings means no resource of the stack, or several.</exception>
    public void ThrowIfAmiss()
    {
        var faults = Faults().ToList();
        if (faults.Count > 0)
        {
            throw new RunException(string.Join('\n', faults));
        }
    }

    private ResourceTransformationResult? Adopt(ResourceTransformationArgs seen)
    {
        if (seen.Resource is ProviderResource || seen.Options is not CustomResourceOptions options)
        {
            return null;
        }

        var name = seen.Resource.GetResourceName();
        var full = $"{seen.Resource.GetResourceType()}::{name}";
        names.Add(name);
        var key = idByName.ContainsKey(full) ? full : name;
        if (!idByName.TryGetValue(key, out var id))
        {
            return null;
        }

        if (!takers.TryGetValue(key, out var known))
        {
            takers[key] = known = new(StringComparer.Ordinal);
        }

        known.Add(full);
        return new(seen.Args, CustomResourceOptions.Merge(options, new() { ImportId = id.ToString() }));
    }

    private IEnumerable<Fault> Faults()
    {
        foreach (var name in idByName.Keys)
        {
            if (!takers.TryGetValue(name, out var found))
            {
                var near = Wrong.Nearest(name, names);
                yield return new Fault(
                    $"{Path}.{name}",
                    "must be the name of a resource of this stack",
                    name,
                    near is null ? "the preview shows every name with --detail full" : $"did you mean '{near}'?");
            }
            else if (found.Count > 1)
            {
                yield return new Fault($"{Path}.{name}", $"means {found.Count} resources", name, "write one of " + string.Join(", ", found));
            }
        }
    }
}
