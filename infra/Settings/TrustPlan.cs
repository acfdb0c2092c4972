using System.Collections.Immutable;
using System.Diagnostics;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of trust: which roots are trusted, and which one signs.</summary>
public sealed record TrustPlan
{
    /// <summary>Where each root that is trusted stands in the settings, and the root; the older first.</summary>
    public required ImmutableArray<PlacedRoot> Trusted { get; init; }

    /// <summary>The one of them that signs.</summary>
    public required PlacedRoot Signing { get; init; }

    /// <summary>The one that is on its way out, and so need not be kept; null where none is.</summary>
    public PlacedRoot? Leaving { get; init; }

    /// <summary>The phase, in the operator's word.</summary>
    public required string Phase { get; init; }

    /// <summary>Whether a root is, or is to be, in Google's Certificate Authority Service.</summary>
    public bool IsInGoogle => Trusted.Any(placed => placed.Root is CasRootSettings or GeneratedCasRootSettings);

    public static TrustPlan Of(TrustSettings trust)
    {
        var root = new PlacedRoot("trust.root", trust.Root);
        var next = trust.Rotation.Next is { } to ? new PlacedRoot("trust.rotation.to", to) : null;
        return trust.Rotation switch
        {
            SteadySettings => new() { Phase = "steady", Trusted = [root], Signing = root },
            TrustBothSettings => new() { Phase = "trustBoth", Trusted = [root, next!], Signing = root },
            SignWithNewSettings => new() { Phase = "signWithNew", Trusted = [root, next!], Signing = next!, Leaving = root },
            DropOldSettings => new() { Phase = "steady", Trusted = [next!], Signing = next! },
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary>A root, and where it stands in the settings.</summary>
public sealed record PlacedRoot(string Path, RootSettings Root);
