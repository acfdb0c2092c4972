using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Writes a resource: outputs, constructors, options and Get.</summary>
internal sealed class ResourceClass(Schema schema, CSharpTypes types)
{
    public void Write(SourceText text, Entry entry)
    {
        var kubernetes = schema.IsKubernetes && entry.Kind == "resource";
        var parent = entry.Kind switch
        {
            "provider" => "global::Pulumi.ProviderResource",
            "component" => "global::Pulumi.ComponentResource",
            _ => kubernetes ? "global::Pulumi.Kubernetes.KubernetesResource" : "global::Pulumi.CustomResource",
        };
        var token = entry.Kind == "provider" ? "pulumi:providers:" + entry.Token : entry.Token;
        if (entry.Has("deprecated"))
            text.Line(Words.Obsolete);
        text.Line($"[global::{schema.Root}.{schema.PackageClass}ResourceTypeAttribute({Words.Quote(token)})]")
            .Block($"public partial class {entry.Name} : {parent}", () =>
            {
                foreach (var output in entry.With("out", "out?"))
                    WriteOutput(text, output);
                WriteConstructors(text, entry, kubernetes);
            });
    }

    private void WriteOutput(SourceText text, Property output)
    {
        var mark = output.Has("out?") && output.Type.Kind != TypeKind.List ? "?" : "";
        if (output.Has("deprecated"))
            text.Line(Words.Obsolete);
        text.Line($"[global::Pulumi.OutputAttribute({Words.Quote(output.Wire)})]")
            .Line($"public global::Pulumi.Output<{types.Inner(output.Type, Form.Output)}{mark}> {output.Name} {{ get; private set; }} = null!;")
            .Line("");
    }

    private void WriteConstructors(SourceText text, Entry entry, bool kubernetes)
    {
        var args = kubernetes ? KubernetesArgs(entry) : $"global::{schema.Root}{(entry.Module.Length == 0 ? "" : "." + entry.Module)}.{entry.Name}Args";
        var options = entry.Kind == "component" ? "global::Pulumi.ComponentResourceOptions" : "global::Pulumi.CustomResourceOptions";
        var token = Words.Quote(entry.Token);
        var parameter = entry.Has("args!") ? $"{args} args" : $"{args}? args = null";
        var given = kubernetes ? "MakeArgs(args)" : $"args ?? new {args}()";
        var made = entry.Kind == "component" ? "MakeResourceOptions(options, \"\"), remote: true" : "MakeResourceOptions(options, \"\")";
        text.Block($"public {entry.Name}(string name, {parameter}, {options}? options = null) : base({token}, name, {given}, {made})", () => { });
        if (entry.Kind == "resource")
            WriteReading(text, entry, kubernetes);
        if (kubernetes)
            WriteConstants(text, entry, args);
        WriteOptions(text, entry, options);
        if (entry.Values("method").Contains("terraformConfig"))
        {
            text.Line("").Line($"public global::Pulumi.Output<global::{schema.Root}.ProviderTerraformConfigResult> TerraformConfig() => "
                + $"global::Pulumi.Deployment.Instance.Call<global::{schema.Root}.ProviderTerraformConfigResult>("
                + $"{Words.Quote($"pulumi:providers:{entry.Token}/terraformConfig")}, global::Pulumi.CallArgs.Empty, this);");
        }
    }

    private string KubernetesArgs(Entry entry)
    {
        var (space, name) = types.Place(entry.FullName, Form.Args);
        return $"global::{space}.{name}";
    }

    private static void WriteReading(SourceText text, Entry entry, bool kubernetes)
    {
        const string Options = "global::Pulumi.CustomResourceOptions? options = null";
        var state = kubernetes ? "" : $"{entry.Name}State? state = null, ";
        var name = entry.Name;
        text.Line("")
            .Block(
                $"private {name}(string name, global::Pulumi.Input<string> id, {state}{Options}) : base({Words.Quote(entry.Token)}, name, {(kubernetes ? "null" : "state")}, MakeResourceOptions(options, id))",
                () => { })
            .Line("")
            .Line($"public static {name} Get(string name, global::Pulumi.Input<string> id, {state}{Options}) => new {name}(name, id, {(kubernetes ? "" : "state, ")}options);");
    }

    private static void WriteConstants(SourceText text, Entry entry, string args)
    {
        text.Line("").Block($"private static {args} MakeArgs({args}? args)", () =>
        {
            text.Line($"args ??= new {args}();");
            foreach (var property in entry.Properties)
            {
                if (property.Value("const") is { } value)
                    text.Line($"args.{property.Name} = {Words.Quote(value)};");
            }

            text.Line("return args;");
        });
    }

    private void WriteOptions(SourceText text, Entry entry, string options)
    {
        text.Line("").Block($"private static {options} MakeResourceOptions({options}? options, global::Pulumi.Input<string>? id)", () =>
        {
            text.Line($"var defaults = new {options}").Line("{").Line($"Version = global::{schema.Root}.Utilities.Version,");
            WriteList(text, "Aliases", entry.Values("alias").Select(a => $"new global::Pulumi.Alias {{ Type = {Words.Quote(a)} }}"));
            WriteList(text, "AdditionalSecretOutputs", entry.With("secret-out").Select(p => Words.Quote(p.Wire)).Distinct());
            WriteList(text, "ReplaceOnChanges", entry.Values("replace").Select(Words.Quote));
            text.Line("};");
            text.Line($"var merged = {options}.Merge(defaults, options);");
            text.Line("merged.Id = id ?? merged.Id;").Line("return merged;");
        });
    }

    private static void WriteList(SourceText text, string name, IEnumerable<string> items)
    {
        var list = string.Join(", ", items);
        if (list.Length > 0)
            text.Line($"{name} = {{ {list} }},");
    }
}
