using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Serialization;

/// <summary>Reads one member of an object, by its field where it has one that does nothing else.</summary>
internal readonly struct MemberReader
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, FieldInfo>> Fields = new();

    private readonly FieldInfo? field;
    private readonly PropertyInfo? property;

    public MemberReader(FieldInfo field) => this.field = field;

    public MemberReader(PropertyInfo property)
    {
        field = BackingField(property, property.GetMethod);
        this.property = property;
    }

    public object? Read(object target) => field is not null ? field.GetValue(target) : property!.GetValue(target);

    /// <summary>The field behind an automatic accessor: much cheaper to reach by reflection than the accessor.</summary>
    public static FieldInfo? BackingField(PropertyInfo property, MethodInfo? accessor) =>
        accessor is { IsVirtual: false } && accessor.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? Fields.GetOrAdd(property.DeclaringType!, ByName).GetValueOrDefault($"<{property.Name}>k__BackingField")
            : null;

    /// <summary>Whether it can take an attribute from a base class, for which the runtime looks much longer.</summary>
    public static bool MayOverride(PropertyInfo property) => (property.GetMethod ?? property.SetMethod) is { IsVirtual: true };

    // All at once, because the runtime goes through all fields of a class each time it is asked for one of them by name.
    private static Dictionary<string, FieldInfo> ByName(Type type)
    {
        var byName = new Dictionary<string, FieldInfo>(StringComparer.Ordinal);
        foreach (var found in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            byName[found.Name] = found;
        return byName;
    }
}

/// <summary>One argument of an args class.</summary>
internal sealed class InputMember(InputAttribute attribute, MemberInfo member, MemberReader reader)
{
    public string Name => attribute.Name;

    public bool IsJson => attribute.IsJson;

    /// <summary>The value in the given args.</summary>
    /// <exception cref="ArgumentNullException">It is required and not given.</exception>
    public object? Read(InputArgs args)
    {
        var value = reader.Read(args);
        if (value is null && attribute.IsRequired)
        {
            throw new ArgumentNullException(
                member.Name, $"[Input] {args.GetType().FullName}.{member.Name} is required but was not given a value");
        }

        return value;
    }
}

/// <summary>The arguments that each args class has.</summary>
internal static class InputLayout
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, InputMember[]> Known = new();

    public static InputMember[] Of(Type type) => Known.GetOrAdd(type, static type =>
    {
        var members = new List<InputMember>();
        foreach (var field in type.GetFields(Members))
        {
            if (field.GetCustomAttribute<InputAttribute>(inherit: false) is { } attribute)
                members.Add(new(attribute, field, new(field)));
        }

        foreach (var property in type.GetProperties(Members))
        {
            if (property.GetCustomAttribute<InputAttribute>(inherit: MemberReader.MayOverride(property)) is { } attribute)
                members.Add(new(attribute, property, new(property)));
        }

        return [.. members];
    });
}
