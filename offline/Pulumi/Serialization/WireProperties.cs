using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>One property of an object on the wire.</summary>
internal readonly record struct WireProperty(string Key, OutputData<object?> Data);

/// <summary>Writes whole objects, and keeps for each property whether it is known and secret; leaves out what is null.</summary>
internal static class WireProperties
{
    /// <param name="label">What the object is, for messages.</param>
    /// <param name="args">The object.</param>
    public static ValueTask<List<WireProperty>> WriteAsync(string label, InputArgs args) => args.Dictionary is { } dictionary
        ? WriteAsync(label, dictionary)
        : WriteAsync(label, InputLayout.Of(args.GetType()), args, static (member, args) => (member.Name, member.Read(args), member.IsJson));

    public static ValueTask<List<WireProperty>> WriteAsync(string label, IEnumerable<KeyValuePair<string, object?>> map) =>
        WriteAsync(label, map, 0, static (entry, _) => (entry.Key, entry.Value, false));

    /// <summary>Writes what a mock returns.</summary>
    /// <exception cref="InvalidOperationException">It is neither a map nor an args object.</exception>
    public static ValueTask<List<WireProperty>> WriteStateAsync(object state)
    {
        switch (state)
        {
            case InputArgs args:
                return WriteAsync("", args);
            case IDictionary<string, object?> map:
                return WriteAsync("", map);
            default:
                return WriteAsync("", Whole(state));
        }
    }

    /// <summary>The properties that are known, as a mock gets them.</summary>
    public static ImmutableDictionary<string, object> Known(List<WireProperty> properties, bool withIdentity)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (key, data) in properties)
        {
            if (data is { IsKnown: true, Value: not null } && (withIdentity || key is not ("id" or "urn")))
                known[key] = data.Value;
        }

        return known.ToImmutable();
    }

    /// <summary>The properties as one object, which is unknown or secret if one of them is.</summary>
    public static OutputData<object?> Joined(List<WireProperty> properties)
    {
        var origins = new Origins();
        foreach (var (_, data) in properties)
            origins.Add(data);
        return origins.Of<object?>(Known(properties, withIdentity: true));
    }

    public static ResourceSet Resources(List<WireProperty> properties)
    {
        var resources = default(ResourceSet);
        foreach (var (_, data) in properties)
            resources = resources.Union(data.Resources);
        return resources;
    }

    private static ImmutableDictionary<string, object?> Whole(object state)
    {
        try
        {
            return new WireWriter().Write(state) as ImmutableDictionary<string, object?>
                ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
        }
        catch (NotWritableException exception)
        {
            throw new InvalidOperationException($"{exception.Message}\n\t{exception.Path}", exception);
        }
    }

    private static async ValueTask<List<WireProperty>> WriteAsync<TItem, TState>(
        string label, IEnumerable<TItem> items, TState state, Func<TItem, TState, (string Key, object? Value, bool IsJson)> read)
    {
        var properties = new List<WireProperty>();
        var writer = new WireWriter();
        while (true)
        {
            List<Task>? pending = null;
            foreach (var item in items)
            {
                var (key, value, isJson) = read(item, state);
                if (value is null)
                    continue;
                writer.Reset();
                var written = Write(writer, label, key, value, isJson);
                if (writer.Pending is not null)
                    (pending ??= []).AddRange(writer.Pending);
                else if (written is not null || !writer.Origins.IsKnown)
                    properties.Add(new(key, writer.Origins.Of(written)));
            }

            if (pending is null)
                return properties;
            properties.Clear();
            foreach (var task in pending)
                await task;
        }
    }

    private static object? Write(WireWriter writer, string label, string key, object value, bool isJson)
    {
        try
        {
            return isJson ? writer.WriteJsonText(value) : writer.Write(value);
        }
        catch (NotWritableException exception)
        {
            throw new InvalidOperationException(
                $"error serializing property \"{key}\": {exception.Message}\n\t{label}.{key}{exception.Path}", exception);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{key}\": {exception.Message}", exception);
        }
    }
}
