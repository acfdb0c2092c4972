using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads identities, which are compared to the letter.</summary>
internal static class Identity
{
    private const string Scheme = "spiffe://";

    /// <summary>A list of names that a certificate must bear one of, each an identity.</summary>
    public static Ordered<string> ListOf(Field field) => [.. field.Items().Select(Of)];

    /// <summary>A name without stars.</summary>
    public static string Exact(Field field) =>
        field.Text() is var text && !text.Contains('*', StringComparison.Ordinal) ? text : throw field.Refused("must be one name to the letter, without *");

    private static string Of(Field field) =>
        Exact(field).StartsWith(Scheme, StringComparison.Ordinal) ? field.Text() : throw field.Refused($"must be an identity that begins with {Scheme}");
}
