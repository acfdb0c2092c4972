namespace CrossCloudMesh.Facts.Fields;

/// <summary>Which field of one kind of mesh carries one element of the normal form, and what holds where nobody writes it.</summary>
public sealed record FieldFact
{
    private FieldFact(string element, string of, FieldOwner owner, string? path, string otherwise, Source source) =>
        (Element, Carrier, Owner, Path, Otherwise, Source) = (element, of, owner, path, otherwise, source);

    /// <summary>The element by its path in the normal form: <c>Route.TimeoutMs</c>.</summary>
    public string Element { get; }

    /// <summary>The kind of the object, or the name of the file.</summary>
    public string Carrier { get; }

    /// <summary>Whose object it is.</summary>
    public FieldOwner Owner { get; }

    /// <summary>
    /// Members with dots between; <c>[0]</c> is an item, <c>[name=x]</c> those of which a member is x, <c>[name^=x]</c> also those where it goes
    /// on with a slash, <c>*</c> any member. <c>{name}</c>, <c>{namespace}</c>, <c>{full}</c> and <c>{host}</c> stand for the service's. Null
    /// where the mesh has no field for it.
    /// </summary>
    public string? Path { get; }

    /// <summary>What the mesh does where nothing is written: <c>2 more tries</c>.</summary>
    public string Otherwise { get; }

    /// <summary>Where that was read.</summary>
    public Source Source { get; }

    /// <summary>What is taken for true of it besides: the word by which the lifter's list of assumptions has it.</summary>
    public string? Assumes { get; init; }

    /// <summary>A field of an object.</summary>
    internal static FieldFact Row(string element, string of, string path, string otherwise, Source source, FieldOwner owner = FieldOwner.Service) =>
        new(element, of, owner, path, otherwise, source);

    /// <summary>That there is no field.</summary>
    internal static FieldFact None(string element, string otherwise, Source source) => new(element, "", FieldOwner.Service, null, otherwise, source);
}

/// <summary>Whose object a field is in.</summary>
public enum FieldOwner
{
    /// <summary>The service's own.</summary>
    Service,

    /// <summary>That of each of its callers.</summary>
    Caller,

    /// <summary>The one for all of the mesh.</summary>
    Mesh,
}
