namespace Pulumi;

/// <summary>A name that a resource had before: a whole URN, or the parts in which it differed.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }
    public Input<string>? Name { get; set; }
    public Input<string>? Type { get; set; }
    public Input<string>? Stack { get; set; }
    public Input<string>? Project { get; set; }
    public Resource? Parent { get; set; }
    public Input<string>? ParentUrn { get; set; }
    public bool NoParent { get; set; }

    /// <exception cref="ArgumentException">Parts are given that exclude one another.</exception>
    internal void Check()
    {
        var besideUrn = Name is not null ? nameof(Name)
            : Type is not null ? nameof(Type)
            : Project is not null ? nameof(Project)
            : Stack is not null ? nameof(Stack)
            : Parent is not null ? nameof(Parent)
            : ParentUrn is not null ? nameof(ParentUrn)
            : NoParent ? nameof(NoParent)
            : null;
        if (Urn is not null && besideUrn is not null)
            throw new ArgumentException($"Alias should not specify both Urn and {besideUrn}");

        var parents = (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);
        if (parents > 1)
            throw new ArgumentException("Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias");
    }
}

/// <summary>How long an engine waits for each operation; null leaves it to the provider.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }
    public TimeSpan? Update { get; set; }
    public TimeSpan? Delete { get; set; }

    internal CustomTimeouts Clone() => new() { Create = Create, Update = Update, Delete = Delete };
}
