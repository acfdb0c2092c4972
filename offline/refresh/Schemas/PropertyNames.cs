using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>How a property is written in a schema: its wire name, and its C# name where that is not just capitalised.</summary>
internal static class PropertyNames
{
    /// <param name="table">Knows the renames.</param>
    /// <param name="owner">The type or resource.</param>
    /// <param name="wire">The property's wire name.</param>
    /// <param name="inState">Whether the property stands in the resource's State class too.</param>
    public static string Of(ProviderTable table, TypeName owner, string wire, bool inState = false)
    {
        var plain = wire.TrimStart('$');
        var usual = char.ToUpperInvariant(plain[0]) + plain[1..];
        var clashes = usual == owner.Name || (inState && usual == owner.Name + "State");
        var name = table.Rename(owner.Module, owner.Name, wire) ?? (clashes ? Clash(table, owner, wire, usual) : usual);
        return name == char.ToUpperInvariant(wire[0]) + wire[1..] ? wire : $"{wire}={name}";
    }

    private static string Clash(ProviderTable table, TypeName owner, string wire, string usual) => table.IsKubernetes
        ? usual + "Value"
        : throw new RefreshException($"{table.Provider}.table: {owner.Dotted}.{wire} bears the name of its class (or of that class's State), which C# forbids; add a line 'rename {owner.Module}/{owner.Name}.{wire} <official C# name>'");
}
