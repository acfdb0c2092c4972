using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments: a class whose members carry <see cref="InputAttribute"/>, or a dictionary.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>The arguments, where they do not stand in members.</summary>
    internal virtual ImmutableDictionary<string, object?>? Dictionary => null;

    private protected static ImmutableDictionary<string, object?> Checked(ImmutableDictionary<string, object?> dictionary)
    {
        foreach (var value in dictionary.Values)
        {
            if (value is null)
                continue;
            var type = value.GetType();
            WireReader.Check("dictionary", value is IOutput or IInput && type.IsGenericType ? type.GenericTypeArguments[0] : type);
        }

        return dictionary;
    }
}

/// <summary>Arguments of a resource, or of a part of one.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new None();

    private sealed class None : ResourceArgs;
}

/// <summary>Arguments of a provider's function.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new None();

    private sealed class None : InvokeArgs;
}

/// <summary>Arguments of a resource's method.</summary>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new None();

    private sealed class None : CallArgs;
}

/// <summary>Resource arguments by their names on the wire.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override ImmutableDictionary<string, object?> Dictionary { get; } = Checked(dictionary);
}

/// <summary>Function arguments by their names on the wire.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override ImmutableDictionary<string, object?> Dictionary { get; } = Checked(dictionary);
}
