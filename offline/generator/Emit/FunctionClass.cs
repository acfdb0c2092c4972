using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Writes the static class of a provider function, with its three ways to be called.</summary>
internal static class FunctionClass
{
    public static void Write(SourceText text, Entry entry, string utilities)
    {
        var name = entry.Name;
        var hasArgs = entry.With("arg", "arg!").Any();
        var mark = entry.Has("args!") ? "" : "?";
        var none = entry.Has("args!") ? "" : " = null";

        string Args(string type, bool optional = true) => hasArgs ? $"{type}{(optional ? mark : "")} args{(optional ? none : "")}, " : "";
        string Given(string type) => hasArgs ? $"args ?? new {type}()" : "global::Pulumi.InvokeArgs.Empty";
        string Call(string method, string given) =>
            $"global::Pulumi.Deployment.Instance.{method}<{name}Result>({Words.Quote(entry.Token)}, {given}, {utilities}.WithDefaults(options));";

        if (entry.Has("deprecated"))
            text.Line(Words.Obsolete);
        text.Block($"public static class {name}", () => text
            .Line($"public static global::System.Threading.Tasks.Task<{name}Result> InvokeAsync({Args($"{name}Args")}global::Pulumi.InvokeOptions? options = null) =>")
            .Line("    " + Call("InvokeAsync", Given($"{name}Args")))
            .Line("")
            .Line($"public static global::Pulumi.Output<{name}Result> Invoke({Args($"{name}InvokeArgs")}global::Pulumi.InvokeOptions? options = null) =>")
            .Line("    " + Call("Invoke", Given($"{name}InvokeArgs")))
            .Line("")
            .Line($"public static global::Pulumi.Output<{name}Result> Invoke({Args($"{name}InvokeArgs", optional: false)}global::Pulumi.InvokeOutputOptions options) =>")
            .Line("    " + Call("Invoke", Given($"{name}InvokeArgs"))));
    }
}
