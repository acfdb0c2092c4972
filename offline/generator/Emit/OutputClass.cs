using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Writes nested output classes and function results: read-only fields and one constructor that the core calls.</summary>
internal sealed class OutputClass(CSharpTypes types)
{
    public void Write(SourceText text, string name, Form form, IReadOnlyList<(Property Source, bool Optional)> fields)
    {
        string Type((Property Source, bool Optional) field) =>
            types.Inner(field.Source.Type, form) + (field.Optional && field.Source.Type.Kind != TypeKind.List ? "?" : "");

        text.Line("[global::Pulumi.OutputTypeAttribute]").Block($"public sealed class {name}", () =>
        {
            foreach (var field in fields)
                text.Line($"public readonly {Type(field)} {field.Source.Name};");
            var parameters = fields.Select(f => $"{Renamed(f.Source.Wire)}{Type(f)} {Words.Identifier(f.Source.Wire)}");
            text.Line("").Line("[global::Pulumi.OutputConstructorAttribute]")
                .Block($"private {name}({string.Join(", ", parameters)})", () =>
                {
                    foreach (var (source, _) in fields)
                        text.Line($"this.{source.Name} = {Words.Identifier(source.Wire)};");
                });
        });
    }

    private static string Renamed(string wire) =>
        wire[0] == '$' ? $"[global::Pulumi.OutputConstructorParameterAttribute({Words.Quote(wire)})] " : "";
}
