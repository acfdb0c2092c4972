using System.Text;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>Writes a schema file: blocks in the order of kind and C# name, so that a diff shows what changed and no more.</summary>
internal static class SchemaText
{
    private static readonly string[] s_kinds = ["provider", "resource", "component", "function", "type", "enum"];

    public static string Write(ProviderTable table, IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        text.Append("# Written by offline/refresh from the types in ").Append(table.Provider).Append(".types; do not edit.\n");
        text.Append("package ").Append(table.Provider).Append(' ').Append(table.Version).Append('\n');
        foreach (var block in blocks.OrderBy(b => Kind(b.Head)).ThenBy(b => Name(b.Head), StringComparer.Ordinal).ThenBy(b => b.Head, StringComparer.Ordinal))
            text.Append('\n').Append(block.Head).Append('\n').Append(block.Body);
        return text.ToString();
    }

    private static int Kind(string head) => Array.IndexOf(s_kinds, head.Split(' ')[0]);

    private static string Name(string head)
    {
        var words = head.Split(' ');
        return (words[0] is "resource" or "component" or "function" ? words[2] : words.ElementAtOrDefault(1)) ?? "";
    }
}
