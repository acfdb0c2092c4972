namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>Where a bundle stands on its machine. There is one service on a machine, so its name is in no path.</summary>
/// <remarks>
/// The certificate's files are in a folder of their own, which <c>current</c> leads to: to move that link is to change all of them at once, and
/// Envoy watches the folder that the link is in. Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/security/secret#key-rotation,
/// read 2026-11-21.
/// </remarks>
public static class EnvoyPaths
{
    /// <summary>What the machine's Envoy reads.</summary>
    public const string Folder = "/etc/mesh";

    /// <summary>Where the secrets are told of.</summary>
    public const string Sds = Folder + "/sds";

    /// <summary>The folder that is watched for a new certificate.</summary>
    public const string Certificates = Folder + "/certificates";

    /// <summary>The link in it to the folder whose files count.</summary>
    public const string Current = Certificates + "/current";

    /// <summary>The certificate of the service, and then that of the authority which signed it, in PEM.</summary>
    public const string Chain = Current + "/certificate.pem";

    /// <summary>The key, in PEM.</summary>
    public const string Key = Current + "/key.pem";

    /// <summary>Every root that is trusted, in PEM.</summary>
    public const string Roots = Current + "/roots.pem";
}
