namespace CrossCloudMesh.Refresh.Declarations;

/// <summary>A class with its properties and what its constructor says about args.</summary>
internal sealed record ClassSyntax(string Name, string Base, IReadOnlyList<MemberSyntax> Properties, bool ArgsOptional, bool Deprecated)
{
    /// <summary>Names of the methods, without the static ones.</summary>
    public required IReadOnlyList<string> Methods { get; init; }
}

internal sealed record FunctionSyntax(string Name, IReadOnlyList<MemberSyntax> Parameters, TypeSyntax Result, bool Deprecated);

/// <summary>What one declaration file declares, by name; a name inside namespaces is dotted.</summary>
internal sealed class DeclarationFile
{
    public Dictionary<string, IReadOnlyList<MemberSyntax>> Interfaces { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ClassSyntax> Classes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, FunctionSyntax> Functions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<MemberSyntax>> Constants { get; } = new(StringComparer.Ordinal);

    public static DeclarationFile Parse(string source)
    {
        var file = new DeclarationFile();
        new DeclarationParser(Tokens.Of(source), file).ParseAll();
        return file;
    }
}
