using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and joins outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(new OutputData<T>(default, value, isKnown: true, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.From(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Map(data => new OutputData<T>(data.Resources, data.Value, data.IsKnown, isSecret: true));
    }

    /// <summary>A copy that is not secret; the original stays as it is.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) =>
        output.Map(data => new OutputData<T>(data.Resources, data.Value, data.IsKnown, isSecret: false));

    public static Task<bool> IsSecretAsync<T>(Output<T> output) => IsSecretAsync((IOutput)output);

    // Asked of outputs of any type, so that the runtime makes one state machine, and not one for each type.
    private static async Task<bool> IsSecretAsync(IOutput output) => (await output.DataAsync()).IsSecret;

    /// <summary>All values in one; unknown if one is unknown, secret if one is secret.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => Output<T>.All([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Output<T>.All([.. inputs]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        var inputs = ImmutableArray.CreateBuilder<Input<T>>();
        foreach (var output in outputs)
            inputs.Add(output);
        return Output<T>.All(inputs.ToImmutable());
    }

    /// <summary>Formats with the values of the inputs and outputs in the holes, free of culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        var holes = new Input<object?>[arguments.Length];
        for (var i = 0; i < holes.Length; i++)
            holes[i] = Untyped(arguments[i]);
        return All(holes).Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values]));
    }

    internal static Output<object?> Untyped(object? value)
    {
        var output = value is IInput input ? input.Output : value as IOutput;
        if (output is null)
            return Create(value);
        return output.TryGetData(out var found) ? new(found) : new(output.DataAsync());
    }

    /// <summary>The data of an output of any type.</summary>
    internal static async Task<OutputData<object?>> DataAsync(this IOutput output)
    {
        if (output.TryGetData(out var found))
            return found;
        await output.Completion;
        return output.TryGetData(out found) ? found : throw new InvalidOperationException("An output ended without a value.");
    }
}
