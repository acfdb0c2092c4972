using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Writes what the package's own classes share: version, environment defaults, the resource attribute.</summary>
internal static class UtilitiesClass
{
    public static void Write(SourceText text, Schema schema)
    {
        text.Block("internal static class Utilities", () =>
        {
            text.Line($"public static string Version => {Words.Quote(schema.Version)};").Line("");
            text.Block("public static string? GetEnv(params string[] names)", () => text
                .Block("foreach (var name in names)", () => text
                    .Block("if (global::System.Environment.GetEnvironmentVariable(name) is { } value)", () => text.Line("return value;")))
                .Line("return null;")).Line("");
            text.Line("public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch").Line("{")
                .Line("\"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" => true,")
                .Line("\"0\" or \"f\" or \"F\" or \"false\" or \"FALSE\" or \"False\" => false,")
                .Line("_ => null,")
                .Line("};").Line("");
            WriteNumber(text, "int", "GetEnvInt32");
            WriteNumber(text, "double", "GetEnvDouble");
            WriteDefaults(text, "InvokeOptions");
            WriteDefaults(text, "InvokeOutputOptions");
        });
        text.Line("").Block($"internal sealed class {schema.PackageClass}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute", () => text
            .Block($"public {schema.PackageClass}ResourceTypeAttribute(string type) : base(type, Utilities.Version)", () => { }));
    }

    private static void WriteNumber(SourceText text, string type, string method) => text
        .Line($"public static {type}? {method}(params string[] names) => {type}.TryParse(GetEnv(names), out var value) ? value : null;").Line("");

    private static void WriteDefaults(SourceText text, string options) => text
        .Block($"public static global::Pulumi.{options} WithDefaults(global::Pulumi.{options}? options)", () => text
            .Line($"var result = options ?? new global::Pulumi.{options}();")
            .Line("result.Version ??= Version;")
            .Line("return result;")).Line("");
}
