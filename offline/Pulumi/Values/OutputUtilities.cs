using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>What tools may ask of an output that programs should not.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputData<T>(default, value, isKnown: false, isSecret: false));

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => CreateUnknown(default(T)!).Apply(_ => valueFactory());

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.Map(data => new OutputData<T>(data.Resources.Union(new(resource)), data.Value, data.IsKnown, data.IsSecret));
    }

    public static Task<bool> GetIsKnownAsync<T>(Output<T> output) => GetIsKnownAsync((IOutput)output);

    /// <summary>The value, or the type's default where it is unknown.</summary>
    public static Task<T> GetValueAsync<T>(Output<T> output) => output.GetValueAsync(whenUnknown: default!);

    public static Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) => GetDependenciesAsync((IOutput)output);

    // Asked of outputs of any type, so that the runtime makes one state machine, and not one for each type.
    private static async Task<bool> GetIsKnownAsync(IOutput output) => (await output.DataAsync()).IsKnown;

    private static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync(IOutput output) =>
        (await output.DataAsync()).Resources.ToImmutable();
}
