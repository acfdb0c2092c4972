using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>A resource class as the SDK's generator writes them, under any token.</summary>
internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null, string type = "aws:ec2/vpc:Vpc")
        : base(type, name, args ?? new(), options)
    {
    }

    [Output("arn")] public Output<string> Arn { get; private set; } = null!;

    [Output("text")] public Output<string?> Text { get; private set; } = null!;

    [Output("password")] public Output<string> Password { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    private Input<string>? password;

    [Input("list")] private InputList<string>? _list;

    [Input("map")] private InputMap<string>? _map;

    [Input("parts")] private InputList<PartArgs>? _parts;

    [Input("text")] public Input<string>? Text { get; set; }

    [Input("count")] public Input<int>? Count { get; set; }

    [Input("either")] public InputUnion<string, PartArgs>? Either { get; set; }

    [Input("anything")] public Input<object>? Anything { get; set; }

    [Input("document", json: true)] public Input<PartArgs>? Document { get; set; }

    [Input("part")] public Input<PartArgs>? Part { get; set; }

    // As generated for an input that the provider declares secret.
    [Input("password")]
    public Input<string>? Password
    {
        get => password;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            password = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    public InputMap<string> Map
    {
        get => _map ??= [];
        set => _map = value;
    }

    public InputList<PartArgs> Parts
    {
        get => _parts ??= [];
        set => _parts = value;
    }
}

internal sealed class PartArgs : ResourceArgs
{
    [Input("key")] public Input<string>? Key { get; set; }

    [Input("size")] public Input<double>? Size { get; set; }
}

internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, string type = "infra:tests:Group", Action<Group>? fill = null, bool registers = true)
        : base(type, name, options)
    {
        fill?.Invoke(this);
        if (registers)
        {
            RegisterOutputs();
        }
    }
}

[ResourceType("far:index:Away", null)]
internal sealed class Away(string name) : ComponentResource("far:index:Away", name, null, null, remote: true);

internal sealed class CloudProvider(string name, string region = "eu-west-1", string package = "aws")
    : ProviderResource(package, name, new CloudProviderArgs { Region = region }, null);

internal sealed class CloudProviderArgs : ResourceArgs
{
    [Input("region")] public Input<string>? Region { get; set; }
}

/// <summary>A stack whose resources a test writes down.</summary>
internal sealed class AnyStack : Stack
{
    public AnyStack(StackOptions options, Func<string> secret, Action program)
        : base(options)
    {
        program();
        Told = Output.CreateSecret(secret());
        Numbers = Output.Create(ImmutableArray.Create(1, 2));
    }

    [Output("told")] public Output<string> Told { get; private set; }

    [Output("numbers")] public Output<ImmutableArray<int>> Numbers { get; private set; }
}
