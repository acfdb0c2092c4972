using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>What a listener does about TLS.</summary>
/// <param name="Speaks">Whether it can, and so its callers do.</param>
/// <param name="IsStrict">Whether it takes nothing else.</param>
/// <param name="AsksCallers">Whether it asks callers for a certificate.</param>
/// <param name="Callers">Whom it then lets in; null is everybody.</param>
internal sealed record ServerTls(bool Speaks, bool IsStrict, bool AsksCallers, Ordered<string>? Callers)
{
    /// <summary>Plaintext.</summary>
    public static ServerTls None { get; } = new(false, false, false, null);
}

/// <summary>What a caller's proxy does about TLS.</summary>
/// <param name="Field">Where it is said.</param>
/// <param name="ShowsCertificate">Whether it has a certificate to show when it is asked.</param>
/// <param name="Servers">Whom it takes for the service.</param>
/// <param name="Ports">The ports of services for which that holds; null is every one.</param>
internal sealed record ClientTls(Field Field, bool ShowsCertificate, Ordered<string> Servers, List<int>? Ports);

/// <summary>Reads TLS of listeners and of callers.</summary>
/// <remarks>
/// A listener of mode STRICT takes no plaintext, but asks for a certificate only with a validation; mutual TLS is both. Without a list of names
/// it lets in whoever has a certificate of the mesh. A caller's list of names counts in place of the name in service discovery, which is no
/// identity, so that a caller without a list is refused. A caller's policy is enforced unless it says otherwise.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/tls.html,
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/mutual-tls.html,
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_ListenerTls.html and
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_ClientPolicyTls.html, read 2026-11-21.
/// </remarks>
internal static class TlsReader
{
    private const string Strict = "STRICT";
    private const string Disabled = "DISABLED";
    private const string Scheme = "spiffe://";

    /// <summary>Reads what follows a listener's <c>tls</c>.</summary>
    /// <param name="field">What it says.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="identities">Takes the identity that a certificate is asked for by.</param>
    public static ServerTls ServerOf(Field field, AppMeshMesh mesh, List<(Field Field, string Identity)> identities)
    {
        var tls = field.Members();
        var mode = tls.Need("mode").Word(Strict, "PERMISSIVE", Disabled);
        ReadCertificate(tls.Need("certificate"), identities);
        var validation = tls["validation"];
        tls.End();
        if (validation is not { } written)
        {
            return new(mode != Disabled, mode == Strict, false, null);
        }

        return mode == Strict
            ? new(true, true, true, NamesOf(written, mesh))
            : throw written.Refused($"must not be there with the mode {mode}, which lets in callers without a certificate all the same");
    }

    /// <summary>Reads what follows <c>clientPolicy</c>.</summary>
    /// <inheritdoc cref="ServerOf"/>
    public static ClientTls ClientOf(Field field, AppMeshMesh mesh, List<(Field Field, string Identity)> identities)
    {
        var policy = field.Members();
        var place = policy.Need("tls");
        policy.End();
        var tls = place.Members();
        if (tls["enforce"] is { } enforce && !enforce.Flag())
        {
            throw enforce.Refused("must be true, as a caller that does not insist has no place in the normal form");
        }

        var certificate = tls["certificate"];
        if (certificate is { } shown)
        {
            ReadCertificate(shown, identities);
        }

        var validation = tls.Need("validation");
        var names = NamesOf(validation, mesh) ?? throw validation.Refused("must have subjectAlternativeNames, as callers otherwise go by the name in service discovery, which is no identity");
        List<int>? ports = tls["ports"]?.Items().ConvertAll(port => port.Whole(1, ushort.MaxValue));
        tls.End();
        return new(place, certificate is not null, names, ports);
    }

    private static void ReadCertificate(Field field, List<(Field Field, string Identity)> identities)
    {
        var certificate = field.Members();
        RefuseManaged(certificate);
        var (kind, value) = certificate.One("file", "sds");
        certificate.End();
        var from = value.Members();
        if (kind == "file")
        {
            from.Need("certificateChain").Text();
            from.Need("privateKey").Text();
        }
        else
        {
            var name = from.Need("secretName");
            identities.Add((name, IdentityOf(name)));
        }

        from.End();
    }

    /// <summary>The names of which a certificate must bear one; null is any.</summary>
    private static Ordered<string>? NamesOf(Field field, AppMeshMesh mesh)
    {
        var validation = field.Members();
        ReadTrust(validation.Need("trust"), mesh);
        var names = validation["subjectAlternativeNames"]?.Members();
        validation.End();
        if (names is null)
        {
            return null;
        }

        var match = names.Need("match").Members();
        names.End();
        Ordered<string> exact = [.. match.Need("exact").Items().Select(IdentityOf)];
        match.End();
        return exact;
    }

    private static void ReadTrust(Field field, AppMeshMesh mesh)
    {
        var trust = field.Members();
        RefuseManaged(trust);
        var (kind, value) = trust.One("file", "sds");
        trust.End();
        var from = value.Members();
        if (kind == "file")
        {
            from.Need("certificateChain").Text();
        }
        else
        {
            from.Need("secretName").Word(mesh.Roots);
        }

        from.End();
    }

    private static void RefuseManaged(Members members)
    {
        if (members["acm"] is { } managed)
        {
            throw managed.Refused("has no place in the normal form, as certificates of ACM bear no identity");
        }
    }

    private static string IdentityOf(Field field) =>
        field.Text() is var text && text.StartsWith(Scheme, StringComparison.Ordinal) && !text.Contains('*', StringComparison.Ordinal)
            ? text
            : throw field.Refused($"must be an identity to the letter, which begins with {Scheme}");
}
