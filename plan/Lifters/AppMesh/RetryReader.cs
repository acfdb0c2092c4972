using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Reads how a failed request is tried again.</summary>
/// <remarks>
/// Where nothing is said, an account without a mesh from before 2020-07-29 gets a policy that the API does not show: two more tries. The time
/// for a try is that of the first one too. Both of the events of servers also mean that the connection broke.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-defaults.html,
/// https://docs.aws.amazon.com/app-mesh/latest/userguide/routes.html,
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_HttpRetryPolicy.html and
/// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_GrpcRetryPolicy.html, read 2026-11-21.
/// </remarks>
internal static class RetryReader
{
    private const int UsualAttempts = 2;

    private static readonly int[] GatewayCodes = [502, 503, 504];

    private static readonly int[] ServerCodes = [.. Enumerable.Range(500, 9), 510, 511];

    private static readonly string[] GrpcEvents = ["cancelled", "deadline-exceeded", "internal", "resource-exhausted", "unavailable"];

    /// <summary>What holds where nothing is said.</summary>
    /// <param name="timeoutMs">How long all tries may take; 0 is for ever.</param>
    public static RetryForm Usual(int timeoutMs) => new()
    {
        Attempts = UsualAttempts,
        PerTryMs = timeoutMs,
        Policies = ["connect-failure", "refused-stream", "reset", "unavailable"],
        Codes = [503],
        AvoidsTriedHosts = false,
    };

    /// <summary>How it is tried again.</summary>
    /// <param name="field">What a route says; null where it says nothing.</param>
    /// <param name="protocol">What it is a route of.</param>
    /// <param name="timeoutMs">How long all tries may take; 0 is for ever.</param>
    public static RetryForm Read(Field? field, ServiceProtocol protocol, int timeoutMs)
    {
        if (field is not { } written)
        {
            return Usual(timeoutMs);
        }

        var retries = written.Members();
        var attempts = retries.Need("maxRetries").Whole(0);

        // What no time at all means for a try, nobody says.
        var perTryMs = retries.Need("perRetryTimeout").Milliseconds(least: attempts == 0 ? 0 : 1);
        var (policies, codes) = (new List<string>(), new List<int>());
        Take(retries["tcpRetryEvents"], policies, codes, "connection-error");
        Take(retries["httpRetryEvents"], policies, codes, "server-error", "gateway-error", "client-error", "stream-error");
        if (protocol is ServiceProtocol.Grpc)
        {
            Take(retries["grpcRetryEvents"], policies, codes, GrpcEvents);
        }

        retries.End();
        if (policies.Count + codes.Count == 0)
        {
            throw written.Refused("must name an event, even where nothing is tried again");
        }

        return attempts == 0 ? RetryForm.Off : new()
        {
            Attempts = attempts,
            PerTryMs = Limits.Shorter(perTryMs, timeoutMs),
            Policies = [.. policies],
            Codes = [.. codes],
            AvoidsTriedHosts = false,
        };
    }

    private static void Take(Field? field, List<string> policies, List<int> codes, params ReadOnlySpan<string> known)
    {
        foreach (var word in field?.Items() ?? [])
        {
            var (policy, answers) = MeaningOf(word.Word(known));
            policies.AddRange(policy);
            codes.AddRange(answers);
        }
    }

    /// <summary>An event in Envoy's words, and the answers that it means.</summary>
    private static (string[] Policies, int[] Codes) MeaningOf(string word) => word switch
    {
        "server-error" => (["reset"], ServerCodes),
        "gateway-error" => (["reset"], GatewayCodes),
        "client-error" => ([], [409]),
        "stream-error" => (["refused-stream"], []),
        "connection-error" => (["connect-failure"], []),
        _ => ([word], []),
    };
}
