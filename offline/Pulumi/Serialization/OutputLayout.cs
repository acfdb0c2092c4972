using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>One output of a resource class.</summary>
internal sealed class OutputMember(OutputKind kind, FieldInfo? field, MethodInfo setter)
{
    /// <summary>Turns the wire's form into the output's value.</summary>
    public WireReader Reader => kind.Reader;

    /// <summary>Gives the resource an output to be resolved later.</summary>
    public IResourceOutput AssignTo(Resource resource)
    {
        var output = kind.New(resource);
        if (field is not null)
            field.SetValue(resource, output);
        else
            setter.Invoke(resource, [output]);
        return output;
    }

    public static OutputMember Of(Type resource, PropertyInfo property, string name)
    {
        var fullName = $"[Output] {resource.FullName}.{property.Name}";
        if (!property.PropertyType.IsConstructedGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
            throw RunException.OutputsHaveIncorrectType([name]);

        // A private setter of a base class shows only on that class.
        var declared = property.DeclaringType == resource ? property : property.DeclaringType!.GetProperty(
            property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)!;
        var setter = declared.SetMethod ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
        var valueType = property.PropertyType.GenericTypeArguments[0];
        WireReader.Check(fullName, valueType);
        return new(OutputKind.Of(valueType), MemberReader.BackingField(declared, setter), setter);
    }
}

/// <summary>What all outputs of one type have in common.</summary>
internal abstract class OutputKind
{
    private static readonly ConcurrentDictionary<Type, OutputKind> Known = new();

    private WireReader? reader;

    public WireReader Reader => reader ??= WireReader.For(ValueType);

    protected abstract Type ValueType { get; }

    public static OutputKind Of(Type valueType) => Known.GetOrAdd(
        valueType, static type => (OutputKind)Activator.CreateInstance(typeof(OutputKind<>).MakeGenericType(type))!);

    public abstract IResourceOutput New(Resource owner);
}

internal sealed class OutputKind<T> : OutputKind
{
    protected override Type ValueType => typeof(T);

    public override IResourceOutput New(Resource owner) => new Output<T>(owner);
}

/// <summary>The outputs of one resource that its registration has to resolve, without URN and id.</summary>
internal readonly struct ResourceOutputs(OutputLayout layout, IResourceOutput[] outputs)
{
    public void Resolve(string name, in OutputData<object?> wire)
    {
        if (outputs is not null && layout.TryFind(name, out var index, out var reader))
            outputs[index].Resolve(reader, wire);
    }

    public void ResolveRest(bool isKnown)
    {
        foreach (var output in outputs ?? [])
            output.ResolveDefault(isKnown);
    }

    public void Fail(Exception exception)
    {
        foreach (var output in outputs ?? [])
            output.Fail(exception);
    }
}

/// <summary>The outputs that a resource class has.</summary>
internal sealed class OutputLayout
{
    private static readonly ConcurrentDictionary<Type, OutputLayout> Layouts = new();

    private static readonly ConcurrentDictionary<Type, (string Name, MemberReader Reader)[]> Readable = new();

    private readonly List<OutputMember> members = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    private OutputLayout(Type type)
    {
        foreach (var (property, name) in Marked(type))
        {
            indices.Add(name, members.Count);
            members.Add(OutputMember.Of(type, property, name));
        }
    }

    /// <summary>What the registration of a resource of this class resolves.</summary>
    public static OutputLayout Of(Type type) => Layouts.GetOrAdd(type, static type => new(type));

    /// <summary>What a component or stack of this class gives as its own outputs.</summary>
    public static (string Name, MemberReader Reader)[] Given(Type type) => Readable.GetOrAdd(type, static type =>
    {
        var given = new List<(string, MemberReader)>();
        foreach (var (property, name) in Marked(type))
            given.Add((name, new(property)));
        return [.. given];
    });

    public bool TryFind(string name, out int index, out WireReader reader)
    {
        var found = indices.TryGetValue(name, out index);
        reader = found ? members[index].Reader : null!;
        return found;
    }

    public ResourceOutputs AssignTo(Resource resource)
    {
        var outputs = new IResourceOutput[members.Count];
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = members[i].AssignTo(resource);
        return new(this, outputs);
    }

    private static IEnumerable<(PropertyInfo Property, string Name)> Marked(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.DeclaringType != typeof(Resource)
                && property.DeclaringType != typeof(CustomResource)
                && property.GetCustomAttribute<OutputAttribute>(inherit: MemberReader.MayOverride(property)) is { } attribute)
            {
                yield return (property, attribute.Name ?? property.Name);
            }
        }
    }
}
