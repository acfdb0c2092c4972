using System.Collections.Frozen;

namespace CrossCloudMesh.Facts;

/// <summary>Which changed input makes a provider replace a resource, and which lists it takes as sets, for each type that is in use.</summary>
/// <remarks>
/// Read in the providers' own code, where such an input says <c>ForceNew</c> or <c>RequiresReplace</c>; what was not, the source of its row
/// names. What a provider decides from live state is not here. A type without a row is not known, and nobody may guess.
/// </remarks>
public static class ReplaceFacts
{
    private static readonly FrozenDictionary<string, ReplaceFact> ByType =
        ((ReplaceFact[])[.. AwsReplaceFacts.Rows, .. GoogleReplaceFacts.Rows, .. KubernetesReplaceFacts.Rows, .. TlsReplaceFacts.Rows])
            .ToFrozenDictionary(row => row.Type, StringComparer.Ordinal);

    /// <summary>Every type that is known, in no particular order.</summary>
    public static IEnumerable<ReplaceFact> All => ByType.Values;

    /// <summary>The row of a type token such as <c>aws:ec2/vpc:Vpc</c>; null where it is not known.</summary>
    public static ReplaceFact? Of(string type) => ByType.GetValueOrDefault(type);
}
