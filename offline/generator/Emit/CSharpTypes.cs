using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Which of its C# forms a type takes.</summary>
internal enum Form
{
    /// <summary>Args of a resource, and what they hold.</summary>
    Args,

    /// <summary>State given to Get, and what it holds.</summary>
    Get,

    /// <summary>Plain arguments of a function.</summary>
    Plain,

    /// <summary>Arguments of a function that may be outputs.</summary>
    InvokeInput,

    /// <summary>What a resource gives out.</summary>
    Output,

    /// <summary>What a function returns.</summary>
    Result,
}

/// <summary>Writes a schema type as the C# type that the official package has at the same place.</summary>
internal sealed class CSharpTypes(Schema schema)
{
    private const string Immutable = "global::System.Collections.Immutable.";

    /// <summary>The type of an input property, without the <c>?</c> of an optional one.</summary>
    public string Input(SchemaType type, Form form) => type.Kind switch
    {
        TypeKind.List => $"global::Pulumi.InputList<{Inner(type.Element, form)}>",
        TypeKind.Map => $"global::Pulumi.InputMap<{Inner(type.Element, form)}>",
        TypeKind.Union when type.Parts.Count > 2 => "object",
        TypeKind.Union => $"global::Pulumi.InputUnion<{Inner(type.Parts[0], form)}, {Inner(type.Parts[1], form)}>",
        TypeKind.Scalar when type.Name == "json" => "global::Pulumi.InputJson",
        _ => $"global::Pulumi.Input<{Inner(type, form)}>",
    };

    /// <summary>The type of a plain property: what stands inside an input or output.</summary>
    public string Inner(SchemaType type, Form form) => type.Kind switch
    {
        TypeKind.List when form == Form.Plain => $"global::System.Collections.Generic.List<{Inner(type.Element, form)}>",
        TypeKind.Map when form == Form.Plain => $"global::System.Collections.Generic.Dictionary<string, {Inner(type.Element, form)}>",
        TypeKind.List => $"{Immutable}ImmutableArray<{Inner(type.Element, form)}>",
        TypeKind.Map => $"{Immutable}ImmutableDictionary<string, {Inner(type.Element, form)}>",
        TypeKind.Union when type.Parts.Count > 2 => "object",
        TypeKind.Union => $"global::Pulumi.Union<{Inner(type.Parts[0], form)}, {Inner(type.Parts[1], form)}>",
        TypeKind.Named when schema.IsEnum(type.Name) => $"global::{schema.Root}.{type.Name}",
        TypeKind.Named => Nested(type.Name, form),
        _ => Scalar(type.Name),
    };

    /// <summary>Namespace and class of a nested type in one of its forms.</summary>
    public (string Space, string Class) Place(string fullName, Form form)
    {
        var at = fullName.LastIndexOf('.');
        var module = at < 0 ? "" : fullName.Substring(0, at);
        var direction = form is Form.Output or Form.Result ? "Outputs" : "Inputs";
        var space = schema.IsKubernetes ? Join(schema.Root, "Types", direction, module) : Join(schema.Root, module, direction);
        return (space, fullName.Substring(at + 1) + Suffix(form));
    }

    private static string Suffix(Form form) => form switch
    {
        Form.Args or Form.Plain => "Args",
        Form.Get => "GetArgs",
        Form.InvokeInput => "InputArgs",
        Form.Result => "Result",
        _ => "",
    };

    private static string Scalar(string name) => name switch
    {
        "any" => "object",
        "json" => "global::System.Text.Json.JsonElement",
        "asset" => "global::Pulumi.AssetOrArchive",
        "archive" => "global::Pulumi.Archive",
        _ => name,
    };

    private static string Join(params string[] names) => string.Join(".", names.Where(n => n.Length > 0));

    private string Nested(string fullName, Form form)
    {
        var (space, name) = Place(fullName, form);
        return $"global::{space}.{name}";
    }
}
