using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Tests.Mesh.Envoy;

/// <summary>What Envoy's files do, told by its documents: each by what it changes of two machines that say no more than they must.</summary>
public sealed class EnvoyLifterTests
{
    private const string Trading = "spiffe://mesh.example/ns/trading/sa/";

    /// <summary>Every default that Envoy's documents know, in one place.</summary>
    private static readonly ServiceForm Silent = new()
    {
        Host = "payment.payments.svc.cluster.local",
        Port = 8080,
        Protocol = ServiceProtocol.Http,
        Route = new()
        {
            TimeoutMs = 15_000,
            IdleMs = 300_000,
            Retry = new() { Attempts = 0, PerTryMs = 0, Policies = [], Codes = [], AvoidsTriedHosts = false },
            Targets = [new("", Share.All)],
        },
        Server = new()
        {
            RequiresClientCertificate = false,
            Callers = null,
            Caps = new() { MaxConnections = 1024, MaxPendingRequests = 1024, MaxRequests = 1024 },
        },
        Client = new()
        {
            Servers = null,
            LeastTls = "1.2",
            Balancing = Balancing.RoundRobin,
            Locality = Locality.Everywhere,
            Ejection = null,
            ConnectMs = 5_000,
            Caps = new() { MaxConnections = 1024, MaxPendingRequests = 1024, MaxRequests = 1024 },
        },
    };

    private static readonly RetryForm Once = new()
    {
        Attempts = 1,
        PerTryMs = 15_000,
        Policies = ["connect-failure", "refused-stream"],
        Codes = [],
        AvoidsTriedHosts = false,
    };

    private static readonly EjectionForm Usual = new() { ConsecutiveErrors = 5, IntervalMs = 10_000, BaseMs = 30_000, MaxPercent = 10, PanicPercent = 50 };

