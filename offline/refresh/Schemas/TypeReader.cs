using CrossCloudMesh.Refresh.Declarations;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>Turns a declared type into the schema's notation: <c>[T]</c> list, <c>{T}</c> map, <c>A|B</c> union, names with a capital.</summary>
internal sealed class TypeReader(ProviderTable table)
{
    private readonly Queue<(TypeName Type, Use Use)> _found = new();

    private readonly HashSet<TypeName> _enums = [];

    /// <summary>Nested types met while reading, each with its use.</summary>
    public Queue<(TypeName Type, Use Use)> Found => _found;

    public IEnumerable<TypeName> Enums => _enums;

    /// <summary>Whether the type itself admits being absent.</summary>
    public static bool IsOptional(TypeSyntax type) => type switch
    {
        UnionSyntax union => union.Members.Any(IsUndefined),
        NameSyntax { Argument: { } argument } => IsOptional(argument),
        _ => false,
    };

    /// <param name="type">The declared type.</param>
    /// <param name="owner">The type or resource that has the property: it decides int or double, any or JSON.</param>
    /// <param name="property">The wire name of the property.</param>
    /// <param name="use">What the nested types in it are used for.</param>
    public string Read(TypeSyntax type, TypeName owner, string property, Use use)
    {
        switch (type)
        {
            case NameSyntax { Name: "pulumi.Input" or "pulumi.Output" or "Promise", Argument: { } inner }:
                return Read(inner, owner, property, use);
            case ListSyntax list:
                return $"[{Read(list.Element, owner, property, use)}]";
            case MapSyntax map:
                return $"{{{Read(map.Value, owner, property, use)}}}";
            case LiteralSyntax:
                return "string";
            case UnionSyntax union:
                return Union(union, owner, property, use);
            case NameSyntax name:
                return Name(name.Name, owner, property, use);
            default:
                throw new RefreshException($"{owner.Dotted}.{property}: has a type that this tool does not know");
        }
    }

    public string FullName(TypeName type)
    {
        var space = type.Module.Length == 0 && table.IsKubernetes ? "Provider" : table.Namespace(type.Module);
        return space.Length == 0 ? type.Name : space + "." + type.Name;
    }

    private static bool IsUndefined(TypeSyntax type) => type is NameSyntax { Name: "undefined" };

    private string Union(UnionSyntax union, TypeName owner, string property, Use use)
    {
        var parts = union.Members.Where(m => !IsUndefined(m))
            .Select(m => Read(m, owner, property, use)).Distinct(StringComparer.Ordinal).ToList();
        if (parts is ["asset", "archive"])
            return "asset";
        var isOpenEnum = parts is ["string", _] && union.Members.Any(m => m is NameSyntax name && name.Name.StartsWith("enums.", StringComparison.Ordinal));
        return isOpenEnum && use is (Use.Out or Use.Result) ? "string" : string.Join('|', parts);
    }

    private string Name(string name, TypeName owner, string property, Use use)
    {
        switch (name)
        {
            case "string":
                return "string";
            case "boolean":
                return "bool";
            case "number":
                return table.IsDouble(owner.Module, owner.Name, property) ? "double" : "int";
            case "any":
                return table.IsJson(owner.Module, owner.Name, property) ? "json" : "any";
            case "pulumi.asset.Asset":
                return "asset";
            case "pulumi.asset.Archive":
                return "archive";
        }

        var (kind, rest) = name.Split('.', 2) is [var first, var second] ? (first, second) : ("", name);
        if (kind is "inputs" or "outputs")
            return Nested(TypeName.Of(rest), use);
        if (kind != "enums")
            return "string"; // a resource class stands for its own id or name
        _enums.Add(TypeName.Of(rest));
        return FullName(TypeName.Of(rest));
    }

    private string Nested(TypeName type, Use use)
    {
        _found.Enqueue((type, use));
        return FullName(type);
    }
}
