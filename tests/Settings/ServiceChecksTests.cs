using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Values.Mesh;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>The settings of services: what cannot be is refused, each time from a shipped stack with one thing changed.</summary>
public sealed class ServiceChecksTests
{
    private const string Orders = "callers: [gateway]\n";
    private const string Gateway = "      timeoutMs: 10000\n";
    private const string Payment = "outliers: { consecutiveErrors: 3, baseEjectionMs: 60000 }";
    private const string Weights = "[{ v1: 95, v2: 5 }";

    [Theory]
    // Callers.
    [InlineData(Orders, "callers: [gatway]\n", "services.orders.callers[0]: is not a service of services; got gatway; did you mean 'gateway'?")]
    [InlineData(Orders, "callers: [gateway, gateway]\n", "services.orders.callers[1]: stands in the list twice; got \"gateway\"; keep one")]
    [InlineData(Orders, "callers: [gateway, orders]\n", "services.orders.callers[1]: closes a circle of calls, in which each may wait for the next for ever; got orders -> orders; take one of these calls out, or name orders in services.orders.allowCycle")]
    [InlineData(Gateway, Gateway + "      callers: [ledger]\n", "services.gateway.callers[0]: closes a circle of calls, in which each may wait for the next for ever; got gateway -> orders -> payment -> ledger -> gateway; take one of these calls out, or name ledger in services.gateway.allowCycle")]
    [InlineData(Orders, Orders + "      allowCycle: [gateway]\n", "services.orders.allowCycle[0]: closes no circle: orders never comes to call gateway; got gateway; remove it")]
    [InlineData(Orders, Orders + "      allowCycle: [risk]\n", "services.orders.allowCycle[0]: must be one of services.orders.callers; got risk; name it there too, or remove it here")]
    // Places.
    [InlineData("sites: [aws-east]", "sites: [aws-eest]", "services.payment.sites[0]: is not a site of sites; got aws-eest; did you mean 'aws-east'?")]
    [InlineData("namespace: edge", "namespace: trading\n      name: orders", "services.orders.name: must be a name of its own in the namespace trading, and services.gateway has the same; got orders; give one of the two another name or namespace")]
    [InlineData("namespace: edge", "namespace: kube-system", "services.gateway.namespace: must be one that the mesh makes, and every cluster has this one; got kube-system; give the service a namespace of its own")]
    [InlineData("namespace: edge", "namespace: default", "services.gateway.namespace: must be one that the mesh makes, and every cluster has this one; got default; give the service a namespace of its own")]
    [InlineData("protocol: http2\n      port: 8080", "protocol: http2\n      port: 15001", "services.risk.port: must be another than those that the proxy beside it listens on; got 15001; have it listen elsewhere")]
    [InlineData("protocol: http2\n      port: 8080", "protocol: http2\n      port: 70000", "services.risk.port: must be a whole number from 1 to 65535; got 70000")]
    [InlineData("protocol: http2\n      port: 8080", "protocol: tcp\n      port: 8080", "services.risk.protocol: must be one of http, http2, grpc; got \"tcp\"")]
    // What a call may take.
    [InlineData("perTryMs: 900", "perTryMs: 1001", "services.orders.retries.perTryMs: must let all 3 tries, the first one too, fit into the 3000 ms of timeoutMs, and they take 3003; got 1001; give a try 1000 ms at most, or the whole more")]
    [InlineData("timeoutMs: 500", "timeoutMs: 1", "services.risk.retries.perTryMs: must let all 2 tries, the first one too, fit into the 1 ms of timeoutMs, and they take 400; got 200; ask for fewer, or give the whole more")]
    [InlineData("on: [connectionError, streamError, gatewayError]", "on: [connectionError, unavailable]", "services.risk.retries.on[1]: is for grpc alone; got Unavailable; name an event of HTTP, or leave it out")]
    [InlineData("attempts: 2", "attempts: 11", "services.orders.retries.attempts: must be a whole number from 1 to 10; got 11")]
    [InlineData("{ maxRequests: 1024 }", "{ maxRequests: 1024, maxConnections: 9 }", "services.quotes.caps.maxConnections: caps http alone, and the service speaks grpc; got 9; cap maxRequests")]
    [InlineData("maxConnections: 256,", "maxRequests: 256,", "services.payment.caps.maxRequests: caps http2 and grpc alone, and the service speaks http; got 256; cap maxConnections and maxPendingRequests")]
    [InlineData(Payment, "outliers: { consecutiveErrors: 0 }", "services.payment.outliers.consecutiveErrors: must be a whole number from 1 to 1000; got 0")]
    // The canary.
    [InlineData(Weights, "[{ v1: 95, v2: 6 }", "services.orders.canary.steps[0]: its weights must sum to 100; got 95 + 6 = 101; give what is missing, or take what is too much, from one of them")]
    [InlineData(Weights, "[{ v1: 95, v2: 105 }", "services.orders.canary.steps[0].v2: must be a whole number from 0 to 100; got 105")]
    [InlineData("step: 1 #", "step: 5 #", "services.orders.canary.step: must be a step of steps, 1 to 4; got 5")]
    [InlineData("step: 1 #", "step: 0 #", "services.orders.canary.step: must be a whole number from 1 to 10; got 0")]
    // Extensions.
    [InlineData("locality: ownSite", "locality: ownPlanet", "services.orders.locality: must be one of everywhere, ownSite, ownZone; got \"ownPlanet\"")]
    [InlineData(Orders, Orders + "      extensions: { ejectionLimit: { percent: 100, fewestPods: 3 } }\n", "services.orders.extensions.ejectionLimit.percent: must be a whole number from 1 to 99; got 100")]
    public void Refuses_ServicesThatCannotBe(string typed, string instead, string fault)
    {
        var at = Project.Dev.IndexOf("cross-cloud-mesh:services:", StringComparison.Ordinal);
        Assert.Equal([fault], Project.FaultsOf(Project.Dev[..at] + ReplacedOnce(Project.Dev[at..], typed, instead)));
    }