    private static readonly Dictionary<string, Func<ServiceForm, ServiceForm>> Expected = new(StringComparer.Ordinal)
    {
        ["server caller"] = form => form,
        ["server-for-people"] = form => form,
        ["server-of-any-name"] = form => form,
        ["caller-http1"] = form => form,
        ["caller-strict-dns"] = form => form,
        ["caller-timeout"] = form => Routed(form, route => route with { TimeoutMs = 2_500 }),
        ["caller-timeout-never"] = form => Routed(form, route => route with { TimeoutMs = 0 }),
        ["caller-idle-never"] = form => form,
        ["server-idle-never"] = form => form,
        ["caller-idle-never server-idle-never"] = form => Routed(form, route => route with { IdleMs = 0 }),
        ["caller-idle-of-route"] = form => Routed(form, route => route with { IdleMs = 60_000 }),
        ["caller-idle-of-route server-idle-sooner"] = form => Routed(form, route => route with { IdleMs = 7_000 }),
        ["caller-retries-usual"] = form => Routed(form, route => route with { Retry = Once }),
        ["caller-retries-said"] = form => Routed(form, route => route with
        {
            TimeoutMs = 10_000,
            Retry = new() { Attempts = 3, PerTryMs = 2_000, Policies = ["connect-failure", "reset"], Codes = [502, 503], AvoidsTriedHosts = false },
        }),
        ["caller-retries-too-long"] = form => Routed(form, route => route with { TimeoutMs = 1_000, Retry = Once with { PerTryMs = 1_000, Policies = ["unavailable"] } }),
        ["caller-retries-none"] = form => form,
        ["caller-retries-elsewhere"] = form => Routed(form, route => route with { Retry = Once with { Policies = ["reset"], AvoidsTriedHosts = true } }),
        ["caller-version"] = form => Routed(form, route => route with { Targets = [new("v1", Share.All)] }),
        ["caller-canary"] = form => Routed(form, route => route with { Targets = [new("v1", Share.Of(19, 20)), new("v2", Share.Of(1, 20))] }),
        ["caller-canary-done"] = form => Routed(form, route => route with { Targets = [new("v2", Share.All)] }),
        ["caller-least-request"] = form => Called(form, client => client with { Balancing = Balancing.LeastRequest }),
        ["caller-connect"] = form => Called(form, client => client with { ConnectMs = 500 }),
        ["caller-ejection-usual"] = form => Called(form, client => client with { Ejection = Usual }),
        ["caller-ejection-said"] = form => Called(form, client => client with
        {
            Ejection = new() { ConsecutiveErrors = 3, IntervalMs = 5_000, BaseMs = 60_000, MaxPercent = 100, PanicPercent = 30 },
        }),
        ["caller-ejection-of-some"] = form => Called(form, client => client with { Ejection = Usual with { MaxPercent = 50, BaseMs = 600_000 } }),
        ["caller-health-checks"] = form => Called(form, client => client with { Ejection = Usual }),
        ["caller-caps"] = form => Called(form, client => client with { Caps = new() { MaxConnections = 10, MaxPendingRequests = 20, MaxRequests = 30 } }),
        ["caller-caps-none"] = form => Called(form, client => client with { Caps = new() }),
        ["server-caps"] = form => Let(form, server => server with { Caps = new() { MaxConnections = 7, MaxPendingRequests = 8 } }),
        ["caller-http2 server-http2"] = form => form with { Protocol = ServiceProtocol.Http2 },
        ["caller-http2 server-http2 caller-grpc server-grpc"] = form => Routed(form with { Protocol = ServiceProtocol.Grpc }, route => route with { TimeoutMs = 3_000 }),
        ["server-tls"] = form => Let(form, server => server with { RequiresClientCertificate = true, Callers = [Trading + "orders", Trading + "risk"] }),
        ["server-tls-optional"] = form => form,
        ["server-tls-anybody"] = form => Let(form, server => server with { RequiresClientCertificate = true }),
        ["server-tls-anybody caller-tls"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true }), client => client with { Servers = [EnvoyFiles.Payment] }),
        ["server-tls-anybody caller-tls-inline"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true }), client => client with { Servers = [EnvoyFiles.Payment] }),
        ["server-tls-anybody caller-tls-of-two"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true }),
            client => client with { Servers = [EnvoyFiles.Payment, "spiffe://mesh.example/ns/payments/sa/till"] }),
        ["server-tls-anybody caller-tls-1-3"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true }), client => client with { Servers = [EnvoyFiles.Payment], LeastTls = "1.3" }),
        ["server-tls-1-3 caller-tls"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true, Callers = [Trading + "orders"] }),
            client => client with { Servers = [EnvoyFiles.Payment], LeastTls = "1.3" }),
        ["server-identity caller-tls"] = form => Called(
            Let(form, server => server with { RequiresClientCertificate = true, Callers = [Trading + "orders"] }), client => client with { Servers = [EnvoyFiles.Payment] }),
        ["server-nobody"] = form => Let(form, server => server with { Callers = [] }),
        ["server-callers"] = form => Let(form, server => server with { Callers = [Trading + "orders", Trading + "risk"] }),
        ["server-callers-of-port"] = form => Let(form, server => server with { Callers = [Trading + "orders", "spiffe://other.example/ns/audit/sa/audit"] }),
        ["server-tls server-callers"] = form => Let(form, server => server with { RequiresClientCertificate = true, Callers = [Trading + "orders", Trading + "risk"] }),
    };

    public static TheoryData<string> Cases => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Files_DoWhatTheDocumentsSay(string files)
    {
        var reading = EnvoyFiles.Lifted(files.Split(' '));
        Assert.Empty(reading.Faults);
        Assert.Equal(Expected[files](Silent), Assert.Single(reading.Form!.Services));
    }

    [Fact]
    public void EveryFile_HasItsForm()
    {
        Assert.True(EnvoyFiles.Names.Count >= 30);
        Assert.Equal(EnvoyFiles.Names, Expected.Keys.SelectMany(files => files.Split(' ')).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Order_SaysNothing(string files) =>
        Assert.Equal(EnvoyFiles.Lifted(files.Split(' ')).Form, EnvoyLifter.Of(EnvoyFiles.Machines(files.Split(' ')).Reverse()).Form);

    [Fact]
    public void Identity_IsThatOfTheSecret_WhereNobodySaysAnother()
    {
        var machines = EnvoyFiles.Machines("server-identity", "caller-tls");
        Assert.NotNull(EnvoyLifter.Of([machines[0] with { Identity = null }, machines[1]]).Form);
    }

    [Fact]
    public void Nothing_DoesNothing() => Assert.Empty(EnvoyLifter.Of([]).Form!.Services);

    [Fact]
    public void Assumptions_SayWhereTheyWereRead_AndAreTold_Once()
    {
        Assert.All(EnvoyLifter.Assumptions, each => Assert.Equal(each.Source is null, each.ReadOn is null));
        Assert.Equal(EnvoyLifter.Assumptions.Length, EnvoyLifter.Assumptions.Select(each => each.About).Distinct(StringComparer.Ordinal).Count());
    }

    private static ServiceForm Routed(ServiceForm form, Func<RouteForm, RouteForm> change) => form with { Route = change(form.Route) };

    private static ServiceForm Let(ServiceForm form, Func<ServerForm, ServerForm> change) => form with { Server = change(form.Server) };

    private static ServiceForm Called(ServiceForm form, Func<ClientForm, ClientForm> change) => form with { Client = change(form.Client) };
}
