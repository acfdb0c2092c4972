using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads what either end offers, and turns each cloud's words into common ones.</summary>
internal static class CipherSuites
{
    public static CipherSuite OfAws(AwsTunnelEnd end)
    {
        return new(
            Offered("IkeVersions", word => word.Replace("ikev", "", StringComparison.Ordinal)),
            Offered("Phase1EncryptionAlgorithms", AwsCipher),
            Offered("Phase1IntegrityAlgorithms", Digest),
            Groups("Phase1DhGroupNumbers"),
            Offered("Phase2EncryptionAlgorithms", AwsCipher),
            Offered("Phase2IntegrityAlgorithms", Digest),
            Groups("Phase2DhGroupNumbers"));

        List<string>? Offered(string option, Func<string, string> word) => Words(end.Connection.Resource, end.Path(option), word);

        List<string>? Groups(string option)
        {
            var (resource, path) = (end.Connection.Resource, end.Path(option));
            return resource.At(path) is not PlanValue.ListValue ? null : [.. resource.Items(path).Select(item => $"{resource.Number(item)}")];
        }
    }

    public static CipherSuite OfGoogle(GoogleTunnelEnd end)
    {
        var resource = end.Resource;
        var version = resource.At("ikeVersion");
        var encryption = Words(resource, "cipherSuite.phase1.encryptions", GoogleCipher);
        return new(
            Inputs.IsHidden(version) ? null : [$"{resource.Number("ikeVersion") ?? 2}"],
            encryption,
            Words(resource, CipherSuite.IsAead(encryption) ? "cipherSuite.phase1.prves" : "cipherSuite.phase1.integrities", Digest),
            Words(resource, "cipherSuite.phase1.dhs", Group),
            Words(resource, "cipherSuite.phase2.encryptions", GoogleCipher),
            Words(resource, "cipherSuite.phase2.integrities", Digest),
            Words(resource, "cipherSuite.phase2.pfs", Group));
    }

    private static List<string>? Words(PlannedResource resource, string path, Func<string, string> word) =>
        resource.At(path) is PlanValue.ListValue { Items.Count: > 0 } list
            ? [.. list.Items.OfType<PlanValue.TextValue>().Select(item => word(item.Value))]
            : null;

    /// <summary><c>AES256-GCM-16</c> and <c>AES256</c>.</summary>
    private static string AwsCipher(string word) =>
        word.EndsWith("-GCM-16", StringComparison.Ordinal) ? "gcm-" + word["AES".Length..^"-GCM-16".Length]
        : word.StartsWith("AES", StringComparison.Ordinal) ? "cbc-" + word["AES".Length..]
        : word;

    /// <summary><c>AES-GCM-16-256</c> and <c>AES-CBC-256</c>.</summary>
    private static string GoogleCipher(string word) =>
        word.StartsWith("AES-GCM-16-", StringComparison.Ordinal) ? "gcm-" + word["AES-GCM-16-".Length..]
        : word.StartsWith("AES-CBC-", StringComparison.Ordinal) ? "cbc-" + word["AES-CBC-".Length..]
        : word;

    /// <summary><c>SHA2-256</c>, <c>HMAC-SHA2-256-128</c>, <c>PRF-HMAC-SHA2-256</c>; SHA1 likewise.</summary>
    private static string Digest(string word)
    {
        var at = word.IndexOf("SHA", StringComparison.Ordinal);
        var parts = at < 0 ? [word] : word[at..].Split('-');
        return parts is ["SHA2", var bits, ..] ? "sha2-" + bits : parts[0].ToLowerInvariant();
    }

    private static string Group(string word) => word.StartsWith("Group-", StringComparison.Ordinal) ? word["Group-".Length..] : word;
}