    [Fact]
    public void Refuses_ElevenVersions() => Assert.Equal(
        ["services.orders.canary.steps[0]: must be a map of 1 to 10; got 11"],
        Project.FaultsOf(Project.DevWith(Weights, $"[{{ {string.Join(", ", Enumerable.Range(1, 11).Select(number => $"v{number}: {(number == 1 ? 90 : 1)}"))} }}")));

    [Fact]
    public void Refuses_Services_WithoutTrust()
    {
        var start = Project.DevWithoutMesh.IndexOf("  # Who vouches for whom", StringComparison.Ordinal);
        var end = Project.DevWithoutMesh.IndexOf("  # What joins", StringComparison.Ordinal);
        Assert.Equal(
            ["services: need trust, or nothing vouches for who calls whom; got 6 of them; add the section trust"],
            Project.FaultsOf(Project.DevWithoutMesh[..start] + Project.DevWithoutMesh[end..]));
    }

    [Fact]
    public void Refuses_AService_InClustersAndADataCentre() => Assert.Equal(
        [
            "services.payment.sites: must all be in one mesh, as no two kinds share a service of one name; got aws-us and aws-eu (Istio), dc-frankfurt (Envoy by itself); keep it on those of one kind, or make it two services with names of their own",
            "services.risk.callers[1]: cannot call from dc-frankfurt: no link leads from there to where risk runs, gcp-us and gcp-eu; got payment; run risk there too, or join the sites by a link",
            "services.payment.machines.dc-frankfurt: is missing, and the service runs in that data centre; add its machines with applicationPort and hosts",
        ],
        Project.FaultsOf(Project.Prod.Replace("namespace: payments\n      sites: [aws-us, aws-eu]\n      protocol: http\n", "namespace: payments\n      sites: [aws-us, aws-eu, dc-frankfurt]\n      protocol: http\n", StringComparison.Ordinal)));

    [Fact]
    public void Refuses_AService_InTwoMeshes() => Assert.Contains(
        "services.gateway.sites: must all be in one mesh, as no two kinds share a service of one name; got gcp-east (Istio), aws-east (App Mesh); keep it on those of one kind, or make it two services with names of their own",
        Project.FaultsOf(Project.MeshWith("    istio:\n", "    appMesh: { sites: [aws-east], endOfLife: renderOnly }\n    istio:\n")));

