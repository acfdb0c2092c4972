using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads how a failed request is tried again; a route without a policy never does.</summary>
/// <remarks>
/// A policy that does not say how often tries once more; one try may take as long as all, where nothing is said. Codes count beside the word
/// <c>retriable-status-codes</c>. Envoy's <c>5xx</c> and <c>gateway-error</c> also mean what the proxy made up, and are none of the form's.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-retrypolicy and
/// https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on, read 2026-11-21.
/// </remarks>
internal static class RetryReader
{
    private const string CodesCount = "retriable-status-codes";
    private const string PreviousHosts = "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate";
    private const int UsualAttempts = 1;

    /// <summary>How often another endpoint is looked for, which the form has one number for.</summary>
    private const uint HostAttempts = 5;

    private static readonly HashSet<string> Policies = new(StringComparer.Ordinal)
    {
        "connect-failure", "refused-stream", "reset", "reset-before-request",
        "cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable",
    };

    /// <summary>How it is tried again.</summary>
    /// <param name="field">What a route says; null where it says nothing.</param>
    /// <param name="timeoutMs">How long all tries may take; 0 is for ever.</param>
    public static RetryForm Read(Field? field, int timeoutMs)
    {
        if (field is not { } written)
        {
            return RetryForm.Off;
        }

        var policy = written.Members();
        var attempts = (int)(policy["num_retries"]?.Whole(0, int.MaxValue) ?? UsualAttempts);
        var perTryMs = policy["per_try_timeout"]?.Milliseconds(1) ?? timeoutMs;
        var (policies, codes) = EventsOf(policy);
        var form = new RetryForm
        {
            Attempts = attempts,
            PerTryMs = timeoutMs > 0 ? Math.Min(perTryMs, timeoutMs) : perTryMs,
            Policies = policies,
            Codes = codes,
            AvoidsTriedHosts = AvoidsTriedHosts(policy),
        };
        policy.End();
        return attempts == 0 ? RetryForm.Off : form;
    }

    private static (Ordered<string> Policies, Ordered<int> Codes) EventsOf(Members policy)
    {
        var (events, codes) = (policy.Need("retry_on"), policy["retriable_status_codes"]);
        var words = events.Text().Split(',', StringSplitOptions.TrimEntries);
        if (Array.Find(words, word => word != CodesCount && !Policies.Contains(word)) is { } unknown)
        {
            throw events.Refused($"must hold events that the normal form knows, and {(unknown.Length == 0 ? "an empty word" : unknown)} is none");
        }

        return words.Contains(CodesCount) == codes is not null
            ? ([.. words.Where(word => word != CodesCount)], [.. codes?.Items().Select(code => (int)code.Whole(100, 599)) ?? []])
            : throw events.Refused($"must hold {CodesCount} where there are retriable_status_codes, and only there");
    }

    private static bool AvoidsTriedHosts(Members policy)
    {
        var attempts = policy["host_selection_retry_max_attempts"];
        if (policy["retry_host_predicate"] is not { } predicates)
        {
            return attempts is { } alone ? throw alone.Refused("says nothing without retry_host_predicate", "leave it out") : false;
        }

        predicates.Single().Typed(PreviousHosts).End();
        return attempts?.Whole() == HostAttempts
            ? true
            : throw (attempts ?? predicates).Refused($"must be with host_selection_retry_max_attempts: {HostAttempts}, as another number has no place in the normal form");
    }
}
