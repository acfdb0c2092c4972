using System.Collections.Immutable;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One AuthorizationPolicy that allows.</summary>
internal sealed record Authorization(Scope Scope, List<AuthorizationRule> Rules);

/// <summary>Who may call on which ports.</summary>
/// <param name="Callers">Identities; null is everybody.</param>
/// <param name="Ports">The ports; empty is each.</param>
internal sealed record AuthorizationRule(ImmutableArray<string>? Callers, List<(int Number, Field Field)> Ports);

/// <summary>Reads AuthorizationPolicies, and who may call what.</summary>
/// <remarks>
/// A policy without rules allows nobody. Who is allowed by any policy that holds for a service is allowed; where none holds, everybody is.
/// A port is that on which the pod listens, which here is the one that is called.
/// Source: https://istio.io/latest/docs/reference/config/security/authorization-policy/ and
/// https://istio.io/latest/docs/concepts/security/#implicit-enablement, read 2026-11-21.
/// </remarks>
internal static class AuthorizationReader
{
    public static Authorization Read(IstioObject source, IstioMesh mesh)
    {
        var spec = source.Spec.Members();
        var scope = Scope.Read(source, mesh, spec["selector"], "matchLabels");
        spec["action"]?.Word("ALLOW");
        List<AuthorizationRule> rules = [.. spec["rules"]?.Items().Select(rule => RuleOf(rule, source, mesh)) ?? []];
        spec.End();
        return new(scope, rules);
    }

    /// <summary>Who may call a port; null is everybody.</summary>
    public static Ordered<string>? Over(IEnumerable<Authorization> policies, Callee callee, int port)
    {
        List<Authorization> holding = [.. policies.Where(policy => policy.Scope.Over(callee) is not Reach.None)];
        List<AuthorizationRule> rules = [.. holding.SelectMany(policy => policy.Rules).Where(rule => rule.Ports.Count == 0 || rule.Ports.Exists(each => each.Number == port))];
        return holding.Count == 0 || rules.Exists(rule => rule.Callers is null) ? null : [.. rules.SelectMany(rule => rule.Callers!.Value)];
    }

    /// <summary>Refuses a port that no service has for which the policy holds.</summary>
    public static void MustNamePorts(Authorization policy, IReadOnlyCollection<Callee> callees)
    {
        foreach (var (number, field) in policy.Rules.SelectMany(rule => rule.Ports))
        {
            if (!callees.Any(callee => policy.Scope.Over(callee) is not Reach.None && callee.Ports.Exists(each => each.Number == number)))
            {
                throw field.Refused("must be a port of a service that is here");
            }
        }
    }

    private static AuthorizationRule RuleOf(Field field, IstioObject source, IstioMesh mesh)
    {
        var rule = field.Members();
        ImmutableArray<string>? callers = rule["from"] is { } from ? [.. from.Items().SelectMany(each => CallersOf(each, source, mesh))] : null;
        List<(int, Field)> ports = [.. rule["to"]?.Items().SelectMany(PortsOf) ?? []];
        rule.End();
        return new(callers, ports);
    }

    private static List<string> CallersOf(Field field, IstioObject source, IstioMesh mesh)
    {
        var from = field.Members();
        var callers = from.Need("source").Members();
        from.End();

        // Both at once are not allowed by the schema.
        List<string> identities = callers["serviceAccounts"] is { } accounts
            ? [.. accounts.Items().Select(account => IdentityOf(account, source.Namespace, mesh))]
            : [.. callers.Need("principals").Items().Select(principal => mesh.IdentityOf(Identity.Exact(principal)))];
        callers.End();
        return identities;
    }

    private static string IdentityOf(Field account, string place, IstioMesh mesh) => Identity.Exact(account).Split('/') switch
    {
        [var name] => mesh.IdentityOf(place, name),
        [var other, var name] => mesh.IdentityOf(other, name),
        _ => throw account.Refused("must be a service account, or a namespace and one with / between"),
    };

    private static List<(int, Field)> PortsOf(Field field)
    {
        var to = field.Members();
        var operation = to.Need("operation").Members();
        to.End();
        List<(int, Field)> ports =
            [.. operation.Need("ports").Items().Select(port => (int.TryParse(port.Text(), out var number) && number > 0 ? number : throw port.Refused("must be the number of a port"), port))];
        operation.End();
        return ports;
    }
}
