using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>One property of an args class: what is emitted for it.</summary>
internal sealed class InputProperty(Property source, bool required, bool secret)
{
    public Property Source { get; } = source;

    public bool IsRequired { get; } = required;

    public bool IsSecret { get; } = secret;
}

/// <summary>Writes args, state and nested input classes.</summary>
internal sealed class InputClass(CSharpTypes types)
{
    /// <param name="text">The file to write to.</param>
    /// <param name="head">The class head up to the name, e.g. <c>public sealed class</c>.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="parent">ResourceArgs or InvokeArgs.</param>
    /// <param name="form">Which form nested types take.</param>
    /// <param name="properties">In the order of the schema.</param>
    public void Write(SourceText text, string head, string name, string parent, Form form, IReadOnlyList<InputProperty> properties)
    {
        text.Block($"{head} {name} : global::Pulumi.{parent}", () =>
        {
            foreach (var property in properties)
                WriteProperty(text, property, form);
            text.Block($"public {name}()", () =>
            {
                foreach (var property in properties)
                    WriteDefault(text, property.Source);
            });
            text.Line("").Line($"public static new {name} Empty => new {name}();");
        });
    }

    private void WriteProperty(SourceText text, InputProperty property, Form form)
    {
        var source = property.Source;
        var attribute = $"[global::Pulumi.InputAttribute({Words.Quote(source.Wire)}{(property.IsRequired ? ", required: true" : "")}{(source.Has("json-text") ? ", json: true" : "")})]";
        var type = form == Form.Plain ? types.Inner(source.Type, form) : types.Input(source.Type, form);
        var deprecated = source.Has("deprecated");
        var mark = property.IsRequired ? "" : "?";
        if (!source.Type.IsCollection && !property.IsSecret)
        {
            text.Line(attribute);
            if (deprecated)
                text.Line(Words.Obsolete);
            text.Line($"public {type}{mark} {source.Name} {{ get; set; }}{(property.IsRequired && !IsValue(type) ? " = null!;" : "")}").Line("");
            return;
        }

        var field = "_" + source.Wire.TrimStart('$');
        text.Line(attribute).Line($"private {type}? {field};");
        if (deprecated)
            text.Line(Words.Obsolete);
        text.Block($"public {type}{(source.Type.IsCollection ? "" : "?")} {source.Name}", () => text
            .Line(source.Type.IsCollection ? $"get => {field} ?? ({field} = new {type}());" : $"get => {field};")
            .Line(property.IsSecret
                ? $"set => {field} = value is null ? null : ({type})global::Pulumi.Output.CreateSecret(global::Pulumi.InputExtensions.ToOutput(value));"
                : $"set => {field} = value;"));
        text.Line("");
    }

    private static bool IsValue(string type) => type is "int" or "bool" or "double";

    private static void WriteDefault(SourceText text, Property property)
    {
        var literal = property.Value("default") is { } value ? Literal(property.Type, value) : null;
        var variables = property.Value("env") is { } names ? Environment(property.Type, names) : null;
        var mark = property.Type.Name == "string" && literal is null ? "!" : "";
        if (literal is not null || variables is not null)
            text.Line($"{property.Name} = {string.Join(" ?? ", new[] { variables, literal }.Where(p => p is not null))}{mark};");
    }

    private static string Literal(SchemaType type, string value) => type.Name == "string" ? Words.Quote(value.Trim('"')) : value;

    private static string Environment(SchemaType type, string names)
    {
        var read = type.Name switch
        {
            "bool" => "GetEnvBoolean",
            "int" => "GetEnvInt32",
            "double" => "GetEnvDouble",
            _ => "GetEnv",
        };
        return $"Utilities.{read}({string.Join(", ", names.Split(',').Select(Words.Quote))})";
    }
}
