using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads the filter that decides who may call.</summary>
/// <remarks>
/// It lets in whom one of its policies names. Rules without a policy let nobody in; a filter without rules does nothing. The name that it
/// compares is the URI in the caller's certificate.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/http/rbac/v3/rbac.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/rbac/v3/rbac.proto, read 2026-11-21.
/// </remarks>
internal static class AuthorizationReader
{
    public const string Message = "envoy.extensions.filters.http.rbac.v3.RBAC";

    /// <summary>Who may call a port.</summary>
    public static Ordered<string> Read(Members filter, int port)
    {
        filter.Free("rules_stat_prefix", "track_per_rule_stats");
        var rules = filter.Need("rules").Members();
        filter.End();
        rules["action"]?.Word("ALLOW");
        var policies = rules["policies"]?.Members().Rest() ?? [];
        rules.End();
        return [.. policies.SelectMany(policy => CallersOf(policy.Value, port))];
    }

    private static List<string> CallersOf(Field field, int port)
    {
        var policy = field.Members();
        var permission = policy.Need("permissions").Single().Members();
        if (permission["destination_port"] is { } only)
        {
            only.Whole((uint)port, (uint)port);
        }
        else if (permission.Need("any") is var any && !any.Flag())
        {
            throw any.Refused("must be true");
        }

        permission.End();
        var callers = policy.Need("principals").Items().ConvertAll(CallerOf);
        policy.End();
        return callers;
    }

    private static string CallerOf(Field field)
    {
        var principal = field.Members();
        var authenticated = principal.Need("authenticated").Members();
        principal.End();
        var name = TlsReader.Identity(authenticated.Need("principal_name"));
        authenticated.End();
        return name;
    }
}
