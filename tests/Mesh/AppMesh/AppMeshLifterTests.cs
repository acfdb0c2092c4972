using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.AppMesh;

/// <summary>What App Mesh's objects do, told by AWS's documents: each by what it changes of a service of which nobody says more than he must.</summary>
public sealed class AppMeshLifterTests
{
    private const string Payment = "spiffe://mesh.example/ns/payments/sa/payment";
    private const string Door = "spiffe://mesh.example/ns/edge/sa/door";
    private const string Orders = "spiffe://mesh.example/ns/trading/sa/orders";
    private const string Risk = "spiffe://mesh.example/ns/trading/sa/risk";

    /// <summary>Every default that AWS's documents know, in one place.</summary>
    private static readonly ServiceForm Silent = new()
    {
        Host = "payment.payments.svc.cluster.local",
        Port = 8080,
        Protocol = ServiceProtocol.Http,
        Route = new()
        {
            TimeoutMs = 15_000,
            IdleMs = 300_000,
            Retry = new()
            {
                Attempts = 2,
                PerTryMs = 15_000,
                Policies = ["connect-failure", "refused-stream", "reset", "unavailable"],
                Codes = [503],
                AvoidsTriedHosts = false,
            },
            Targets = [new("", Share.All)],
        },
        Server = new() { RequiresClientCertificate = false, Callers = null, Caps = new() },
        Client = new()
        {
            Servers = null,
            LeastTls = "1.2",
            Balancing = Balancing.RoundRobin,
            Locality = Locality.Everywhere,
            Ejection = null,
            ConnectMs = 10_000,
            Caps = new(),
        },
    };

