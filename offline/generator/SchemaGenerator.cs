using System.Text;
using CrossCloudMesh.Generator.Emit;
using CrossCloudMesh.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CrossCloudMesh.Generator;

/// <summary>Turns each <c>.schema</c> file of a project into the C# classes of that provider's package.</summary>
/// <remarks>Nothing runs again until the text of a schema changes.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor s_unreadable = new(
        "CCM001", "Schema file cannot be read", "{0}", "Schema", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var schemas = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".schema", StringComparison.Ordinal))
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)?.ToString() ?? ""));
        context.RegisterSourceOutput(schemas, static (output, file) => Generate(output, file.Path, file.Text));
    }

    private static void Generate(SourceProductionContext output, string path, string text)
    {
        try
        {
            foreach (var (name, source) in new PackageSource(Schema.Parse(text)).Files())
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                output.AddSource(name, Microsoft.CodeAnalysis.Text.SourceText.From(source, Encoding.UTF8));
            }
        }
        catch (SchemaException fault)
        {
            var line = new LinePosition(fault.Line, 0);
            output.ReportDiagnostic(Diagnostic.Create(s_unreadable, Location.Create(path, default, new(line, line)), fault.Message));
        }
    }
}
