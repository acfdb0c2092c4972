using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace CrossCloudMesh.Tests.Sdk;

// Resource types in the form in which provider packages are generated, public fields included.
#pragma warning disable CA1051

[ResourceType("test:index/thing:Thing", "1.0.0")]
public sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index/thing:Thing", name, args ?? new ThingArgs(), options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double?> Ratio { get; private set; } = null!;

    [Output("enabled")]
    public Output<bool> Enabled { get; private set; } = null!;

    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("part")]
    public Output<Part?> Part { get; private set; } = null!;

    [Output("parts")]
    public Output<ImmutableArray<Part>> Parts { get; private set; } = null!;

    [Output("word")]
    public Output<Word?> Word { get; private set; } = null!;

    [Output("either")]
    public Output<Union<string, Part>?> Either { get; private set; } = null!;

    [Output("any")]
    public Output<object?> Any { get; private set; } = null!;

    [Output("json")]
    public Output<JsonElement> Json { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, ThingArgs? state = null) => new(name, state, new() { Id = id });
}

public sealed class ThingArgs : ResourceArgs
{
    [Input("names")]
    private InputList<string>? _names;

    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("parts")]
    private InputList<PartArgs>? _parts;

    [Input("secret")]
    private Input<string>? _secret;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }

    public InputList<string> Names
    {
        get => _names ??= [];
        set => _names = value;
    }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }

    public Input<string>? Secret
    {
        get => _secret;
        set => _secret = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(both => both.Item1);
    }

    [Input("word")]
    public Input<Word>? Word { get; set; }

    [Input("either")]
    public InputUnion<string, Word>? Either { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("jsonText", json: true)]
    public Input<PartArgs>? JsonText { get; set; }

    [Input("other")]
    public Input<Resource>? Other { get; set; }
}

public sealed class PartArgs : ResourceArgs
{
    [Input("key", required: true)]
    public Input<string> Key { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("hint")]
    public Input<string>? Hint { get; set; }
}

[OutputType]
public sealed class Part
{
    public readonly string Key;
    public readonly int? Size;

    [OutputConstructor]
    private Part(string key, int? size)
    {
        Key = key;
        Size = size;
    }
}

[EnumType]
public readonly struct Word : IEquatable<Word>
{
    private readonly string _value;

    private Word(string value) => _value = value;

    public static Word Hello { get; } = new("hello");

    public static bool operator ==(Word left, Word right) => left.Equals(right);

    public static bool operator !=(Word left, Word right) => !left.Equals(right);

    public static explicit operator string(Word value) => value._value;

    public override bool Equals(object? obj) => obj is Word other && Equals(other);

    public bool Equals(Word other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}

public sealed class NeedyArgs : ResourceArgs
{
    [Input("must", required: true)]
    public Input<string> Must { get; set; } = null!;
}

public sealed class Needy(string name, NeedyArgs args, CustomResourceOptions? options = null)
    : CustomResource("test:index/needy:Needy", name, args, options);

public sealed class TestProvider(string name, CustomResourceOptions? options = null)
    : ProviderResource("test", name, ResourceArgs.Empty, options);

public sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("infra:tests:Group", name, options)
    {
    }

    [Output("first")]
    public Output<string> First { get; set; } = Output.Create("one");

    [Output]
    public Output<string>? Second { get; set; }

    public void Register() => RegisterOutputs();

    public void Register(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}