    private static readonly Dictionary<string, Func<ServiceForm, ServiceForm>> Expected = new(StringComparer.Ordinal)
    {
        ["mesh service router node caller"] = form => form,
        ["mesh-open service router node caller"] = form => form,
        ["mesh-silent namespace namespace-elsewhere service router node caller"] = form => form,
        ["mesh service-straight node-dns caller"] = form => form,
        ["mesh service router-named node-logging caller account secret address address-elsewhere"] = form => form,
        ["mesh service-unnamed router node caller"] = form => form with { Host = "payment.payments" },
        ["mesh service router-timeout node caller"] = form => Routed(form, route => route with { TimeoutMs = 5_000, Retry = route.Retry with { PerTryMs = 5_000 } }),
        ["mesh service router-idle node caller"] = form => Routed(form, route => route with { IdleMs = 1_500 }),
        ["mesh service router-no-retries node caller"] = form => Routed(form, Once),
        ["mesh service router-no-retries node-timeouts caller"] = form => Routed(form, route => Once(route) with { TimeoutMs = 4_000, IdleMs = 9_000 }),
        ["mesh service router-no-retries node-timeouts-off caller"] = form => Routed(form, Once),
        ["mesh service router-forever node caller"] = form => Routed(form, Once),
        ["mesh service router-forever node-timeouts caller"] = form => Routed(form, route => Once(route) with { TimeoutMs = 4_000, IdleMs = 9_000 }),
        ["mesh service router-forever node-timeouts-off caller"] = form => Routed(form, route => Once(route) with { TimeoutMs = 0, IdleMs = 0 }),
        ["mesh service router-minute node caller"] = form => Routed(form, Once),
        ["mesh service router-minute node-timeouts-off caller"] = form => Routed(form, route => Once(route) with { TimeoutMs = 60_000, IdleMs = 600_000 }),
        ["mesh service router-retries node caller"] = form => Routed(form, route => route with
        {
            TimeoutMs = 10_000,
            Retry = new() { Attempts = 3, PerTryMs = 2_500, Policies = ["connect-failure", "refused-stream", "reset"], Codes = [502, 503, 504], AvoidsTriedHosts = false },
        }),
        ["mesh service router-retries-server node caller"] = form => Routed(form, route => route with
        {
            Retry = new()
            {
                Attempts = 1,
                PerTryMs = 3_000,
                Policies = ["reset"],
                Codes = [409, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511],
                AvoidsTriedHosts = false,
            },
        }),
        ["mesh service router-retries-too-long node caller"] = form => Routed(form, route => route with
        {
            Retry = new() { Attempts = 1, PerTryMs = 15_000, Policies = [], Codes = [409], AvoidsTriedHosts = false },
        }),
        ["mesh service router-retries-forever node-timeouts-off caller"] = form => Routed(form, route => route with
        {
            TimeoutMs = 0,
            IdleMs = 0,
            Retry = new() { Attempts = 2, PerTryMs = 1_000, Policies = ["connect-failure"], Codes = [], AvoidsTriedHosts = false },
        }),
        ["mesh service router-canary node-v1 node-v2 caller"] = form => Routed(form, route => route with { Targets = [new("v1", Share.Of(19, 20)), new("v2", Share.Of(1, 20))] }),
        ["mesh service router-canary-thirds node-v1 node-v2 caller"] = form => Routed(form, route => route with { Targets = [new("v1", Share.Of(1, 3)), new("v2", Share.Of(2, 3))] }),
        ["mesh service router-canary-done node-v1 node-v2 caller"] = form => Routed(form, route => route with { Targets = [new("v2", Share.All)] }),
        ["mesh service router-canary-left node-v1 node-v2 caller"] = form => Routed(form, route => route with { Targets = [new("v2", Share.All)] }),
        ["mesh service router-http2 node-http2 caller"] = form => Let(form with { Protocol = ServiceProtocol.Http2 }, server => server with { Caps = new() { MaxRequests = 200 } }),
        ["mesh service router-grpc node-grpc caller"] = form => Routed(
            Let(form with { Protocol = ServiceProtocol.Grpc }, server => server with { Caps = new() { MaxRequests = 64 } }),
            route => route with
            {
                Retry = new()
                {
                    Attempts = 2,
                    PerTryMs = 4_000,
                    Policies = ["cancelled", "deadline-exceeded", "internal", "refused-stream", "resource-exhausted", "unavailable"],
                    Codes = [],
                    AvoidsTriedHosts = false,
                },
            }),
        ["mesh service router node-caps caller"] = form => Let(form, server => server with { Caps = new() { MaxConnections = 100, MaxPendingRequests = 10 } }),
        ["mesh service router node-caps-connections caller"] = form => Let(form, server => server with { Caps = new() { MaxConnections = 100 } }),
        ["mesh service router node-caps-largest caller"] = form => Let(form, server => server with { Caps = new() { MaxPendingRequests = 5 } }),
        ["mesh service router node-ejection caller"] = form => Called(form, client => client with
        {
            Ejection = new() { ConsecutiveErrors = 3, IntervalMs = 5_000, BaseMs = 1_500, MaxPercent = 50, PanicPercent = 50 },
        }),
        ["mesh service router node-strict caller-tls"] = form => Called(form, client => client with { Servers = [Payment] }),
        ["mesh-open service router node-strict caller-mutual"] = form => Called(form, client => client with { Servers = [Payment] }),
        ["mesh service router node-permissive caller-tls"] = form => Called(form, client => client with { Servers = [Payment] }),
        ["mesh service router node-disabled caller"] = form => form,
        ["mesh service router node-mutual caller-mutual"] = form => Mutual(form, [Orders], Payment),
        ["mesh service router node-mutual caller-defaults"] = form => Mutual(form, [Orders], Payment),
        ["mesh service router node-mutual-two caller-mutual caller-second"] = form => Mutual(form, [Orders, Risk], Payment),
        ["mesh service router node-mutual-anybody caller-mutual"] = form => Mutual(form, null, Payment),
        ["mesh service router node-mutual-agent caller-agent"] = form => Mutual(form, ["spiffe://mesh.example/orders"], "spiffe://mesh.example/payment"),
        ["mesh service router node-mutual-gateway gateway gateway-route"] = form => Mutual(form, [Door], Payment),
        ["mesh outside outside-node outside-caller"] = form => form with { Host = "api.bank.example", Port = 80 },
    };

    private static readonly string[] TwoPorts = ["mesh", "service", "router-port", "node-two-ports", "caller", "service-reports", "router-reports", "caller-reports"];

    public static TheoryData<string> Cases => [.. Expected.Keys];