    [Fact]
    public void Refuses_ACaller_FromWhereNoLinkLeads() => Assert.Equal(
        ["services.risk.callers[0]: cannot call from gcp-us: no link leads from there to where risk runs, gcp-eu; got orders; run risk there too, or join the sites by a link"],
        Project.FaultsOf(Project.Replaced(
            Project.Prod, "namespace: trading\n      sites: [gcp-us, gcp-eu]\n      protocol: http2", "namespace: trading\n      sites: [gcp-eu]\n      protocol: http2")));

    [Fact]
    public void Allows_ACircle_ThatIsNamed() => Assert.Empty(
        Project.FaultsOf(Project.DevWith(Gateway, Gateway + "      callers: [ledger]\n      allowCycle: [ledger]\n")));

    [Fact]
    public void Tells_EachCircle_Once() => Assert.Equal(
        ["services.ledger.callers[1]", "services.quotes.callers[2]"],
        Project.FaultsOf(Project.DevWith("callers: [payment]", "callers: [payment, ledger]").Replace("callers: [orders, payment]", "callers: [orders, payment, quotes]", StringComparison.Ordinal))
            .Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]));

    [Theory]
    [MemberData(nameof(ShippedStacksTests.Stacks), MemberType = typeof(ShippedStacksTests))]
    public void Policy_OfEveryShippedStack_IsForIstio(string stack)
    {
        var settings = SettingsLoader.Load(StackFile.Read(Project.Root, stack).Sections).Settings!;
        if (ServicePlan.PolicyOf(settings) is { } policy)
        {
            Assert.Empty(PolicyFaults.Beyond(policy, PolicyTargets.Istio));
            Assert.Equal(settings.Services.Count + ProbePlan.SitesOf(settings).Count, PolicyForm.Of(policy).Services.Count);
        }
    }

    [Fact]
    public void Policy_SaysWhatTheSettingsSay()
    {
        var policy = ServicePlan.PolicyOf(SettingsLoader.Load(Project.Read(Project.DevWith(
            "locality: ownSite",
            "locality: ownSite\n      extensions: { balancing: leastRequest, connectTimeoutMs: 500, ejectionLimit: { percent: 50, fewestPods: 6 } }")).Sections).Settings!)!;
        var forms = PolicyForm.Of(policy).Services.ToDictionary(form => form.Host[..form.Host.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal);
        Assert.Equal("dev.mesh.example", policy.TrustDomain.ToString());
        var orders = forms["orders"];
        Assert.Equal(("orders.trading.svc.cluster.local", 9090, ServiceProtocol.Grpc, 3000), (orders.Host, orders.Port, orders.Protocol, orders.Route.TimeoutMs));
        Assert.Equal((2, 900, "[connect-failure, refused-stream, unavailable]"), (orders.Route.Retry.Attempts, orders.Route.Retry.PerTryMs, orders.Route.Retry.Policies.ToString()));
        Assert.Equal((Locality.OwnSite, Balancing.LeastRequest, 500, 50), (orders.Client.Locality, orders.Client.Balancing, orders.Client.ConnectMs, orders.Client.Ejection!.MaxPercent));
        Assert.Equal([new("v1", Share.Of(19, 20)), new("v2", Share.Of(1, 20))], orders.Route.Targets);
        Assert.Equal(["spiffe://dev.mesh.example/ns/payments/sa/payment", "spiffe://dev.mesh.example/ns/trading/sa/orders"], forms["risk"].Server.Callers!);
        Assert.Empty(forms["gateway"].Server.Callers!);
        Assert.Equal(new CapsForm { MaxConnections = 256, MaxPendingRequests = 64 }, forms["payment"].Server.Caps);
        Assert.Equal((3, 10_000, 60_000), (forms["payment"].Client.Ejection!.ConsecutiveErrors, forms["payment"].Client.Ejection!.IntervalMs, forms["payment"].Client.Ejection!.BaseMs));
        Assert.Equal(RetryForm.Off, forms["payment"].Route.Retry);
        Assert.Equal(["connect-failure", "refused-stream"], forms["ledger"].Route.Retry.Policies);
        Assert.Equal(0, forms["quotes"].Route.TimeoutMs);
    }

    private static string ReplacedOnce(string text, string typed, string instead)
    {
        var at = text.IndexOf(typed, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the stack no longer says {typed}");
        return text[..at] + instead + text[(at + typed.Length)..];
    }
}
