using System.Collections.Immutable;
using CrossCloudMesh.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pulumi;

namespace CrossCloudMesh.Offline.Tests.Generator;

/// <summary>Runs the generator over a schema given as text, and compiles what it wrote with our core.</summary>
internal sealed class Generated
{
    private readonly CSharpCompilation _compilation;

    private Generated(CSharpCompilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        _compilation = compilation;
        Diagnostics = diagnostics;
    }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <param name="schema">The text of a schema file.</param>
    /// <param name="kubernetesBase">Adds the base class that Pulumi.Kubernetes has by hand.</param>
    public static Generated From(string schema, bool kubernetesBase = false)
    {
        var byHand = kubernetesBase
            ? "namespace Pulumi.Kubernetes; public abstract class KubernetesResource(string t, string n, ResourceArgs? a, CustomResourceOptions? o) : CustomResource(t, n, a, o);"
            : "global using System;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Pulumi.", StringComparison.Ordinal))
            .Append(typeof(CustomResource).Assembly.Location).Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var empty = CSharpCompilation.Create("Pulumi.Test", [CSharpSyntaxTree.ParseText(byHand, cancellationToken: CancellationToken.None)], references, options);
        CSharpGeneratorDriver.Create(new SchemaGenerator())
            .AddAdditionalTexts([new SchemaFile(schema)])
            .RunGeneratorsAndUpdateCompilation(empty, out var compilation, out var diagnostics, CancellationToken.None);
        return new((CSharpCompilation)compilation, diagnostics);
    }

    /// <summary>The generated file of a class, without indentation; it must compile without a warning.</summary>
    public string Text(string file)
    {
        var faults = _compilation.GetDiagnostics(CancellationToken.None).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());
        Assert.True(!faults.Any(), string.Join('\n', faults));
        var tree = _compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith($"/{file}.g.cs", StringComparison.Ordinal));
        return string.Join('\n', tree.ToString().Split('\n').Select(l => l.Trim())).Replace("global::", "", StringComparison.Ordinal);
    }

    internal sealed class SchemaFile(string text) : AdditionalText
    {
        public override string Path => "/test.schema";

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }
}
