namespace CrossCloudMesh.Refresh.Schemas;

/// <summary>Where a nested type is used; each use is a C# class of its own.</summary>
internal enum Use { Args, Get, Invoke, Out, Result }

/// <summary>A nested type in npm's words: dotted lower-case module (empty for the index) and name.</summary>
internal readonly record struct TypeName(string Module, string Name)
{
    public static TypeName Of(string dotted)
    {
        var at = dotted.LastIndexOf('.');
        return at < 0 ? new("", dotted) : new(dotted[..at], dotted[(at + 1)..]);
    }

    public string Dotted => Module.Length == 0 ? Name : Module + "." + Name;
}
