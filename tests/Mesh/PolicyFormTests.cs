using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh;

/// <summary>The normal form: what says the same is the same, and what says something else is not.</summary>
public sealed class PolicyFormTests
{
    private static readonly ServicePolicy Payment = new()
    {
        Name = Name("payments", "payment"),
        Sites = ["aws-east"],
        Protocol = ServiceProtocol.Grpc,
        Port = 9090,
        Retries = new() { Attempts = 2, PerTryMs = 1000, On = [RetryEvent.GatewayError, RetryEvent.ServerError, RetryEvent.Unavailable] },
        Callers = [Name("trading", "orders")],
        Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5))] },
    };

    /// <summary>One thing said otherwise each time.</summary>
    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static Dictionary<string, Func<ServicePolicy, ServicePolicy>> Changed { get; } = new(StringComparer.Ordinal)
    {
        ["name"] = policy => policy with { Name = Name("payments", "payments") },
        ["namespace"] = policy => policy with { Name = Name("trading", "payment") },
        ["protocol"] = policy => policy with { Protocol = ServiceProtocol.Http2 },
        ["port"] = policy => policy with { Port = 9091 },
        ["timeout"] = policy => policy with { TimeoutMs = 0 },
        ["no retries"] = policy => policy with { Retries = null },
        ["attempts"] = policy => policy with { Retries = policy.Retries! with { Attempts = 1 } },
        ["per try"] = policy => policy with { Retries = policy.Retries! with { PerTryMs = 999 } },
        ["an event less"] = policy => policy with { Retries = policy.Retries! with { On = [RetryEvent.GatewayError, RetryEvent.Unavailable] } },
        ["another event"] = policy => policy with { Retries = policy.Retries! with { On = [RetryEvent.ServerError, RetryEvent.Cancelled] } },
        ["cap"] = policy => policy with { Caps = new() { MaxRequests = 1 } },
        ["errors"] = policy => policy with { Ejection = new() { ConsecutiveErrors = 1 } },
        ["interval"] = policy => policy with { Ejection = new() { IntervalMs = 1 } },
        ["base"] = policy => policy with { Ejection = new() { BaseMs = 1 } },
        ["no callers"] = policy => policy with { Callers = [] },
        ["a caller more"] = policy => policy with { Callers = [.. policy.Callers, Name("trading", "risk")] },
        ["no canary"] = policy => policy with { Canary = null },
        ["weights"] = policy => policy with { Canary = new() { Step = 1, Steps = [Weights(("v1", 94), ("v2", 6))] } },
        ["one version"] = policy => policy with { Canary = new() { Step = 1, Steps = [Weights(("v2", 100))] } },
        ["locality"] = policy => policy with { Extensions = [new LocalityFailover(Locality.OwnSite)] },
        ["balancing"] = policy => policy with { Extensions = [new BalancingChoice(Balancing.LeastRequest)] },
        ["connect timeout"] = policy => policy with { Extensions = [new ConnectTimeout(1000)] },
        ["ejection limit"] = policy => policy with { Extensions = [new EjectionLimit(50, 4)] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Differs_WhereThePolicyDoes(string change) => Assert.NotEqual(FormOf(Payment), FormOf(Changed[change](Payment)));

    [Fact]
    public void IsTheSame_WhateverTheOrder_OfServicesCallersAndEvents() => Prop.ForAll(PolicyGen.ForIstio.ToArbitrary(), policy =>
        PolicyForm.Of(policy).Equals(PolicyForm.Of(policy with
        {
            Services =
            [
                .. policy.Services.Reverse().Select(service => service with
                {
                    Callers = [.. service.Callers.Reverse(), .. service.Callers],
                    Sites = [.. service.Sites.Reverse()],
                    Extensions = [.. service.Extensions.Reverse()],
                    Retries = service.Retries is { } retries ? retries with { On = [.. retries.On.Reverse()] } : null,
                }),
            ],
        }))).QuickCheckThrowOnFailure();

    [Fact]
    public void IsTheSame_AsItsText_SaysToo() => Prop.ForAll(PolicyGen.ForIstio.ToArbitrary(), PolicyGen.ForIstio.ToArbitrary(), (left, right) =>
        PolicyForm.Of(left).Equals(PolicyForm.Of(right)) == (PolicyForm.Of(left).ToString() == PolicyForm.Of(right).ToString())
        && PolicyForm.Of(left).GetHashCode() == PolicyForm.Of(left with { }).GetHashCode()).QuickCheckThrowOnFailure();

    [Fact]
    public void Targets_AreFractionsInLowestTerms_OfTheWhole_AndNoneIsNothing() => Prop.ForAll(PolicyGen.Weights.ToArbitrary(), weights =>
    {
        var targets = TargetForm.Of(weights);
        return targets.All(target => target.Share.Part > 0 && System.Numerics.BigInteger.GreatestCommonDivisor(target.Share.Part, target.Share.Whole).IsOne)
            && targets.Sum(target => 100 * target.Share.Part / target.Share.Whole) == 100
            && targets.All(target => target.Share.Part * 100 == weights[target.Version] * target.Share.Whole)
            && targets.Count == weights.Values.Count(weight => weight > 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Targets_AreTheSame_InAnyUnit() =>
        Assert.Equal(TargetForm.Of(Weights(("v1", 50), ("v2", 50), ("v3", 0))), TargetForm.Of(Weights(("v1", 1), ("v2", 1))));

    [Fact]
    public void Canary_HoldsAtItsStep_AndSaysNothingOfTheOthers()
    {
        var first = Payment with { Canary = new() { Step = 1, Steps = [Weights(("v1", 95), ("v2", 5)), Weights(("v2", 100))] } };
        Assert.Equal(FormOf(Payment), FormOf(first));
        Assert.Equal([new TargetForm("v2", Share.All)], FormOf(first with { Canary = first.Canary! with { Step = 2 } }).Route.Targets);
        Assert.Equal(["v1", "v2"], first.Canary!.Versions.AsEnumerable());
    }

    /// <summary>What App Mesh says of its events, word for word; gRPC's are themselves.</summary>
    [Theory]
    [InlineData(RetryEvent.GatewayError, "[reset]", "[502, 503, 504]")]
    [InlineData(RetryEvent.ServerError, "[reset]", "[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511]")]
    [InlineData(RetryEvent.ClientError, "[]", "[409]")]
    [InlineData(RetryEvent.StreamError, "[refused-stream]", "[]")]
    [InlineData(RetryEvent.ConnectionError, "[connect-failure]", "[]")]
    [InlineData(RetryEvent.Cancelled, "[cancelled]", "[]")]
    [InlineData(RetryEvent.DeadlineExceeded, "[deadline-exceeded]", "[]")]
    [InlineData(RetryEvent.Internal, "[internal]", "[]")]
    [InlineData(RetryEvent.ResourceExhausted, "[resource-exhausted]", "[]")]
    [InlineData(RetryEvent.Unavailable, "[unavailable]", "[]")]
    public void Events_MeanWhatAppMeshSays(RetryEvent cause, string policies, string codes)
    {
        var retry = FormOf(Payment with { Retries = Payment.Retries! with { On = [cause] } }).Route.Retry;
        Assert.Equal((policies, codes), (retry.Policies.ToString(), retry.Codes.ToString()));
    }

    [Fact]
    public void Pins_WhatNobodyChooses() => Prop.ForAll(PolicyGen.Common.ToArbitrary(), policy => PolicyForm.Of(policy).Services.All(form =>
        form.Server is { RequiresClientCertificate: true, Callers: not null }
        && form.Route is { IdleMs: 0, Retry.AvoidsTriedHosts: false }
        && form.Client is { Balancing: Balancing.RoundRobin, Locality: Locality.Everywhere, Ejection: { MaxPercent: 100, PanicPercent: 50 }, LeastTls: "1.2", ConnectMs: 10_000 }
        && form.Client.Caps == CapsForm.None
        && form.Server.Caps.MaxRequests.HasValue == (form.Protocol is not ServiceProtocol.Http)
        && form.Server.Caps.MaxConnections.HasValue == (form.Protocol is ServiceProtocol.Http))).QuickCheckThrowOnFailure();

    [Fact]
    public void Identities_AreExact()
    {
        var form = FormOf(Payment);
        Assert.Equal("[spiffe://test.mesh.example/ns/trading/sa/orders]", form.Server.Callers!.ToString());
        Assert.Equal("[spiffe://test.mesh.example/ns/payments/sa/payment]", form.Client.Servers!.ToString());
        Assert.Equal("payment.payments.svc.cluster.local", form.Host);
    }

    private static ServiceForm FormOf(ServicePolicy policy) => PolicyForm.Of(policy, PolicyGen.Domain);

    private static ImmutableSortedDictionary<string, int> Weights(params (string Version, int Weight)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Version, weight => weight.Weight, StringComparer.Ordinal);

    private static ServiceName Name(string space, string name) => new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value);
}
