using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name by which an engine knows a resource: <c>urn:pulumi:stack::project::types::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string value;

    public Urn(string value) =>
        this.value = string.IsNullOrEmpty(value) ? throw new ArgumentException("URN cannot be null or empty.", nameof(value)) : value;

    /// <summary>The URN that a resource of this name and type has, below the parent if one is given.</summary>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");

        var above = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = above is not null
            ? above.Apply(urn => string.Concat(urn.AsSpan(0, urn.LastIndexOf("::", StringComparison.Ordinal)), "$"))
            : Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => value;

    public static implicit operator string(Urn value) => value.value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);
}
