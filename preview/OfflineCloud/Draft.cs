using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>A resource that the offline cloud is making: what it was given, and what it hands out.</summary>
/// <remarks>Values are in wire form: text, double, bool, <c>ImmutableArray&lt;object&gt;</c>, <c>ImmutableDictionary&lt;string, object&gt;</c>.</remarks>
public sealed class Draft
{
    internal Draft(string urn, string type, string name, ImmutableDictionary<string, object> inputs, Scope scope)
    {
        (Urn, Type, Name, Inputs, Scope) = (urn, type, name, inputs, scope);
        Id = $"{name}-{Digest.Hex(urn, 7)}";
        Outputs = new(inputs, StringComparer.Ordinal);
    }

    public string Urn { get; }

    public string Type { get; }

    /// <summary>The logical name.</summary>
    public string Name { get; }

    public ImmutableDictionary<string, object> Inputs { get; }

    public Scope Scope { get; }

    /// <summary>The cloud's id; until a maker says otherwise, the logical name and seven digits.</summary>
    public string Id { get; set; }

    /// <summary>What the resource hands out; begins as a copy of the inputs.</summary>
    public Dictionary<string, object> Outputs { get; }

    /// <summary>Which outputs are secret.</summary>
    public HashSet<string> SecretOutputs { get; } = new(StringComparer.Ordinal);

    public object this[string output]
    {
        set => Outputs[output] = value;
    }

    /// <summary>An input that is text; null where it is missing, or something else.</summary>
    public string? Text(string input) => Inputs.GetValueOrDefault(input) as string;

    /// <summary>The cloud's name: the one that is asked for, or else the logical name and seven digits, as Pulumi's autonaming makes it.</summary>
    public string PhysicalName(string input = "name")
    {
        if (Text(input) is { } asked)
        {
            return asked;
        }

        var made = Text(input + "Prefix") is { } prefix ? prefix + Digest.Digits(Urn, 26) : $"{Name}-{Digest.Hex(Urn, 7)}";
        this[input] = made;
        return made;
    }

    /// <summary>An input that is an object, with members added or replaced.</summary>
    public ImmutableDictionary<string, object> With(string input, params ReadOnlySpan<(string Key, object Value)> members)
    {
        var result = Inputs.GetValueOrDefault(input) as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;
        foreach (var (key, value) in members)
        {
            result = result.SetItem(key, value);
        }

        return result;
    }

    internal static ImmutableArray<object> List(params ReadOnlySpan<object> items) => [.. items];

    internal static ImmutableDictionary<string, object> Map(params ReadOnlySpan<(string Key, object Value)> members)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (key, value) in members)
        {
            result[key] = value;
        }

        return result.ToImmutable();
    }
}
