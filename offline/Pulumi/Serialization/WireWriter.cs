using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Thrown where a value has no form on the wire; collects the way to it while it unwinds.</summary>
internal sealed class NotWritableException(string message) : Exception(message)
{
    public string Path { get; set; } = "";
}

/// <summary>
/// Turns a value into the form in which an engine, and so a mock, sees it: text, double, bool, asset, resource,
/// <c>ImmutableArray&lt;object?&gt;</c> and <c>ImmutableDictionary&lt;string, object?&gt;</c>.
/// </summary>
/// <remarks>
/// Writing never waits. Outputs that are not there yet are gathered in <see cref="Pending"/>; then the result counts for nothing, and
/// the caller waits and writes again. Nearly always nothing is pending, and the common case stays free of tasks.
/// </remarks>
internal sealed class WireWriter(bool keepResources = true)
{
    /// <summary>The text that stands for a value not known yet.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private List<Task>? pending;
    private Origins origins = new();

    public Origins Origins => origins;

    public IReadOnlyList<Task>? Pending => pending;

    public void Reset() => (origins, pending) = (new(), null);

    public object? Write(object? value)
    {
        switch (value)
        {
            case null or bool or double or AssetOrArchive:
                return value;
            case string text:
                return text == Unknown ? WriteUnknown() : text;
            case int number:
                return (double)number;
            case IInputCollection collection:
                return WriteOutput(collection.Parts);
            case IInput input:
                return WriteOutput(input.Output);
            case IOutput output:
                return WriteOutput(output);
            case InputArgs args:
                return WriteArgs(args);
            case IUnion union:
                return Write(union.Value);
            case Resource resource:
                return WriteResource(resource);
            case ImmutableDictionary<string, object?> map:
                return WriteMap(map);
            case IDictionary map:
                return WriteMap(map);
            case ImmutableArray<object?> list:
                return WriteList(list, value);
            case IList list:
                return WriteList(list);
            case JsonElement json:
                return WireJson.Read(json);
            case Task:
                throw new NotWritableException("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:");
            default:
                return WriteOther(value);
        }
    }

    private object? WriteUnknown()
    {
        origins.Add(default(OutputData<object?>));
        return null;
    }

    private object? WriteOutput(IOutput output)
    {
        if (!output.TryGetData(out var data))
        {
            (pending ??= []).Add(output.Completion);
            return null;
        }

        origins.Add(data);
        if (!data.IsKnown)
            return null;
        try
        {
            return Write(data.Value);
        }
        catch (NotWritableException exception)
        {
            exception.Path = ".id" + exception.Path;
            throw;
        }
    }

    private object? WriteResource(Resource resource)
    {
        origins.Add(new OutputData<object?>(new(resource), null, isKnown: true, isSecret: false));
        if (!resource.Urn.TryGetData(out var urn))
        {
            (pending ??= []).Add(resource.Urn.DataTask);
            return null;
        }

        if (keepResources)
            return ResourceReference.To(resource, urn.Value);
        return resource is CustomResource custom ? WriteOutput(custom.Id) : urn.Value;
    }

    private ImmutableDictionary<string, object?> WriteArgs(InputArgs args)
    {
        if (args.Dictionary is { } dictionary)
            return WriteMap(dictionary);

        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var member in InputLayout.Of(args.GetType()))
        {
            var value = member.Read(args);
            Put(result, member.Name, member.IsJson ? WriteJsonText(value) : WriteAt(member.Name, value));
        }

        return result.ToImmutable();
    }

    public string? WriteJsonText(object? value)
    {
        if (value is null)
            return null;
        var inner = new WireWriter(keepResources: false);
        var written = inner.Write(value);
        origins.Add(inner.origins.Of(0));
        if (inner.pending is not null)
        {
            (pending ??= []).AddRange(inner.pending);
            return null;
        }

        return inner.origins.IsKnown ? WireJson.Format(written) : null;
    }

    private object? WriteAt(string key, object? value)
    {
        try
        {
            return Write(value);
        }
        catch (NotWritableException exception)
        {
            exception.Path = "." + key + exception.Path;
            throw;
        }
    }

    /// <summary>An object leaves out what is null, and what engines keep for themselves.</summary>
    private static void Put(ImmutableDictionary<string, object?>.Builder result, string key, object? value)
    {
        if (value is not null && !key.StartsWith("__", StringComparison.Ordinal))
            result[key] = value;
    }

    private ImmutableDictionary<string, object?> WriteMap(ImmutableDictionary<string, object?> map)
    {
        // Made only once something differs: what a mock hands back has mostly been written already.
        ImmutableDictionary<string, object?>.Builder? result = null;
        foreach (var (key, value) in map)
        {
            var written = WriteAt(key, value);
            if (written is not null && ReferenceEquals(written, value) && !key.StartsWith("__", StringComparison.Ordinal))
                continue;
            result ??= map.ToBuilder();
            result.Remove(key);
            Put(result, key, written);
        }

        return result?.ToImmutable() ?? map;
    }

    private ImmutableDictionary<string, object?> WriteMap(IDictionary map)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key as string ?? throw new NotWritableException("Dictionaries are only supported with string keys:");
            Put(result, key, WriteAt(key, entry.Value));
        }

        return result.ToImmutable();
    }

    private object WriteList(ImmutableArray<object?> list, object boxed)
    {
        if (list.IsDefault)
            return ImmutableArray<object?>.Empty;

        object?[]? result = null;
        for (var i = 0; i < list.Length; i++)
        {
            var written = WriteAt(i, list[i]);
            if (!ReferenceEquals(written, list[i]))
                (result ??= [.. list])[i] = written;
        }

        return result is null ? boxed : ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    private ImmutableArray<object?> WriteList(IList list)
    {
        int count;
        try
        {
            count = list.Count;
        }
        catch (InvalidOperationException)
        {
            // An immutable array that was never made.
            return [];
        }

        var result = new object?[count];
        for (var i = 0; i < count; i++)
            result[i] = WriteAt(i, list[i]);
        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    private object? WriteAt(int index, object? value)
    {
        try
        {
            return Write(value);
        }
        catch (NotWritableException exception)
        {
            exception.Path = $"[{index}]{exception.Path}";
            throw;
        }
    }

    private object? WriteOther(object value)
    {
        var type = value.GetType();
        if (value is Enum word && word.GetTypeCode() == TypeCode.Int32)
            return (double)(int)value;
        if (value is ValueTuple)
            return null;
        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
            return EnumText(type, value);
        if (!type.IsDefined(typeof(OutputTypeAttribute)))
            throw new NotWritableException($"{type.FullName} is not a supported argument type.");

        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (!field.IsInitOnly)
                continue;
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            result[name] = WriteAt(name, field.GetValue(value));
        }

        return result.ToImmutable();
    }

    private static object? EnumText(Type type, object value)
    {
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            if (method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
                return method.Invoke(null, [value]);
        }

        throw new NotWritableException($"Expected {type.FullName} to have an explicit conversion operator to String or Double.");
    }
}
