using CrossCloudMesh.Refresh;
using CrossCloudMesh.Refresh.Packages;
using CrossCloudMesh.Refresh.Schemas;
using CrossCloudMesh.Refresh.Tables;

const string Usage = "usage: dotnet run --project offline/refresh -- <aws|gcp|kubernetes|tls|all> [--package <file.tgz>] [--schemas <folder>]";
try
{
    var (provider, package, schemas) = Arguments(args);
    foreach (var name in provider == "all" ? ProviderTable.Providers : [provider])
        Refresh(name, package, schemas);
    return 0;
}
catch (RefreshException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

static (string Provider, string? Package, string Schemas) Arguments(string[] args)
{
    string? package = null;
    var schemas = "offline/schemas";
    if (args.Length % 2 == 0)
        throw new RefreshException(Usage);
    for (var at = 1; at < args.Length; at += 2)
    {
        if (args[at] == "--package" && args[0] != "all")
            package = args[at + 1];
        else if (args[at] == "--schemas")
            schemas = args[at + 1];
        else
            throw new RefreshException($"{args[at]}: not an option here; {Usage}");
    }

    return (args[0], package, schemas);
}

static void Refresh(string provider, string? archive, string schemas)
{
    var table = ProviderTable.Load(provider);
    var list = Path.Combine(schemas, provider + ".types");
    if (!File.Exists(list))
        throw new RefreshException($"{list}: not found; run from the project's root, or pass --schemas <folder>");
    var wanted = File.ReadLines(list).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
    var package = archive is null ? PackageFiles.Download(provider, table.Version) : PackageFiles.Open(archive);
    var text = SchemaBuilder.Build(package, table, wanted);
    var path = Path.Combine(schemas, provider + ".schema");
    File.WriteAllText(path, text);
    Console.WriteLine($"{path}: {wanted.Count} types wanted, {text.Split('\n').Length - 1} lines, {text.Length / 1024} KiB");
}
