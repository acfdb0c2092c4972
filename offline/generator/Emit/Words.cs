using Microsoft.CodeAnalysis.CSharp;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Small pieces of C# text.</summary>
internal static class Words
{
    public const string Obsolete = "[global::System.ObsoleteAttribute(\"deprecated by the provider\")]";

    public static string Quote(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A name as C# lets it stand: a keyword gets its <c>@</c>.</summary>
    public static string Identifier(string name)
    {
        var plain = name.TrimStart('$');
        return SyntaxFacts.GetKeywordKind(plain) == SyntaxKind.None ? plain : "@" + plain;
    }
}
