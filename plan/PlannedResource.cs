namespace CrossCloudMesh.Plan;

/// <summary>One resource, with everything that the engine would be told about it.</summary>
public sealed record PlannedResource
{
    public required string Urn { get; init; }

    /// <summary>The type token, such as <c>aws:ec2/vpc:Vpc</c>.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>False for a component, which only groups others.</summary>
    public required bool IsCustom { get; init; }

    /// <summary>URN of the parent; null directly below the stack.</summary>
    public string? Parent { get; init; }

    /// <summary>URN of the provider that makes it; null for components, providers, and where the default provider would serve.</summary>
    public string? Provider { get; init; }

    public required SortedMap<PlanValue> Inputs { get; init; }

    public PlannedOptions Options { get; init; } = PlannedOptions.None;

    /// <summary>URNs it was told to wait for; a component among them stands for the custom resources below it.</summary>
    public Sequence<string> DependsOn { get; init; } = Sequence<string>.Empty;

    /// <summary>URNs that each input comes from.</summary>
    public SortedMap<Sequence<string>> PropertyDependencies { get; init; } = SortedMap<Sequence<string>>.Empty;

    /// <summary>What the cloud will answer, of what tells the places of a resource apart: its addresses, where others take one of several.</summary>
    /// <remarks>Only of the types and outputs of <see cref="Network.KeptOutputs"/>; offline, the offline cloud's answers.</remarks>
    public SortedMap<PlanValue> Outputs { get; init; } = SortedMap<PlanValue>.Empty;

    /// <summary>The line that makes it, where the build says so.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>The package whose provider makes it: <c>aws</c>, <c>gcp</c>; for a provider itself, the package that it serves.</summary>
    public string Package =>
        Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Type["pulumi:providers:".Length..] : Type[..Math.Max(0, Type.IndexOf(':'))];

    public bool IsProvider => Type.StartsWith("pulumi:providers:", StringComparison.Ordinal);
}

/// <summary>A line of the program.</summary>
/// <param name="File">Path from the root of the repository, with slashes.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record SourceLine(string File, int Line);

/// <summary>The options that the engine sees: inherited ones are filled in.</summary>
public sealed record PlannedOptions
{
    public static PlannedOptions None { get; } = new();

    /// <summary>Cannot be deleted until this is lifted; inherited from the parent.</summary>
    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>URN of the resource whose deletion takes this one along.</summary>
    public string? DeletedWith { get; init; }

    public Sequence<string> IgnoreChanges { get; init; } = Sequence<string>.Empty;

    public Sequence<string> ReplaceOnChanges { get; init; } = Sequence<string>.Empty;

    public Sequence<string> AdditionalSecretOutputs { get; init; } = Sequence<string>.Empty;

    /// <summary>URNs under which the resource may be known already, with those that follow from the parent's aliases.</summary>
    public Sequence<string> Aliases { get; init; } = Sequence<string>.Empty;

    public PlannedTimeouts? CustomTimeouts { get; init; }

    /// <summary>The provider version that is asked for.</summary>
    public string? Version { get; init; }

    /// <summary>The cloud's id of what is taken under management.</summary>
    public string? ImportId { get; init; }

    /// <summary>The cloud's id of what is only read.</summary>
    public string? ReadId { get; init; }
}

/// <summary>How long the engine waits for each operation, in seconds.</summary>
public sealed record PlannedTimeouts(double? CreateSeconds, double? UpdateSeconds, double? DeleteSeconds);
