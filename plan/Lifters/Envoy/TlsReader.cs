using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>One end of TLS.</summary>
/// <param name="Least">The least version.</param>
/// <param name="Names">Whom it takes the other end for, as identities; null where it does not say.</param>
/// <param name="Certificate">The name of the secret with its own certificate; null where it shows none.</param>
/// <param name="RequiresCertificate">Whether the other end must show one.</param>
/// <param name="Field">Where it stands.</param>
internal sealed record Tls(string Least, Ordered<string>? Names, string? Certificate, bool RequiresCertificate, Field Field);

/// <summary>Reads transport sockets.</summary>
/// <remarks>
/// Without a word TLS is 1.2 at least; at most 1.3 at the server, and 1.2 at the client, which has no place in the normal form. A client's
/// certificate is asked for but not demanded. Without names every certificate of the trusted authorities will do.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/tls.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/common.proto, read 2026-11-21.
/// </remarks>
internal static class TlsReader
{
    private const string Package = "envoy.extensions.transport_sockets.tls.v3.";
    private const string Scheme = "spiffe://";

    /// <summary>What they say of ciphers must be of these: with them both ends agree on one, and which says nothing.</summary>
    private static readonly HashSet<string> Ciphers = new(StringComparer.Ordinal)
    {
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    };

    /// <summary>The server's end, of a listener.</summary>
    public static Tls Server(Field field)
    {
        var context = field.Typed(Package + "DownstreamTlsContext");
        context.Free("session_timeout", "disable_stateless_session_resumption", "disable_stateful_session_resumption", "prefer_client_ciphers");
        var demands = context["require_client_certificate"];
        var requires = demands?.Flag() ?? false;
        var tls = Common(context.Need("common_tls_context"), isServer: true) with { RequiresCertificate = requires, Field = field };
        context.End();
        if (tls.Certificate is null)
        {
            throw field.Refused("must show a certificate");
        }

        return tls.Names is not null && !requires
            ? throw (demands ?? field).Refused("must be require_client_certificate: true beside match_typed_subject_alt_names, which would demand a certificate by itself")
            : tls;
    }

    /// <summary>The client's end, of a cluster.</summary>
    /// <param name="field">The socket.</param>
    /// <param name="host">The name that is called.</param>
    public static Tls Client(Field field, string host)
    {
        var context = field.Typed(Package + "UpstreamTlsContext");
        context["sni"]?.Word(host);
        context.Off("allow_renegotiation", "auto_host_sni", "auto_sni_san_validation");
        context.Free("enforce_rsa_key_usage", "max_session_keys");
        var tls = Common(context.Need("common_tls_context"), isServer: false) with { Field = field };
        context.End();
        return tls switch
        {
            { Certificate: null } => throw field.Refused("must show a certificate, as the normal form knows both ends' or none"),
            { Names: null } => throw field.Refused("must name whom it takes for the service by match_typed_subject_alt_names"),
            _ => tls,
        };
    }

    private static Tls Common(Field field, bool isServer)
    {
        var common = field.Members();
        var least = VersionsOf(common["tls_params"], field, isServer);
        foreach (var protocol in common["alpn_protocols"]?.Items() ?? [])
        {
            protocol.Word("h2", "http/1.1");
        }

        string? certificate = null;
        if (common["tls_certificates"] is { } inline)
        {
            inline.Single().Members();
            certificate = "";
        }
        else if (common["tls_certificate_sds_secret_configs"] is { } secrets)
        {
            certificate = SecretOf(secrets.Single());
        }

        var (validation, combined) = (common["validation_context"], common["combined_validation_context"]?.Members());
        common.End();
        if (combined is not null)
        {
            SecretOf(combined.Need("validation_context_sds_secret_config"));
            validation = combined.Need("default_validation_context");
            combined.End();
        }

        return validation is { } written
            ? new(least, NamesOf(written, trusts: combined is not null), certificate, false, field)
            : throw field.Refused("must trust somebody, by combined_validation_context or validation_context");
    }

    private static string VersionsOf(Field? field, Field owner, bool isServer)
    {
        var parameters = field?.Members();
        var least = parameters?["tls_minimum_protocol_version"]?.Word("TLS_AUTO", "TLSv1_2", "TLSv1_3") == "TLSv1_3" ? "1.3" : ClientForm.UsualTls;
        var most = parameters?["tls_maximum_protocol_version"];
        foreach (var cipher in parameters?["cipher_suites"]?.Items() ?? [])
        {
            if (!cipher.Text().Trim('[', ']').Split('|').All(Ciphers.Contains))
            {
                throw cipher.Refused("must be of ECDHE with AES-GCM or ChaCha20-Poly1305");
            }
        }

        foreach (var curve in parameters?["ecdh_curves"]?.Items() ?? [])
        {
            curve.Word("X25519", "P-256", "P-384");
        }

        parameters?.End();
        if (isServer)
        {
            most?.Word("TLS_AUTO", "TLSv1_3");
        }
        else
        {
            (most ?? throw (field ?? owner).Refused("must say tls_maximum_protocol_version: TLSv1_3, or a client goes to 1.2 at most")).Word("TLSv1_3");
        }

        return least;
    }

    /// <summary>The name of a secret that a file holds.</summary>
    private static string SecretOf(Field field)
    {
        var secret = field.Members();
        var name = secret.Need("name").Text();
        var source = secret.Need("sds_config").Members();
        secret.End();
        source["resource_api_version"]?.Word("V3");
        source.Free("initial_fetch_timeout");
        var file = source.Need("path_config_source").Members();
        source.End();
        file.Need("path").Text();
        file.Free("watched_directory");
        file.End();
        return name;
    }

    private static Ordered<string>? NamesOf(Field field, bool trusts)
    {
        var context = field.Members();
        if (!trusts)
        {
            context.Need("trusted_ca").Members();
        }

        context.Off("allow_expired_certificate");
        context["trust_chain_verification"]?.Word("VERIFY_TRUST_CHAIN");
        var names = context["match_typed_subject_alt_names"]?.Items().ConvertAll(NameOf);
        context.End();
        return names is null ? null : [.. names];
    }

    private static string NameOf(Field field)
    {
        var matcher = field.Members();
        matcher.Need("san_type").Word("URI");
        var text = matcher.Need("matcher");
        matcher.End();
        return Identity(text);
    }

    /// <summary>A matcher of one identity to the letter.</summary>
    public static string Identity(Field field)
    {
        var matcher = field.Members();
        var exact = matcher.Need("exact");
        matcher.Off("ignore_case");
        matcher.End();
        return exact.Text().StartsWith(Scheme, StringComparison.Ordinal) ? exact.Text() : throw exact.Refused($"must be an identity that begins with {Scheme}");
    }
}
