namespace CrossCloudMesh.Lifters.Istio;

/// <summary>What a service takes from callers without a certificate.</summary>
internal enum MutualTls
{
    /// <summary>What a wider policy says.</summary>
    Unset,

    /// <summary>It takes them beside the others.</summary>
    Permissive,

    /// <summary>It refuses them.</summary>
    Strict,

    /// <summary>It takes only them.</summary>
    Disable,
}

/// <summary>One PeerAuthentication.</summary>
internal sealed record PeerAuthentication(Scope Scope, MutualTls Mode, Dictionary<int, (MutualTls Mode, Field Field)> ByPort);

/// <summary>Reads PeerAuthentications, and which mode holds where.</summary>
/// <remarks>
/// The nearest that says a mode counts, and without any, callers with and without a certificate are taken. A mode by port needs a selector.
/// Source: https://istio.io/latest/docs/reference/config/security/peer_authentication/, read 2026-11-21.
/// </remarks>
internal static class PeerAuthenticationReader
{
    private static readonly string[] Words = ["UNSET", "PERMISSIVE", "STRICT", "DISABLE"];

    public static PeerAuthentication Read(IstioObject source, IstioMesh mesh)
    {
        var spec = source.Spec.Members();
        var scope = Scope.Read(source, mesh, spec["selector"], "matchLabels");
        var mode = spec["mtls"] is { } mtls ? ModeOf(mtls) : MutualTls.Unset;
        var byPort = new Dictionary<int, (MutualTls, Field)>();
        if (spec["portLevelMtls"] is { } ports)
        {
            foreach (var (port, field) in ports.Members().Rest())
            {
                byPort[scope.Labels is not null && int.TryParse(port, out var number) ? number : throw field.Refused("must be under the number of a port, of a policy with a selector")] =
                    (ModeOf(field), field);
            }
        }

        spec.End();
        return new(scope, mode, byPort);
    }

    /// <summary>The mode that holds for a port.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="callee">The service.</param>
    /// <param name="port">Its port.</param>
    public static MutualTls Over(IEnumerable<PeerAuthentication> policies, Callee callee, int port)
    {
        var nearest = Nearest.Of(policies, policy => policy.Scope, callee);
        var modes = nearest.SelectMany(policy => policy.ByPort.TryGetValue(port, out var own) ? [own.Mode, policy.Mode] : new[] { policy.Mode });
        return modes.FirstOrDefault(mode => mode is not MutualTls.Unset) is var first and not MutualTls.Unset ? first : MutualTls.Permissive;
    }

    /// <summary>Refuses a mode for a port that no service has.</summary>
    public static void MustNamePorts(PeerAuthentication policy, IReadOnlyCollection<Callee> callees)
    {
        foreach (var (port, (_, field)) in policy.ByPort)
        {
            if (!callees.Any(callee => policy.Scope.Over(callee) is not Reach.None && callee.Ports.Exists(each => each.Number == port)))
            {
                throw field.Refused("must be under a port of a service that is here");
            }
        }
    }

    private static MutualTls ModeOf(Field field)
    {
        var mtls = field.Members();
        var mode = mtls["mode"]?.Word(Words);
        mtls.End();
        return mode is null ? MutualTls.Unset : (MutualTls)Array.IndexOf(Words, mode);
    }
}
