using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns wire values into one type that outputs may have.</summary>
internal abstract class WireReader
{
    private static readonly ConcurrentDictionary<Type, WireReader> Known = new()
    {
        [typeof(string)] = new Same<string>(),
        [typeof(bool)] = new Same<bool>(),
        [typeof(double)] = new Same<double>(),
        [typeof(object)] = new Same<object>(),
        [typeof(Asset)] = new Same<Asset>(),
        [typeof(Archive)] = new Same<Archive>(),
        [typeof(AssetOrArchive)] = new Same<AssetOrArchive>(),
        [typeof(ImmutableDictionary<string, object>)] = new Same<ImmutableDictionary<string, object>>(),
        [typeof(int)] = new Whole(),
        [typeof(JsonElement)] = new Json(),
    };

    /// <summary>Reads a value; false where the wire holds another type.</summary>
    public bool TryRead(object? wire, out object? value)
    {
        value = null;
        return wire is null || TryReadValue(wire, out value);
    }

    /// <summary>The value, or null, which stands for the type's default, where the wire holds another type.</summary>
    public object? Read(object? wire) => TryRead(wire, out var value) ? value : null;

    protected abstract bool TryReadValue(object wire, out object? value);

    /// <exception cref="InvalidOperationException">The type is none that an output may have.</exception>
    public static WireReader For(Type type) => Known.GetOrAdd(type, static type => Make(type) ?? throw new InvalidOperationException(
        $"Invalid type {type.FullName}. Allowed types are: String, Boolean, Int32, Double, Nullable<...>, ImmutableArray<...> and "
        + "ImmutableDictionary<string, ...> or a class explicitly marked with the [OutputTypeAttribute]."));

    public static void Check(string context, Type type)
    {
        try
        {
            For(type);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"{context}: {exception.Message}", exception);
        }
    }

    private static WireReader? Make(Type type)
    {
        if (typeof(Resource).IsAssignableFrom(type))
            return new Same<Resource>();
        if (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int))
            return new Number(type);
        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
            return new Word(type);
        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
            return new Composite(type);
        if (!type.IsConstructedGenericType)
            return null;

        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GenericTypeArguments;
        if (definition == typeof(Nullable<>))
            return For(arguments[0]);
        if (definition == typeof(ImmutableArray<>))
            return Of(typeof(List<>), arguments);
        if (definition == typeof(ImmutableDictionary<,>) && arguments[0] == typeof(string))
            return Of(typeof(Map<>), [arguments[1]]);
        return definition == typeof(Union<,>) ? Of(typeof(OneOf<,>), arguments) : null;

        static WireReader Of(Type reader, Type[] arguments) => (WireReader)Activator.CreateInstance(reader.MakeGenericType(arguments))!;
    }

    private sealed class Same<T> : WireReader
    {
        protected override bool TryReadValue(object wire, out object? value)
        {
            value = wire is T ? wire : null;
            return value is not null;
        }
    }

    private sealed class Whole : WireReader
    {
        protected override bool TryReadValue(object wire, out object? value)
        {
            value = wire is double number ? (int)number : null;
            return value is not null;
        }
    }

    private sealed class Number(Type type) : WireReader
    {
        protected override bool TryReadValue(object wire, out object? value)
        {
            value = wire is double number ? Enum.ToObject(type, (int)number) : null;
            return value is not null;
        }
    }

    private sealed class Json : WireReader
    {
        protected override bool TryReadValue(object wire, out object? value)
        {
            try
            {
                value = JsonDocument.Parse(WireJson.Format(wire)).RootElement;
                return true;
            }
            catch (NotWritableException)
            {
                value = null;
                return false;
            }
        }
    }

    private sealed class Word(Type type) : WireReader
    {
        protected override bool TryReadValue(object wire, out object? value)
        {
            var constructor = wire is string or double
                ? type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [wire.GetType()])
                : null;
            value = constructor?.Invoke([wire]);
            return value is not null;
        }
    }

    private sealed class List<T> : WireReader
    {
        private readonly Lazy<WireReader> item = new(() => For(typeof(T)));

        protected override bool TryReadValue(object wire, out object? value)
        {
            value = null;
            if (wire is not ImmutableArray<object?> list)
                return false;
            if (typeof(T) == typeof(object))
            {
                value = wire;
                return true;
            }

            var items = ImmutableArray.CreateBuilder<T>(list.Length);
            foreach (var element in list)
                items.Add(item.Value.Read(element) is T read ? read : default!);
            value = items.MoveToImmutable();
            return true;
        }
    }

    private sealed class Map<T> : WireReader
    {
        private readonly Lazy<WireReader> item = new(() => For(typeof(T)));

        protected override bool TryReadValue(object wire, out object? value)
        {
            value = null;
            if (wire is not ImmutableDictionary<string, object?> map)
                return false;

            var items = ImmutableDictionary.CreateBuilder<string, T>();
            foreach (var (key, element) in map)
                items.Add(key, item.Value.Read(element) is T read ? read : default!);
            value = items.ToImmutable();
            return true;
        }
    }

    private sealed class OneOf<T0, T1> : WireReader
    {
        private readonly Lazy<WireReader> first = new(() => For(typeof(T0)));
        private readonly Lazy<WireReader> second = new(() => For(typeof(T1)));

        protected override bool TryReadValue(object wire, out object? value)
        {
            if (first.Value.TryRead(wire, out value))
                value = Union<T0, T1>.FromT0((T0)value!);
            else if (second.Value.TryRead(wire, out value))
                value = Union<T0, T1>.FromT1((T1)value!);
            return value is not null;
        }
    }

    private sealed class Composite(Type type) : WireReader
    {
        private readonly Lazy<(ConstructorInfo Constructor, (string Name, WireReader Reader)[] Parameters)> made = new(() => Inspect(type));

        protected override bool TryReadValue(object wire, out object? value)
        {
            value = null;
            if (wire is not ImmutableDictionary<string, object?> map)
                return false;

            var (constructor, parameters) = made.Value;
            var arguments = new object?[parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                if (map.TryGetValue(parameters[i].Name, out var argument))
                    arguments[i] = parameters[i].Reader.Read(argument);
            }

            value = constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return true;
        }

        private static (ConstructorInfo Constructor, (string Name, WireReader Reader)[] Parameters) Inspect(Type type)
        {
            ConstructorInfo? found = null;
            var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            foreach (var constructor in constructors)
            {
                if (constructor.IsDefined(typeof(OutputConstructorAttribute)))
                    found = constructor;
            }

            if (found is null && constructors is [{ IsPublic: true } only])
                found = only;
            if (found is null)
            {
                throw new InvalidOperationException(
                    $"{type.FullName} had [OutputTypeAttribute], "
                    + "but did not contain constructor marked with [OutputConstructorAttribute].");
            }

            var parameters = found.GetParameters();
            var readers = new (string, WireReader)[parameters.Length];
            for (var i = 0; i < readers.Length; i++)
            {
                var name = parameters[i].GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameters[i].Name!;
                readers[i] = (name, For(parameters[i].ParameterType));
            }

            return (found, readers);
        }
    }
}
