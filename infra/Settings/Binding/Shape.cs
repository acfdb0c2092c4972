using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>How one type of value stands in a stack file: how it is read, and how it is described to people and to editors.</summary>
internal abstract class Shape
{
    private static readonly Dictionary<Type, Shape> Known = [];

    /// <summary>What a value must be, to follow "must be".</summary>
    public abstract string Form(Limits limits);

    /// <summary>The same for an editor, as JSON Schema of draft 7.</summary>
    public abstract JsonObject Schema(Limits limits);

    /// <summary>The value; null where it is wrong, and then at least one fault was added.</summary>
    public object? Read(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return ReadPresent(json, path, limits, faults);
        }

        faults.Add(new Fault(path, "must be " + Form(limits), "nothing", "give it a value, or remove the key"));
        return null;
    }

    protected abstract object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults);

    /// <exception cref="NotSupportedException">No setting may have that type.</exception>
    public static Shape Of(Type type)
    {
        lock (Known)
        {
            return Known.TryGetValue(type, out var shape) ? shape : Known[type] = Make(type);
        }
    }

    private static Shape Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
        {
            return new TruthShape();
        }

        if (type == typeof(int))
        {
            return new NumberShape();
        }

        if (type.IsEnum)
        {
            return new WordShape(type);
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var open = definition == typeof(ImmutableArray<>) ? typeof(ListShape<>)
                : definition == typeof(ImmutableSortedDictionary<,>) ? typeof(MapShape<>)
                : throw new NotSupportedException($"no shape for {type}");
            return Closed(open, type.GetGenericArguments()[^1]);
        }

        if (type.IsValueType)
        {
            var isNumber = Array.Exists(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(INumberValue<>));
            return Closed(isNumber ? typeof(NumberValueShape<>) : typeof(TextShape<>), type);
        }

        return type.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is { TypeDiscriminatorPropertyName: { } key }
            ? new VariantShape(type, key)
            : new RecordShape(type);
    }

    private static Shape Closed(Type open, Type argument) => (Shape)Activator.CreateInstance(open.MakeGenericType(argument))!;
}
