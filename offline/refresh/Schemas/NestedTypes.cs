using CrossCloudMesh.Refresh.Declarations;
using CrossCloudMesh.Refresh.Packages;
using CrossCloudMesh.Refresh.Scripts;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>Reads every nested type that the wanted types reach, once for each use.</summary>
internal sealed class NestedTypes(PackageFiles package, ProviderTable table, TypeReader types, HashSet<TypeName> wanted)
{
    private readonly DeclarationFile _inputs = DeclarationFile.Parse(package.Text("types/input.d.ts"));
    private readonly DeclarationFile _outputs = DeclarationFile.Parse(package.Text("types/output.d.ts"));
    private readonly Dictionary<(string Type, string Property), DefaultValue> _defaults = ResourceScript.NestedDefaults(package.Text("types/input.js"));

    /// <returns>A block for each group of uses of a type whose properties are the same.</returns>
    public IEnumerable<Block> Blocks()
    {
        var bodies = new Dictionary<TypeName, SortedDictionary<Use, Block>>();
        while (types.Found.TryDequeue(out var found))
        {
            if (!bodies.TryGetValue(found.Type, out var uses))
                bodies[found.Type] = uses = [];
            if (uses.ContainsKey(found.Use) || IsResourceArgs(found.Type, found.Use))
                continue;
            uses[found.Use] = found.Use is Use.Out or Use.Result ? Output(found.Type, found.Use) : Input(found.Type, found.Use);
        }

        foreach (var (type, uses) in bodies)
        {
            foreach (var group in uses.GroupBy(u => u.Value.Body, StringComparer.Ordinal))
                yield return new Block($"type {types.FullName(type)} {string.Join(' ', group.Select(g => g.Key.ToString().ToLowerInvariant()))}", group.First().Value);
        }
    }

    /// <summary>In Kubernetes the args of a resource are the args of the list item too, and have no status.</summary>
    private bool IsResourceArgs(TypeName type, Use use) => table.IsKubernetes && use == Use.Args && wanted.Contains(type);

    private Block Input(TypeName type, Use use)
    {
        var block = new Block("");
        foreach (var member in InputMembers(type))
        {
            block.Add(Name(type, member, member.Optional), types.Read(member.Type, Owner(type), member.Name, use), Words(type, member));
        }

        return block;
    }

    private IEnumerable<string> Words(TypeName type, MemberSyntax member)
    {
        if (table.IsNestedSecret(type.Module, type.Name, member.Name))
            yield return "secret";
        foreach (var word in DefaultWords.Of(_defaults.GetValueOrDefault((char.ToLowerInvariant(type.Name[0]) + type.Name[1..], member.Name))))
            yield return word;
        if (member.Deprecated)
            yield return "deprecated";
    }

    private Block Output(TypeName type, Use use)
    {
        var block = new Block("");
        var inputs = _inputs.Interfaces.GetValueOrDefault(type.Dotted, []).ToDictionary(m => m.Name, m => m.Optional, StringComparer.Ordinal);
        foreach (var member in Find(_outputs, type))
        {
            var optional = !table.IsKubernetes && inputs.GetValueOrDefault(member.Name, member.Optional);
            block.Add(Name(type, member, optional), types.Read(member.Type, Owner(type), member.Name, use));
        }

        return block;
    }

    private IReadOnlyList<MemberSyntax> InputMembers(TypeName type)
    {
        var path = type.Module.Replace('.', '/') + "/" + type.Name;
        if (table.IsKubernetes && package.Has(path + ".d.ts")
            && DeclarationFile.Parse(package.Text(path + ".d.ts")).Interfaces.TryGetValue(type.Name + "Args", out var args))
            return args;
        return Find(_inputs, type);
    }

    private static IReadOnlyList<MemberSyntax> Find(DeclarationFile file, TypeName type) => file.Interfaces.TryGetValue(type.Dotted, out var members)
        ? members
        : throw new RefreshException($"types: '{type.Dotted}' is used but not declared; the package has a form this tool does not know");

    private TypeName Owner(TypeName type) => type.Module.Length == 0 && table.IsKubernetes ? type with { Module = "Provider" } : type;

    private string Name(TypeName type, MemberSyntax member, bool optional)
    {
        var name = PropertyNames.Of(table, type, member.Name);
        var at = name.IndexOf('=', StringComparison.Ordinal);
        if (!optional)
            return name;
        return at < 0 ? name + "?" : name[..at] + "?" + name[at..];
    }
}
