using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>What is inside an output.</summary>
/// <remarks>The value is null where it is unknown, and where its type can hold no further outputs.</remarks>
internal readonly record struct Reading(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Dependencies);

/// <summary>Opens inputs and outputs of any type by the SDK's public helpers.</summary>
internal abstract class OutputReader
{
    private static readonly ConcurrentDictionary<Type, OutputReader?> ByType = new();

    /// <summary>The reader for a value of that type, or null where it is neither an input nor an output.</summary>
    public static OutputReader? For(Type type) => ByType.GetOrAdd(type, Make);

    public abstract Reading Read(object source);

    private static OutputReader? Make(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() is var open && (open == typeof(Input<>) || open == typeof(Output<>)))
            {
                return (OutputReader)Activator.CreateInstance(typeof(OutputReader<>).MakeGenericType(t.GenericTypeArguments))!;
            }
        }

        return null;
    }
}

internal sealed class OutputReader<T> : OutputReader
{
    private static readonly bool CanHoldMore = Holders.CanHold(typeof(T));

    public override Reading Read(object source)
    {
        var output = source as Output<T> ?? ((Input<T>)source).ToOutput();
        var known = Now(OutputUtilities.GetIsKnownAsync(output));
        return new(
            known && CanHoldMore ? Now(OutputUtilities.GetValueAsync(output)) : null,
            known,
            Now(Output.IsSecretAsync(output)),
            Now(OutputUtilities.GetDependenciesAsync(output)));
    }

    // Whoever asks has seen the engine receive the value, so there is nothing left to wait for but a continuation.
    private static TResult Now<TResult>(Task<TResult> task) => task.GetAwaiter().GetResult();
}

/// <summary>Knows of which types a value may have outputs, arguments or resources inside.</summary>
internal static class Holders
{
    public static bool CanHold(Type type)
    {
        if (type == typeof(object) || typeof(InputArgs).IsAssignableFrom(type) || typeof(Resource).IsAssignableFrom(type))
        {
            return true;
        }

        if (!type.IsGenericType)
        {
            return false;
        }

        var open = type.GetGenericTypeDefinition();
        return open == typeof(Input<>) || open == typeof(Output<>) || open == typeof(InputList<>) || open == typeof(InputMap<>)
            || open == typeof(InputUnion<,>) || Array.Exists(type.GenericTypeArguments, CanHold);
    }
}
