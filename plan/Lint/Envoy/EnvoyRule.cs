namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>Something that must be so in every file that an Envoy starts with.</summary>
/// <remarks>A rule speaks of what the file says, and never of what it fetches from elsewhere.</remarks>
public sealed record EnvoyRule
{
    /// <summary>Stable, in kebab case.</summary>
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What must be so, as a short sentence without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>What happens otherwise, as a short sentence without a full stop.</summary>
    public required string Why { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Fix { get; init; }

    /// <summary>Where a file breaks it, each with what is so there, without a full stop.</summary>
    public required Func<EnvoyFile, IEnumerable<(EnvoyPlace Place, string Message)>> Judge { get; init; }

    internal IEnumerable<Finding> Findings(EnvoyFile file) =>
        Judge(file).Select(broken => new Finding(Id, Severity, null, broken.Message, Fix) { Evidence = [broken.Place.Shown] });
}
