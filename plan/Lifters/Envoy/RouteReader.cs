using System.Globalization;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>The one route of a virtual host.</summary>
/// <param name="Where">Where the virtual host stands.</param>
/// <param name="Host">The name that it answers to; null for any.</param>
/// <param name="Port">The port of that name.</param>
/// <param name="IsGrpc">Whether it takes gRPC alone.</param>
/// <param name="Action">Where it leads.</param>
internal sealed record NamedRoute(Field Where, string? Host, int Port, bool IsGrpc, Members Action);

/// <summary>Reads virtual hosts, each with one route for every path.</summary>
/// <remarks>
/// A request takes 15 s at most where nothing is said, and 0 is for ever. The time that a call of gRPC names itself counts only where a bound is
/// set for it. A virtual host answers to its domains to the letter, so a name is there with its port and without.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto, read 2026-11-21.
/// </remarks>
internal static class RouteReader
{
    private const int UsualTimeoutMs = 15_000;

    /// <summary>The virtual hosts of a configuration of routes.</summary>
    public static List<NamedRoute> Read(Field field)
    {
        var routes = field.Members();
        routes.Free("name", "validate_clusters");
        var hosts = routes.Need("virtual_hosts").Items().ConvertAll(HostOf);
        routes.End();
        return hosts;
    }

    /// <summary>What a caller's route does, with the clusters that it leads to.</summary>
    /// <param name="named">The route.</param>
    /// <param name="idleMs">After how long without a byte its listener ends a stream.</param>
    /// <param name="callee">A cluster by its name and the host that is called.</param>
    public static (RouteForm Route, CalleeCluster Cluster) Caller(NamedRoute named, int idleMs, Func<Field, string, CalleeCluster> callee)
    {
        var action = named.Action;
        var timeoutMs = action["timeout"]?.Milliseconds() ?? UsualTimeoutMs;
        GrpcTimeout(action, timeoutMs, named.IsGrpc);
        var retry = RetryReader.Read(action["retry_policy"], timeoutMs);
        var targets = TargetsOf(action).ConvertAll(target => (Cluster: callee(target.Name, named.Host!), target.Weight));
        var idle = action["idle_timeout"]?.Milliseconds() ?? idleMs;
        action.Free("cluster_not_found_response_code");
        action.End();
        foreach (var (cluster, _) in targets)
        {
            if (cluster.IsHttp2 != targets[0].Cluster.IsHttp2 || cluster.Client != targets[0].Cluster.Client)
            {
                throw cluster.Field.Refused($"must be reached as {targets[0].Cluster.Field.Path} is, as the normal form has one way for all versions");
            }

            if (retry.Attempts > 0 && cluster.MaxRetries < CapsReader.WithoutLimit)
            {
                throw cluster.Field.Refused($"must let retries be under way without limit, by max_retries: {CapsReader.WithoutLimit}, and lets {cluster.MaxRetries}");
            }
        }

        var weights = targets.GroupBy(target => target.Cluster.Version, target => target.Weight, StringComparer.Ordinal)
            .Select(version => KeyValuePair.Create(version.Key, version.Sum()));
        return (new() { TimeoutMs = timeoutMs, IdleMs = idle, Retry = retry, Targets = TargetForm.Of(weights) }, targets[0].Cluster);
    }

    /// <summary>The cluster that a service's own route leads to, and after how long without a byte it ends a stream.</summary>
    public static (Field Cluster, int IdleMs) Own(NamedRoute named, int idleMs)
    {
        var action = named.Action;
        var timeout = action.Need("timeout");
        if (timeout.Milliseconds() != 0)
        {
            throw timeout.Refused("must be 0s, as it is its callers who bound a request");
        }

        GrpcTimeout(action, 0, isGrpc: false);
        var cluster = action.Need("cluster");
        var idle = action["idle_timeout"]?.Milliseconds() ?? idleMs;
        action.End();
        return (cluster, idle);
    }

    private static void GrpcTimeout(Members action, int timeoutMs, bool isGrpc)
    {
        if (action["max_stream_duration"] is not { } field)
        {
            if (isGrpc)
            {
                throw action.Owner.Refused("must bound the time that a call of gRPC names itself, by max_stream_duration.grpc_timeout_header_max");
            }

            return;
        }

        var duration = field.Members();
        var most = duration.Need("grpc_timeout_header_max");
        if (most.Milliseconds() != timeoutMs)
        {
            throw most.Refused($"must be {(timeoutMs / 1000m).ToString("0.###", CultureInfo.InvariantCulture)}s, as timeout is, since the normal form has one of both");
        }

        duration.End();
    }

    private static List<(Field Name, int Weight)> TargetsOf(Members action)
    {
        if (action["weighted_clusters"] is not { } field)
        {
            return [(action.Need("cluster"), 1)];
        }

        var weighted = field.Members();
        var targets = weighted.Need("clusters").Items().ConvertAll(TargetOf);
        weighted.End();
        return targets.Sum(target => (long)target.Weight) is > 0 and <= int.MaxValue
            ? targets
            : throw field.Refused("its weights must sum to more than nothing");
    }

    private static (Field Name, int Weight) TargetOf(Field field)
    {
        var target = field.Members();
        var read = (target.Need("name"), (int)(target["weight"]?.Whole(0, int.MaxValue) ?? 0));
        target.End();
        return read;
    }

    private static NamedRoute HostOf(Field field)
    {
        var host = field.Members();
        host.Need("name").Text();
        host.Free("include_request_attempt_count", "include_attempt_count_in_response");
        host["require_tls"]?.Word("NONE");
        var (name, port) = NameOf(host.Need("domains"));
        var route = host.Need("routes").Single().Members();
        host.End();
        route.Free("name", "decorator", "stat_prefix");
        var match = route.Need("match").Members();
        match.Need("prefix").Word("/");
        match.Free("case_sensitive");
        var grpc = match["grpc"]?.Members();
        grpc?.End();
        match.End();
        var action = route.Need("route").Members();
        route.End();
        return new(field, name, port, grpc is not null, action);
    }

    private static (string? Host, int Port) NameOf(Field field)
    {
        var domains = field.Items().ConvertAll(domain => domain.Text());
        if (domains is ["*"])
        {
            return (null, 0);
        }

        domains.Sort((left, right) => left.Length.CompareTo(right.Length));
        return domains is [var bare, var whole]
            && !bare.Contains('*', StringComparison.Ordinal)
            && whole.StartsWith(bare + ":", StringComparison.Ordinal)
            && int.TryParse(whole.AsSpan(bare.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and <= 65_535
            ? (bare, port)
            : throw field.Refused("must be one name without its port and with it");
    }
}
