using CrossCloudMesh.Plan;
using Pulumi;
using Pulumi.Utilities;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Resolves what the SDK would resolve only when it talks to an engine: providers, waits and aliases.</summary>
internal sealed class OptionResolver(Recorder run, UrnScheme urns)
{
    private readonly Dictionary<Record, IReadOnlyList<string>> aliases = [];

    public PlannedOptions Options(Record record)
    {
        var (given, custom) = (record.Options, record.Options as CustomResourceOptions);
        return new()
        {
            Protect = record.Protect == true,
            RetainOnDelete = given.RetainOnDelete == true,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            DeletedWith = run.Find(given.DeletedWith)?.Urn,
            IgnoreChanges = Sequence.Sorted(given.IgnoreChanges),
            ReplaceOnChanges = Sequence.Sorted(given.ReplaceOnChanges),
            AdditionalSecretOutputs = custom is null ? Sequence<string>.Empty : Sequence.Sorted(custom.AdditionalSecretOutputs),
            Aliases = Sequence.Sorted(Aliases(record)),
            CustomTimeouts = given.CustomTimeouts is { } timeouts
                ? new(timeouts.Create?.TotalSeconds, timeouts.Update?.TotalSeconds, timeouts.Delete?.TotalSeconds)
                : null,
            Version = given.Version,
            ImportId = custom?.ImportId,
            // Generated classes pass an empty id for what is to be made.
            ReadId = Text(given.Id) is { Length: > 0 } id ? id : null,
        };
    }

    /// <summary>What a resource was told to wait for.</summary>
    public Sequence<string> DependsOn(Record record)
    {
        var resources = Now(OutputUtilities.GetValueAsync(record.Options.DependsOn.ToOutput()));
        return resources.IsDefaultOrEmpty ? Sequence<string>.Empty : Expand(resources, record);
    }

    /// <summary>
    /// The URNs behind some resources: a component stands for the custom resources below it, down to the first custom one
    /// on each branch, since a component itself is never waited for.
    /// </summary>
    public Sequence<string> Expand(IEnumerable<Resource> resources, Record waiting)
    {
        var found = new HashSet<Record>();
        foreach (var resource in resources)
        {
            Add(run.Find(resource));
        }

        found.Remove(waiting);
        var waited = new List<string>();
        foreach (var record in found)
        {
            if (record.IsCustom)
            {
                waited.Add(record.Urn);
            }
        }

        return Sequence.Sorted(waited);

        void Add(Record? record)
        {
            if (record is null || !found.Add(record) || record.IsCustom)
            {
                return;
            }

            foreach (var child in record.Children)
            {
                Add(child);
            }
        }
    }

    /// <summary>The other URNs of a resource: its own aliases, and what follows from each alias of its parent.</summary>
    private IReadOnlyList<string> Aliases(Record record)
    {
        if (aliases.TryGetValue(record, out var known))
        {
            return known;
        }

        var found = new List<string>();
        foreach (var alias in record.Options.Aliases)
        {
            found.Add(Collapse(Now(OutputUtilities.GetValueAsync(alias.ToOutput())), record));
        }

        if (record.Parent is { } parent)
        {
            var (name, type, own) = (record.Resource.GetResourceName(), record.Resource.GetResourceType(), found.Count);
            foreach (var parentAlias in Aliases(parent))
            {
                found.Add(Inherited(name, type, parent, parentAlias));
                for (var i = 0; i < own; i++)
                {
                    found.Add(Inherited(UrnScheme.NameOf(found[i]), UrnScheme.TypeOf(found[i]), parent, parentAlias));
                }
            }
        }

        return aliases[record] = found;
    }

    /// <summary>A child whose name begins with its parent's follows when that name changes.</summary>
    private string Inherited(string name, string type, Record parent, string parentAlias)
    {
        var parentName = parent.Resource.GetResourceName();
        var followed = name.StartsWith(parentName, StringComparison.Ordinal)
            ? UrnScheme.NameOf(parentAlias) + name[parentName.Length..]
            : name;
        return urns.Of(parentAlias, type, followed);
    }

    private string Collapse(Alias alias, Record record)
    {
        if (alias.Urn is { } whole)
        {
            return whole;
        }

        var parent = alias.NoParent ? null
            : alias.Parent is { } named ? run.Find(named)?.Urn
            : alias.ParentUrn is { } urn ? Text(urn)
            : record.Parent?.Urn;
        return urns.In(Text(alias.Stack), Text(alias.Project)).Of(
            parent, Text(alias.Type) ?? record.Resource.GetResourceType(), Text(alias.Name) ?? record.Resource.GetResourceName());
    }

    private static string? Text(Input<string>? input) => input is null ? null : Now(OutputUtilities.GetValueAsync(input.ToOutput()));

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
