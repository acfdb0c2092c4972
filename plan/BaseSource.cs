namespace CrossCloudMesh.Plan;

/// <summary>What a plan was compared with.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">As it was asked for: a file, or what names a commit.</param>
public sealed record BaseSource(BaseKind Kind, string Name)
{
    /// <summary>The commit's whole hash; null where it is none.</summary>
    public string? Commit { get; init; }
}

/// <summary>The kinds of what a plan may be compared with.</summary>
public enum BaseKind
{
    /// <summary>A plan that was written before.</summary>
    Plan,

    /// <summary>What the program makes at a commit.</summary>
    Commit,

    /// <summary>What an engine has written down of what it deployed.</summary>
    State,
}
