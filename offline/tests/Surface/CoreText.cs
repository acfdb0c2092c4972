using System.Reflection;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Writes the core's types and members in the form of the facts.</summary>
internal sealed partial class CoreText
{
    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>A type parameter's own nullability is not told the same way by every compiler, so it is not compared.</summary>
    public static string Normal(string line) => TypeParameterMark().Replace(line, "$1");

    public static string Head(Type type)
    {
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parent = type is { IsClass: true, BaseType: { } b } && b != typeof(object) ? " : " + Name(b) : "";
        return $"{kind} {Name(type)}{parent}";
    }

    public IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var constructor in type.GetConstructors(Own).Where(c => IsVisible(c) && !c.IsStatic))
            yield return Normal($"{Access(constructor)}new({Parameters(constructor)})");
        foreach (var field in type.GetFields(Own).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Where(f => !f.IsSpecialName))
            yield return Normal($"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Text(_nullability.Create(field))} {field.Name}");
        foreach (var property in type.GetProperties(Own).Where(p => p.GetAccessors(nonPublic: true).Any(IsVisible)))
            yield return Normal(Property(property));
        foreach (var method in type.GetMethods(Own).Where(m => IsVisible(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))))
            yield return Normal(Method(method));
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private string Property(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && IsVisible(set) ? "set; " : "";
        if (setter.Length > 0 && property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Length > 0)
            setter = "init; ";
        var any = property.GetMethod ?? property.SetMethod!;
        var index = property.GetIndexParameters() is [var parameter] ? $"this[{Name(parameter.ParameterType)}]" : property.Name;
        return $"{Modifier(any)}{Text(_nullability.Create(property))} {index} {{ {getter}{setter}}}";
    }

    private string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Access(method)}{Modifier(method)}{Text(_nullability.Create(method.ReturnParameter))} {method.Name}{arguments}({Parameters(method)})";
    }

    private static string Modifier(MethodBase method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var text = Text(_nullability.Create(parameter));
        var by = parameter.ParameterType.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter.DefaultValue)}" : "";
        return $"{by}{text} {parameter.Name}{value}";
    }

    private static string Default(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };

    private static string Text(NullabilityInfo info)
    {
        var isMarked = info.Type.IsValueType ? Nullable.GetUnderlyingType(info.Type) is not null : info.ReadState == NullabilityState.Nullable;
        return Name(Nullable.GetUnderlyingType(info.Type) ?? info.Type) + (isMarked ? "?" : "");
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (Keyword(type) is { } keyword)
            return keyword;
        var full = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : $"{type.Namespace}.{type.Name}";
        var at = full.IndexOf('`', StringComparison.Ordinal);
        return at < 0 ? full : $"{full[..at]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static string? Keyword(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(double) => "double",
        _ when type == typeof(object) => "object",
        _ when type == typeof(void) => "void",
        _ => null,
    };

    [GeneratedRegex(@"\b(T|T\d|TResult\d?|TValue|V|TStack)\?", RegexOptions.None, 1000)]
    private static partial Regex TypeParameterMark();
}
