using CrossCloudMesh.Refresh.Declarations;
using CrossCloudMesh.Refresh.Packages;
using CrossCloudMesh.Refresh.Scripts;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>Gathers the facts of the wanted resources and functions and of every nested type they reach.</summary>
internal sealed class SchemaBuilder
{
    private readonly PackageFiles _package;
    private readonly ProviderTable _table;
    private readonly TypeReader _types;
    private readonly HashSet<TypeName> _wanted;
    private readonly List<Block> _blocks = [];

    private SchemaBuilder(PackageFiles package, ProviderTable table, IEnumerable<string> wanted)
    {
        _package = package;
        _table = table;
        _types = new TypeReader(table);
        _wanted = [.. wanted.Select(TypeName.Of)];
    }

    /// <returns>The text of the schema file.</returns>
    public static string Build(PackageFiles package, ProviderTable table, IReadOnlyList<string> wanted)
    {
        if (package.Name != "@pulumi/" + table.Provider)
            throw new RefreshException($"--package: is {package.Name}; wanted @pulumi/{table.Provider}");
        if (package.Version != table.Version)
            throw new RefreshException($"version: {table.Provider} is pinned to {table.Version}, the package is {package.Version}; change both or neither");
        var builder = new SchemaBuilder(package, table, wanted);
        foreach (var type in builder._wanted)
            builder.AddWanted(type);
        builder._blocks.AddRange(new NestedTypes(package, table, builder._types, builder._wanted).Blocks());
        builder.AddEnums();
        return SchemaText.Write(table, builder._blocks);
    }

    private void AddWanted(TypeName type)
    {
        var path = (type.Module.Length == 0 ? "" : type.Module.Replace('.', '/') + "/") + type.Name;
        if (type.Name == "Index")
            path += "_"; // index.d.ts is the module itself
        if (!_package.Has(path + ".d.ts"))
            throw new RefreshException($"{_table.Provider}.types: no type '{type.Dotted}' in version {_table.Version}; write it as the npm package does, e.g. ec2.Vpc");
        var file = DeclarationFile.Parse(_package.Text(path + ".d.ts"));
        var script = _package.Text(path + ".js");
        if (file.Classes.TryGetValue(type.Name, out var declared))
            AddResource(type, file, declared, ResourceScript.Parse(script));
        else if (file.Functions.TryGetValue(type.Name, out var function))
            AddFunction(type, file, function, script);
        else
            throw new RefreshException($"{_table.Provider}.types: '{path}' declares no '{type.Name}'; check the case of its letters");
    }

    private void AddResource(TypeName type, DeclarationFile file, ClassSyntax declared, ResourceScript script)
    {
        var head = declared.Base.EndsWith("ProviderResource", StringComparison.Ordinal)
            ? "provider"
            : $"{(script.Remote ? "component" : "resource")} {script.Token} {_types.FullName(type)}";
        head += declared.ArgsOptional ? "" : " args!";
        head += string.Concat(script.Aliases.Select(a => " alias=" + a));
        head += string.Concat(script.ReplaceOnChanges.Select(p => " replace=" + p));
        head += declared.Deprecated ? " deprecated" : "";
        head += string.Concat(declared.Methods.Where(m => m == "terraformConfig").Select(m => " method=" + m));
        var block = new Block(head);
        foreach (var member in file.Interfaces[type.Name + "Args"])
        {
            var input = script.Args.GetValueOrDefault(member.Name);
            block.Add(Name(type, member), _types.Read(member.Type, type, member.Name, Use.Args), [member.Optional ? "arg" : "arg!", .. Words(member, input)]);
        }

        foreach (var member in file.Interfaces.GetValueOrDefault(type.Name + "State", []))
            block.Add(Name(type, member, inState: true), _types.Read(member.Type, type, member.Name, Use.Get), "state");
        foreach (var member in declared.Properties)
        {
            block.Add(
                Name(type, member),
                _types.Read(member.Type, type, member.Name, Use.Out),
                [TypeReader.IsOptional(member.Type) ? "out?" : "out", .. SecretWord(script, member.Name), .. Deprecation(member)]);
        }

        _blocks.Add(block);
    }

    private void AddFunction(TypeName type, DeclarationFile file, FunctionSyntax function, string script)
    {
        var token = script.Split("runtime.invoke(\"", 2) is [_, var rest]
            ? rest[..rest.IndexOf('"', StringComparison.Ordinal)]
            : throw new RefreshException($"{_table.Provider}.types: '{type.Dotted}' returns a single value, which the generator does not know; leave it out");
        var name = char.ToUpperInvariant(type.Name[0]) + type.Name[1..];
        var owner = type with { Name = name };
        var args = function.Parameters.FirstOrDefault(p => p.Name == "args");
        var head = $"function {token} {_types.FullName(owner)}{(args is null or { Optional: true } ? "" : " args!")}{(function.Deprecated ? " deprecated" : "")}";
        var block = new Block(head);
        foreach (var member in file.Interfaces.GetValueOrDefault(name + "Args", []))
            block.Add(Name(owner, member), _types.Read(member.Type, owner, member.Name, Use.Invoke), [member.Optional ? "arg" : "arg!", .. Deprecation(member)]);
        foreach (var member in file.Interfaces.GetValueOrDefault(name + "Result", []))
            block.Add(Name(owner, member), _types.Read(member.Type, owner, member.Name, Use.Result), member.Optional ? "result?" : "result");
        _blocks.Add(block);
    }

    private void AddEnums()
    {
        foreach (var type in _types.Enums)
        {
            var file = DeclarationFile.Parse(_package.Text($"types/enums/{(type.Module.Length == 0 ? "" : type.Module.Replace('.', '/') + "/")}index.d.ts"));
            var block = new Block($"enum {_types.FullName(type)}");
            foreach (var member in file.Constants[type.Name])
                block.Add(member.Name, ((LiteralSyntax)member.Type).Text);
            _blocks.Add(block);
        }
    }

    private static IEnumerable<string> SecretWord(ResourceScript script, string property) =>
        script.SecretOutputs.Contains(property) ? ["secret-out"] : [];

    private static IEnumerable<string> Words(MemberSyntax member, InputScript? input)
    {
        if (input?.Secret == true)
            yield return "secret";
        if (input?.Json == true)
            yield return "json-text";
        if (input?.Constant is { } constant)
            yield return "const=" + constant;
        foreach (var word in DefaultWords.Of(input?.Default).Concat(Deprecation(member)))
            yield return word;
    }

    private static IEnumerable<string> Deprecation(MemberSyntax member) => member.Deprecated ? ["deprecated"] : [];

    private string Name(TypeName owner, MemberSyntax member, bool inState = false) => PropertyNames.Of(_table, owner, member.Name, inState);
}
