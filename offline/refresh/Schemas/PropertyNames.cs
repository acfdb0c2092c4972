using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>How a property is written in a schema: its wire name, and its C# name where that is not just capitalised.</summary>
internal static class PropertyNames
{
    public static string Of(ProviderTable table, TypeName owner, string wire)
    {
        var plain = wire.TrimStart('$');
        var usual = char.ToUpperInvariant(plain[0]) + plain[1..];
        var name = table.Rename(owner.Module, owner.Name, wire) ?? (usual == owner.Name ? Clash(table, owner, wire, usual) : usual);
        return name == char.ToUpperInvariant(wire[0]) + wire[1..] ? wire : $"{wire}={name}";
    }

    private static string Clash(ProviderTable table, TypeName owner, string wire, string usual) => table.IsKubernetes
        ? usual + "Value"
        : throw new RefreshException($"{table.Provider}.table: {owner.Dotted}.{wire} bears its class's name, which C# forbids; add a line 'rename {owner.Module}/{owner.Name}.{wire} <official C# name>'");
}
