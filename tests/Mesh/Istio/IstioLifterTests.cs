using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Istio;

/// <summary>What Istio's objects do, told by its documents: each by what it changes of a service of which nobody says anything.</summary>
public sealed class IstioLifterTests
{
    private const string Own = "spiffe://mesh.example/ns/payments/sa/";

    /// <summary>Every default that Istio's documents know, in one place.</summary>
    private static readonly ServiceForm Silent = new()
    {
        Host = "payment.payments.svc.cluster.local",
        Port = 8080,
        Protocol = ServiceProtocol.Http,
        Route = new()
        {
            TimeoutMs = 0,
            IdleMs = 0,
            Retry = new()
            {
                Attempts = 2,
                PerTryMs = 0,
                Policies = ["cancelled", "connect-failure", "refused-stream", "unavailable"],
                Codes = [],
                AvoidsTriedHosts = true,
            },
            Targets = [new("", Share.All)],
        },
        Server = new() { RequiresClientCertificate = false, Callers = null, Caps = new() },
        Client = new()
        {
            Servers = [Own + "payment"],
            LeastTls = "1.2",
            Balancing = Balancing.LeastRequest,
            Locality = Locality.Everywhere,
            Ejection = null,
            ConnectMs = 10_000,
            Caps = new(),
        },
    };

    private static readonly EjectionForm Usual = new() { ConsecutiveErrors = 5, IntervalMs = 10_000, BaseMs = 30_000, MaxPercent = 10, PanicPercent = 0 };

