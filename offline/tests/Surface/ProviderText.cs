using System.Reflection;
using Pulumi;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Writes our provider classes in the form of the facts.</summary>
internal sealed class ProviderText
{
    private readonly NullabilityInfoContext _nullability = new();

    public static string Head(Type type)
    {
        var kind = type switch
        {
            { IsValueType: true } => "readonly struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parent = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? " : " + b.Name : "";
        return $"public {kind} {type.Name}{(type.IsValueType ? $" : IEquatable<{type.Name}>" : parent)}";
    }

    /// <summary>Each member as <c>wire: Name type kind [required]</c>.</summary>
    public IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(Own).Where(p => p.GetMethod?.IsPublic == true))
        {
            if (Attribute(property, type) is { } input)
                yield return $"{input.ConstructorArguments[0].Value}: {Input(property)} Input{(input.ConstructorArguments[1].Value is true ? " required" : "")}";
            else if (property.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(OutputAttribute)) is { } output)
                yield return $"{output.ConstructorArguments[0].Value}: {property.Name} {Text(_nullability.Create(property))} Output";
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
            yield break;
        var parameters = type.GetConstructors(Own).Single(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null).GetParameters();
        var fields = type.GetFields(Own).Where(f => f.IsPublic).ToList();
        for (var at = 0; at < fields.Count; at++)
        {
            var wire = parameters[at].GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameters[at].Name;
            yield return $"{wire}: {fields[at].Name} {Text(_nullability.Create(fields[at]))} field";
        }
    }

    /// <summary>The Input attribute stands on the property, or on the private field of a list, map or secret.</summary>
    private static CustomAttributeData? Attribute(PropertyInfo property, Type type)
    {
        var places = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(f => f.Name.StartsWith('_') && string.Equals(f.Name[1..], property.Name, StringComparison.OrdinalIgnoreCase))
            .Cast<MemberInfo>().Prepend(property);
        return places.SelectMany(p => p.GetCustomAttributesData()).FirstOrDefault(a => a.AttributeType == typeof(InputAttribute));
    }

    /// <summary>Of a plain list or map the facts tell the private field, which is null until used.</summary>
    private string Input(PropertyInfo property)
    {
        var text = Text(_nullability.Create(property));
        return property.PropertyType.Name is "List`1" or "Dictionary`2"
            ? $"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]} {text}?"
            : $"{property.Name} {text}";
    }

    private static string Text(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var mark = info.ReadState == NullabilityState.Nullable ? "?" : "";
        var arguments = Nullable.GetUnderlyingType(info.Type) is null ? info.GenericTypeArguments : [];
        var name = Name(type);
        return arguments.Length == 0 ? name + mark : $"{name}<{string.Join(", ", arguments.Select(Text))}>{mark}";
    }

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(double) => "double",
        _ when type == typeof(object) => "object",
        { IsGenericType: true } => type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)],
        { Namespace: "Pulumi" } => type.Name,
        _ => type.FullName!,
    };
}
