using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrossCloudMesh.Preview.OfflineCloud;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>Stacks whose root is in Google's CAS, and what it signs there.</summary>
internal static class CasStacks
{
    public const string Certificate = "gcp:certificateauthority/certificate:Certificate";
    public const string Project = "cross-cloud-mesh-dev";

    private const string Root = "    root:\n      by: generated # its key is in the state; docs/mesh.md tells of other places\n      generation: 1\n";

    /// <summary>The path of an authority of the pool <c>mesh</c>.</summary>
    public static string PathOf(string authority, string project = Project, string region = "us-east4") =>
        $"projects/{project}/locations/{region}/caPools/mesh/certificateAuthorities/{authority}";

    /// <summary>A stack with a root that stands already.</summary>
    public static string Standing(string authority = "root", int generation = 1, string rotation = "") =>
        Settings.Project.DevWith(Root, $"    root:\n{StandingRoot(authority, 6, generation)}{rotation}");

    /// <summary>The settings of a root that stands already, indented by so many spaces.</summary>
    public static string StandingRoot(string authority, int indent, int generation = 1)
    {
        var margin = new string(' ', indent);
        return $"{margin}by: googleCas\n{margin}authority: {PathOf(authority)}\n{margin}generation: {generation}\n"
            + $"{margin}certificate: {RootPem.Block(CertificateOf(authority), indent)}";
    }

    /// <summary>A stack with a root that is made in Google's CAS.</summary>
    /// <param name="root">More keys of the root.</param>
    /// <param name="more">What stands beside the root.</param>
    public static string Made(string root = "", string more = "") =>
        Settings.Project.DevWith(Root, $"    root: {Generated(1, root)}\n{more}");

    /// <summary>The settings of a root that is made in Google's CAS.</summary>
    public static string Generated(int generation, string more = "") => $"{{ by: generatedInGoogleCas, generation: {generation}, region: us-east4{more} }}";

    /// <summary>What the offline cloud's authority signs, asked with these inputs beside the request.</summary>
    public static Draft Sign(Cloud cloud, params (string Key, object Value)[] inputs)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = ImmutableDictionary<string, object>.Empty
            .Add("pemCsr", new CertificateRequest("CN=any", key, HashAlgorithmName.SHA256).CreateSigningRequestPem())
            .Add("project", Project)
            .Add("location", "us-east4")
            .Add("pool", "mesh")
            .Add("lifetime", "86400s");
        return cloud.Make("urn:any", Certificate, "any", asked.SetItems(inputs.Select(input => KeyValuePair.Create(input.Key, input.Value))), null);
    }

    /// <summary>The certificate of an authority that stands already.</summary>
    private static string CertificateOf(string authority) =>
        (string)((ImmutableArray<object>)Sign(new Cloud(), ("certificateAuthority", authority)).Outputs["pemCertificateChains"])[0];
}
