using System.Globalization;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads how a failed request is tried again.</summary>
/// <remarks>
/// Where nothing is said, Istio tries twice more, on its own events and on pods that were not tried before. A try that could take longer than
/// all of them together takes as long as they may. A number among the events is a code.
/// Source: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry,
/// https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/route/retry/retry.go and
/// https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-upstream-rq-per-try-timeout-ms,
/// read 2026-11-21.
/// </remarks>
internal static class RetryReader
{
    /// <summary>Says only that codes count, and which ones stand beside it.</summary>
    private const string CodesCount = "retriable-status-codes";

    private const int UsualAttempts = 2;

    private static readonly string[] UsualPolicies = ["connect-failure", "refused-stream", "unavailable", "cancelled"];

    // Without 5xx and gateway-error, which the normal form does not know, and what depends on headers.
    private static readonly HashSet<string> Policies =
        [.. UsualPolicies, "reset", "reset-before-request", "deadline-exceeded", "internal", "resource-exhausted"];

    /// <summary>How it is tried again.</summary>
    /// <param name="field">What a route says; null where it says nothing.</param>
    /// <param name="timeoutMs">How long all tries may take; 0 is for ever.</param>
    public static RetryForm Read(Field? field, int timeoutMs)
    {
        if (field is not { } written)
        {
            return new() { Attempts = UsualAttempts, PerTryMs = timeoutMs, Policies = [.. UsualPolicies], Codes = [], AvoidsTriedHosts = true };
        }

        var retries = written.Members();
        var attempts = retries["attempts"]?.Whole(0) ?? 0;
        if (attempts == 0)
        {
            // With anything beside it, the API server refuses it.
            retries.End();
            return RetryForm.Off;
        }

        var perTryMs = retries["perTryTimeout"]?.Milliseconds() ?? timeoutMs;
        var (policies, codes) = retries["retryOn"] is { } events ? EventsOf(events) : ([.. UsualPolicies], []);
        var form = new RetryForm
        {
            Attempts = attempts,
            PerTryMs = timeoutMs > 0 ? Math.Min(perTryMs, timeoutMs) : perTryMs,
            Policies = policies,
            Codes = codes,
            AvoidsTriedHosts = retries["retryIgnorePreviousHosts"]?.Flag() ?? true,
        };
        retries.End();
        return form;
    }

    private static (Ordered<string> Policies, Ordered<int> Codes) EventsOf(Field field)
    {
        var (policies, codes) = (new List<string>(), new List<int>());
        foreach (var word in field.Text().Split(','))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and <= 599)
            {
                codes.Add(code);
            }
            else if (Policies.Contains(word))
            {
                policies.Add(word);
            }
            else if (word != CodesCount)
            {
                throw field.Refused($"must hold events that the normal form knows, and {(word.Length == 0 ? "an empty word" : word)} is none");
            }
        }

        return policies.Count + codes.Count > 0 ? ([.. policies], [.. codes]) : throw field.Refused("must hold an event");
    }
}
