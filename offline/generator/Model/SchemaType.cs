namespace CrossCloudMesh.Generator.Model;

internal enum TypeKind { Scalar, Named, List, Map, Union }

/// <summary>A type in the schema's notation: <c>string</c>, <c>Eks.ClusterVpcConfig</c>, <c>[T]</c>, <c>{T}</c>, <c>A|B</c>.</summary>
internal sealed class SchemaType
{
    private static readonly HashSet<string> s_scalars = ["string", "bool", "int", "double", "any", "json", "asset", "archive"];

    private SchemaType(TypeKind kind, string name, params SchemaType[] parts)
    {
        Kind = kind;
        Name = name;
        Parts = parts;
    }

    public TypeKind Kind { get; }

    /// <summary>Of a scalar or a named type.</summary>
    public string Name { get; }

    /// <summary>The element of a list or map, the members of a union.</summary>
    public IReadOnlyList<SchemaType> Parts { get; }

    public SchemaType Element => Parts[0];

    public bool IsCollection => Kind is TypeKind.List or TypeKind.Map;

    public static SchemaType Parse(string text, int line)
    {
        var at = 0;
        var type = Union(text, ref at, line);
        return at == text.Length ? type : throw Unreadable(text, line);
    }

    private static SchemaType Union(string text, ref int at, int line)
    {
        var members = new List<SchemaType> { One(text, ref at, line) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            members.Add(One(text, ref at, line));
        }

        return members.Count == 1 ? members[0] : new(TypeKind.Union, "", [.. members]);
    }

    private static SchemaType One(string text, ref int at, int line)
    {
        var start = at;
        if (at < text.Length && text[at] is '[' or '{')
        {
            at++;
            var element = Union(text, ref at, line);
            if (at >= text.Length || text[at] != (text[start] == '[' ? ']' : '}'))
                throw Unreadable(text, line);
            at++;
            return new(text[start] == '[' ? TypeKind.List : TypeKind.Map, "", element);
        }

        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '_'))
            at++;
        var name = text.Substring(start, at - start);
        if (s_scalars.Contains(name))
            return new(TypeKind.Scalar, name);
        return name.Length > 0 && char.IsUpper(name[0]) ? new(TypeKind.Named, name) : throw Unreadable(text, line);
    }

    private static SchemaException Unreadable(string text, int line) =>
        new(line, $"type: not in the schema's notation; got '{text}'; refresh the schema");
}
