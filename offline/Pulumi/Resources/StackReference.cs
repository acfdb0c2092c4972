using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <remarks>Without <see cref="StackReferenceArgs.Name"/> the resource's name is the other stack's.</remarks>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new() { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The named output, or null; secret only if that output itself is.</summary>
    public Output<object?> GetOutput(Input<string> name) =>
        OwnSecrecy(name, Output.Tuple(name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(both => both.Item2.GetValueOrDefault(both.Item1)));

    /// <summary>The named output; fails where there is none.</summary>
    public Output<object> RequireOutput(Input<string> name) =>
        OwnSecrecy(name, Output.Tuple(name, (Input<string>)Name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(all => all.Item3.TryGetValue(all.Item1, out var value)
                ? value
                : throw new KeyNotFoundException($"Required output '{all.Item1}' does not exist on stack '{all.Item2}'.")));

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).DataAsync();
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name) => Plain(await GetOutput(name).DataAsync(), "GetOutput");

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object> RequireValueAsync(Input<string> name) => Plain(await RequireOutput(name).DataAsync(), "RequireOutput");

    private static T Plain<T>(OutputData<T> data, string instead) => data.IsSecret
        ? throw new InvalidOperationException(
            $"Cannot call '{instead}ValueAsync' if the referenced stack has secret outputs. Use '{instead}' instead.")
        : data.Value;

    private Output<T> OwnSecrecy<T>(Input<string> name, Output<T> value)
    {
        return new(AdjustAsync());

        async Task<OutputData<T>> AdjustAsync()
        {
            var data = await value.DataAsync();
            var asked = await name.ToOutput().DataAsync();
            var secrets = await SecretOutputNames.DataAsync();
            var isSecret = asked.IsKnown && secrets.IsKnown
                ? !secrets.Value.IsDefault && secrets.Value.Contains(asked.Value)
                : (await Outputs.DataAsync()).IsSecret;
            return new(data.Resources, data.Value, data.IsKnown, isSecret);
        }
    }
}

public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>An output of another stack; one of the two is set, if the output is there.</summary>
public sealed class StackReferenceOutputDetails
{
    public object? Value { get; set; }
    public object? SecretValue { get; set; }
}
