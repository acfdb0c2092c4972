namespace CrossCloudMesh.Values;

/// <summary>The name of everything that one root of trust vouches for: the host of every identity in it.</summary>
/// <remarks>Source: https://github.com/spiffe/spiffe/blob/main/standards/SPIFFE-ID.md, read 2026-11-21.</remarks>
public readonly record struct TrustDomain : ITextValue<TrustDomain>
{
    private const int Longest = 63;

    private readonly string? text;

    private TrustDomain(string text) => this.text = text;

    public static string Form => "a trust domain such as mesh.example.com: 3 to 63 lower-case letters, digits, dots and hyphens";

    public static string Pattern => @"^(?=.{3,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";

    public static TrustDomain? Parse(string text) =>
        text.Length is >= 3 and <= Longest && Array.TrueForAll(text.Split('.'), label =>
            label.Length > 0 && label[0] != '-' && label[^1] != '-' && Letters.IsMadeOf(label, "-"))
            ? new TrustDomain(text)
            : null;

    /// <summary>The identity of a workload.</summary>
    public string IdentityOf(KubernetesNamespace place, KubernetesNamespace serviceAccount) => $"spiffe://{text}/ns/{place}/sa/{serviceAccount}";

    public override string ToString() => text ?? "";
}
