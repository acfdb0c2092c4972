using System.Collections;
using System.Reflection;
using System.Text.Json;
using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>What the wire form of a resource's inputs does not tell: what is secret or unknown, and from which resources it comes.</summary>
internal sealed class InputFacts
{
    private static readonly Dictionary<string, PropertyFacts> None = [];

    private InputFacts(Dictionary<string, PropertyFacts> properties) => Properties = properties;

    /// <summary>By wire name; a property of which there is nothing to tell is left out.</summary>
    public IReadOnlyDictionary<string, PropertyFacts> Properties { get; }

    /// <exception cref="NotSupportedException">The arguments are of a kind that hides what it holds.</exception>
    public static InputFacts Of(ResourceArgs args)
    {
        if (args is DictionaryResourceArgs)
        {
            throw new NotSupportedException("DictionaryResourceArgs hide their secrets from the preview; declare a class of arguments with [Input] members");
        }

        var found = None;
        foreach (var member in ArgsShape.Of(args.GetType()).Members)
        {
            if (member.ValueOf(args) is not { } value)
            {
                continue;
            }

            var dependencies = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
            var mask = Walk(value, dependencies);
            if (mask is not null || dependencies.Count > 0)
            {
                found = ReferenceEquals(found, None) ? new(StringComparer.Ordinal) : found;
                found[member.Name] = new(member.IsJson && mask is not null ? mask.Whole() : mask, dependencies);
            }
        }

        return new(found);
    }

    private static Mask? Walk(object? value, HashSet<Resource> dependencies)
    {
        switch (value)
        {
            case null or string or bool or double or int or JsonElement or AssetOrArchive:
                return null;
            case InputArgs args:
                return Members(args, dependencies);
            case Resource resource:
                dependencies.Add(resource);
                return null;
        }

        var type = value.GetType();
        if (OutputReader.For(type) is { } reader)
        {
            var reading = reader.Read(value);
            dependencies.UnionWith(reading.Dependencies);
            var inside = Walk(reading.Value, dependencies);
            return reading switch
            {
                { IsKnown: false } => Mask.Unknown,
                { IsSecret: true } => Mask.Secret,
                _ => inside,
            };
        }

        return value switch
        {
            IDictionary map => Entries(map, dependencies),
            IList list => Items(list, dependencies),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Union<,>) =>
                Walk(type.GetProperty("Value", BindingFlags.Instance | BindingFlags.Public)!.GetValue(value), dependencies),
            _ => null,
        };
    }

    private static Mask? Members(InputArgs args, HashSet<Resource> dependencies)
    {
        Mask? mask = null;
        foreach (var member in ArgsShape.Of(args.GetType()).Members)
        {
            if (member.ValueOf(args) is { } value && Walk(value, dependencies) is { } inside)
            {
                (mask ??= new()).Add(member.Name, member.IsJson ? inside.Whole() : inside);
            }
        }

        return mask;
    }

    private static Mask? Entries(IDictionary map, HashSet<Resource> dependencies)
    {
        Mask? mask = null;
        foreach (DictionaryEntry entry in map)
        {
            if (Walk(entry.Value, dependencies) is { } inside)
            {
                (mask ??= new()).Add((string)entry.Key, inside);
            }
        }

        return mask;
    }

    private static Mask? Items(IList list, HashSet<Resource> dependencies)
    {
        // An array that was never made has no length to ask for.
        if (list.GetType() is { IsValueType: true } type && list.Equals(Activator.CreateInstance(type)))
        {
            return null;
        }

        Mask? mask = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (Walk(list[i], dependencies) is { } inside)
            {
                (mask ??= new()).Add(i.ToString(), inside);
            }
        }

        return mask;
    }
}

/// <summary>What is known of one input.</summary>
/// <param name="Mask">What of it is secret or unknown; null where nothing is.</param>
/// <param name="Dependencies">The resources that it comes from, components not yet expanded.</param>
internal sealed record PropertyFacts(Mask? Mask, HashSet<Resource> Dependencies);

/// <summary>Marks the places of a value that are secret or unknown; of everything below a marked place nothing is said.</summary>
internal sealed class Mask
{
    public static readonly Mask Secret = new();
    public static readonly Mask Unknown = new();

    private readonly Dictionary<string, Mask> inside = new(StringComparer.Ordinal);

    /// <summary>The mask of a member, or of the item with that index.</summary>
    public Mask? this[string key] => inside.GetValueOrDefault(key);

    public void Add(string key, Mask mask) => inside[key] = mask;

    /// <summary>The mask for the same value when it is sent as one text.</summary>
    public Mask Whole() => HoldsUnknown() ? Unknown : Secret;

    public bool HoldsUnknown()
    {
        if (ReferenceEquals(this, Unknown))
        {
            return true;
        }

        foreach (var mask in inside.Values)
        {
            if (mask.HoldsUnknown())
            {
                return true;
            }
        }

        return false;
    }
}
