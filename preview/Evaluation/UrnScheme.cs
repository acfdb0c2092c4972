namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Names resources as the engine does: <c>urn:pulumi:stack::project::parentType$type::name</c>, without the stack's own type.</summary>
internal sealed class UrnScheme(string stack, string project)
{
    public string Of(string? parentUrn, string type, string name) =>
        parentUrn is null
            ? $"urn:pulumi:{stack}::{project}::{type}::{name}"
            : $"urn:pulumi:{stack}::{project}::{QualifiedType(parentUrn)}${type}::{name}";

    /// <summary>The same in another stack or project, as an alias may ask for.</summary>
    public UrnScheme In(string? otherStack, string? otherProject) => new(otherStack ?? stack, otherProject ?? project);

    public static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    public static string TypeOf(string urn)
    {
        var qualified = QualifiedType(urn);
        return qualified[(qualified.LastIndexOf('$') + 1)..];
    }

    // A name may hold a double colon, so the type is found from the left: urn:pulumi:stack::project::TYPE::name.
    private static string QualifiedType(string urn)
    {
        var start = urn.IndexOf("::", urn.IndexOf("::", StringComparison.Ordinal) + 2, StringComparison.Ordinal) + 2;
        return urn[start..urn.IndexOf("::", start, StringComparison.Ordinal)];
    }
}
