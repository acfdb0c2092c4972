namespace Pulumi;

/// <summary>Marks an argument with the name it has on the wire.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name => name;

    internal bool IsRequired => required;

    /// <summary>Whether the value is sent as JSON text.</summary>
    internal bool IsJson => json;
}

/// <summary>Marks a resource's output with the name it has on the wire.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    public string? Name => name;
}

/// <summary>Marks a class that is made from an object of the wire, by its <see cref="OutputConstructorAttribute"/> constructor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;

/// <summary>Marks the constructor whose parameters carry the wire's names.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;

/// <summary>The name on the wire, where a parameter cannot carry it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Marks a struct that is text or a number on the wire: a constructor takes it, an explicit conversion gives it back.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;

/// <summary>Tells which class stands for a resource type, so that a resource can be a value.</summary>
[AttributeUsage(AttributeTargets.Class)]
#pragma warning disable CA1813 // Providers derive their own attribute from this one.
public class ResourceTypeAttribute(string type, string? version) : Attribute
#pragma warning restore CA1813
{
    public string Type => type;

    public string? Version => version;
}