    private static readonly Dictionary<string, Func<ServiceForm, ServiceForm>> Expected = new(StringComparer.Ordinal)
    {
        ["service"] = form => form,
        ["service-named-grpc"] = form => form with { Port = 9090, Protocol = ServiceProtocol.Grpc },
        ["service-application-first"] = form => form with { Protocol = ServiceProtocol.Http2 },
        ["service route-timeout"] = form => Routed(form, route => route with { TimeoutMs = 90_000, Retry = route.Retry with { PerTryMs = 90_000 } }),
        ["service route-no-retries"] = form => Routed(form, route => route with
        {
            Retry = new() { Attempts = 0, PerTryMs = 0, Policies = [], Codes = [], AvoidsTriedHosts = false },
        }),
        ["service route-retries-counted"] = form => Routed(form, route => route with { TimeoutMs = 5_000, Retry = route.Retry with { Attempts = 4, PerTryMs = 5_000 } }),
        ["service route-retries-said"] = form => Routed(form, route => route with
        {
            TimeoutMs = 10_000,
            Retry = new() { Attempts = 3, PerTryMs = 2_000, Policies = ["connect-failure", "reset"], Codes = [502, 503], AvoidsTriedHosts = false },
        }),
        ["service route-retries-too-long"] = form => Routed(form, route => route with
        {
            TimeoutMs = 2_000,
            Retry = new() { Attempts = 1, PerTryMs = 2_000, Policies = ["unavailable"], Codes = [], AvoidsTriedHosts = true },
        }),
        ["service rule-versions"] = form => form,
        ["service rule-versions route-canary"] = form => Routed(form, route => route with { Targets = [new("v1", Share.Of(19, 20)), new("v2", Share.Of(1, 20))] }),
        ["service rule-versions route-canary-done"] = form => Routed(form, route => route with { Targets = [new("v2", Share.All)] }),
        ["service rule-silent"] = form => form,
        ["service rule-round-robin"] = form => Called(form, client => client with { Balancing = Balancing.RoundRobin }),
        ["service rule-ejection-usual"] = form => Called(form, client => client with { Ejection = Usual, Locality = Locality.OwnZone }),
        ["service rule-ejection-said"] = form => Called(form, client => client with
        {
            Ejection = new() { ConsecutiveErrors = 3, IntervalMs = 5_000, BaseMs = 60_000, MaxPercent = 100, PanicPercent = 50 },
        }),
        ["service rule-own-site"] = form => Called(form, client => client with { Ejection = Usual, Locality = Locality.OwnSite }),
        ["service rule-own-zone-without-ejection"] = form => form,
        ["service rule-pool"] = form => Called(
            Let(form, server => server with { Caps = new() { MaxConnections = 100, MaxPendingRequests = 10 } }),
            client => client with { ConnectMs = 500, Caps = new() { MaxConnections = 100, MaxPendingRequests = 10 } }),
        ["service rule-plaintext"] = form => Called(form, client => client with { Servers = null }),
        ["service rule-servers"] = form => Called(form, client => client with { Servers = [Own + "bank", Own + "till"] }),
        ["service sidecar-caps"] = form => Let(form, server => server with { Caps = new() { MaxRequests = 64 } }),
        ["service sidecar-namespace"] = form => Let(form, server => server with { Caps = new() { MaxConnections = 7 } }),
        ["service sidecar-namespace sidecar-caps"] = form => Let(form, server => server with { Caps = new() { MaxRequests = 64 } }),
        ["service sidecar-caps rule-pool"] = form => Called(
            Let(form, server => server with { Caps = new() { MaxRequests = 64 } }),
            client => client with { ConnectMs = 500, Caps = new() { MaxConnections = 100, MaxPendingRequests = 10 } }),
        ["service nobody sidecar-finds"] = form => Let(form, server => server with { Callers = [] }),
        ["service nobody sidecar-finds-nothing"] = form => Let(form, server => server with { Callers = [] }),
        ["service account namespace"] = form => form,
        ["service strict-mesh"] = form => Let(form, server => server with { RequiresClientCertificate = true }),
        ["service strict-mesh disabled-workload"] = form => Called(form, client => client with { Servers = null }),
        ["service strict-mesh strict-port"] = form => form,
        ["service nobody"] = form => Let(form, server => server with { Callers = [] }),
        ["service nobody everybody"] = form => form,
        ["service nobody callers-by-principal"] = form => Let(form, server => server with
        {
            Callers = ["spiffe://mesh.example/ns/trading/sa/orders", "spiffe://mesh.example/ns/trading/sa/risk", "spiffe://other.example/ns/audit/sa/audit"],
        }),
        ["service callers-by-account"] = form => Let(form, server => server with { Callers = ["spiffe://mesh.example/ns/trading/sa/orders", Own + "till"] }),
        ["outside"] = form => Called(form with { Host = "api.bank.example", Port = 80 }, client => client with { Servers = null }),
        ["outside nobody strict-mesh"] = form => Called(form with { Host = "api.bank.example", Port = 80 }, client => client with { Servers = null }),
        ["inside strict-mesh"] = form => Called(
            Let(form with { Host = "ledger.mesh.example", Port = 9000, Protocol = ServiceProtocol.Http2 }, server => server with { RequiresClientCertificate = true }),
            client => client with { Servers = [Own + "ledger"] }),
    };

    public static TheoryData<string> Cases => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Objects_DoWhatTheDocumentsSay(string objects)
    {
        var reading = IstioObjects.Lifted(objects.Split(' '));
        Assert.Empty(reading.Faults);
        Assert.Equal(Expected[objects](Silent), Assert.Single(reading.Form!.Services));
    }

    [Fact]
    public void EveryObject_HasItsForm()
    {
        Assert.True(IstioObjects.Names.Count >= 30);
        Assert.Equal(IstioObjects.Names, Expected.Keys.SelectMany(objects => objects.Split(' ')).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_SaysNothing(string objects) =>
        Assert.Equal(IstioObjects.Lifted(objects.Split(' ')).Form, IstioObjects.Lifted(objects.Split(' ').Reverse()).Form);

    [Fact]
    public void Nothing_DoesNothing() => Assert.Empty(IstioLifter.Of([], IstioObjects.Mesh).Form!.Services);

    private static ServiceForm Routed(ServiceForm form, Func<RouteForm, RouteForm> change) => form with { Route = change(form.Route) };

    private static ServiceForm Let(ServiceForm form, Func<ServerForm, ServerForm> change) => form with { Server = change(form.Server) };

    private static ServiceForm Called(ServiceForm form, Func<ClientForm, ClientForm> change) => form with { Client = change(form.Client) };
}
