using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Small common words and marks.</summary>
internal static class Signs
{
    /// <summary>The mark by which Pulumi shows an operation.</summary>
    public static string Of(string operation) => operation switch
    {
        "create" => "+",
        "import" => "=",
        _ => ">",
    };

    /// <summary>The mark of a change; a replacement has one that ASCII lacks.</summary>
    public static string Of(Operation operation, bool isUnicode) => operation switch
    {
        Operation.Update => "~",
        Operation.Replace => isUnicode ? "±" : "+-",
        Operation.Delete => "-",
        Operation.Rename => "=",
        _ => Of(Words.Of(operation)),
    };

    public static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>The last word of a type token: <c>Vpc</c> of <c>aws:ec2/vpc:Vpc</c>.</summary>
    public static string Kind(string token) => token[(token.LastIndexOf(':') + 1)..];

    /// <summary>The kind and name of a resource, by its URN, without what stack and project repeat.</summary>
    public static string Short(string urn)
    {
        var name = urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        var type = urn[..urn.LastIndexOf("::", StringComparison.Ordinal)];
        return $"{Kind(type)} {name}";
    }

    /// <summary>The kind of a resource for a reader; a provider is named by what it serves.</summary>
    public static string Kind(PlannedResource resource) => resource.IsProvider ? $"{resource.Package} provider" : Kind(resource.Type);
}
