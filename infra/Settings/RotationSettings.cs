using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>How far a root has given way to another. The key <c>phase</c> says how far.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "phase")]
[JsonDerivedType(typeof(SteadySettings), "steady")]
[JsonDerivedType(typeof(TrustBothSettings), "trustBoth")]
[JsonDerivedType(typeof(SignWithNewSettings), "signWithNew")]
[JsonDerivedType(typeof(DropOldSettings), "dropOld")]
public abstract record RotationSettings
{
    /// <summary>The root to come; null where none is.</summary>
    internal virtual RootSettings? Next => null;
}

/// <summary>There is one root.</summary>
public sealed record SteadySettings : RotationSettings;

/// <summary>Everybody comes to trust the next root too; the one before still signs.</summary>
public sealed record TrustBothSettings : RotationSettings
{
    [Description("The next root.")]
    public required RootSettings To { get; init; }

    internal override RootSettings? Next => To;
}

/// <summary>The next root signs; everybody still trusts the one before.</summary>
public sealed record SignWithNewSettings : RotationSettings
{
    [Description("The next root, as it was in the phase before.")]
    public required RootSettings To { get; init; }

    [Description("The day on which the phase trustBoth was deployed, and what runs outside the mesh was told of the next root.")]
    public required CalendarDay TrustedSince { get; init; }

    internal override RootSettings? Next => To;
}

/// <summary>Nobody trusts the root before any more. After it, the next root becomes root, and the phase steady.</summary>
public sealed record DropOldSettings : RotationSettings
{
    [Description("The next root, as it was in the phase before.")]
    public required RootSettings To { get; init; }

    [Description("The day on which the phase signWithNew was deployed.")]
    public required CalendarDay SignedSince { get; init; }

    internal override RootSettings? Next => To;
}