    public static TheoryData<string> Objects => [.. AppMeshObjects.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Objects_DoWhatTheDocumentsSay(string objects)
    {
        var reading = AppMeshObjects.Lifted(objects.Split(' '));
        Assert.Empty(reading.Faults);
        Assert.Equal(Expected[objects](Silent), Assert.Single(reading.Form!.Services));
    }

    [Fact]
    public void Node_HasAFormForEachPort()
    {
        var services = AppMeshObjects.Lifted(TwoPorts).Form!.Services;
        Assert.Equal(
            [
                Let(Silent, server => server with { Caps = new() { MaxConnections = 8 } }),
                Let(
                    Silent with { Host = "reports.payments.svc.cluster.local", Port = 9090, Protocol = ServiceProtocol.Grpc },
                    server => server with { Caps = new() { MaxRequests = 9 } }),
            ],
            services);
    }

    /// <summary>Identities of other meshes may be let in, and services of theirs be called, where somebody says that they are there.</summary>
    [Fact]
    public void WhatIsElsewhere_IsNotJudged()
    {
        string[] names = ["mesh", "service", "router", "node-mutual-two", "caller-mutual"];
        Assert.Equal(
            ["VirtualNode payments/payment: spec.listeners[0].tls.validation: must let in identities of VirtualNodes that are here, as nobody knows how others call; got " + Risk],
            AppMeshObjects.Lifted(names).Faults.Select(fault => $"{fault}"));
        var reading = AppMeshLifter.Of(names.Select(AppMeshObjects.Named), AppMeshObjects.Mesh with { Elsewhere = [Risk] });
        Assert.Empty(reading.Faults);
        Assert.Equal([Orders, Risk], Assert.Single(reading.Form!.Services).Server.Callers);
    }

    [Fact]
    public void EveryObject_HasItsForm()
    {
        Assert.True(AppMeshObjects.Names.Count >= 30);
        Assert.Equal(AppMeshObjects.Names, Expected.Keys.SelectMany(objects => objects.Split(' ')).Concat(TwoPorts).Distinct().Order(StringComparer.Ordinal));
    }

    [CrdTheory]
    [MemberData(nameof(Objects))]
    public void EveryObject_FitsItsDefinition(string name)
    {
        var members = WrittenYaml.Read(AppMeshObjects.TextOf(name));
        Assert.Empty(KubernetesStructure.Faults(members)
            ?? StructuralCheck.Of(members, CrdSchemas.Find(members["apiVersion"].Text(), members["kind"].Text())!));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_SaysNothing(string objects) =>
        Assert.Equal(AppMeshObjects.Lifted(objects.Split(' ')).Form, AppMeshObjects.Lifted(objects.Split(' ').Reverse()).Form);

    [Fact]
    public void Nothing_DoesNothing() => Assert.Empty(AppMeshLifter.Of([], AppMeshObjects.Mesh).Form!.Services);

    [Fact]
    public void Assumptions_AreEachOfOneThing_AndSayWhyNobodyCanTest() => Assert.All(AppMeshLifter.Assumptions, assumption =>
    {
        Assert.Single(AppMeshLifter.Assumptions, other => other.About == assumption.About);
        Assert.NotEmpty(assumption.Says);
        Assert.NotEmpty(assumption.Untested);
        Assert.Equal(assumption.Source is null, assumption.ReadOn is null);
        Assert.True(assumption.Source is null || Uri.IsWellFormedUriString(assumption.Source, UriKind.Absolute));
    });

    private static RouteForm Once(RouteForm route) => route with { Retry = new() { Attempts = 0, PerTryMs = 0, Policies = [], Codes = [], AvoidsTriedHosts = false } };

    private static ServiceForm Mutual(ServiceForm form, Ordered<string>? callers, string server) => Called(
        Let(form, own => own with { RequiresClientCertificate = true, Callers = callers }),
        client => client with { Servers = [server] });

    private static ServiceForm Routed(ServiceForm form, Func<RouteForm, RouteForm> change) => form with { Route = change(form.Route) };

    private static ServiceForm Let(ServiceForm form, Func<ServerForm, ServerForm> change) => form with { Server = change(form.Server) };

    private static ServiceForm Called(ServiceForm form, Func<ClientForm, ClientForm> change) => form with { Client = change(form.Client) };
}
