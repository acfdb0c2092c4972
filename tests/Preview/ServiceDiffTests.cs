namespace CrossCloudMesh.Tests.Preview;

/// <summary>What the edits that owners of services make to the dev stack do to what is deployed. UPDATE_GOLDEN=1 writes the files anew; read them.</summary>
[Collection(Evaluations.Name)]
public sealed class ServiceDiffTests : IDisposable
{
    private const string Sites = "  cross-cloud-mesh:sites:\n";
    private const string PaymentCaps = "      caps: { maxConnections: 256, maxPendingRequests: 64 }\n";
    private const string PaymentEjection = "      outliers: { consecutiveErrors: 3, baseEjectionMs: 60000 }\n";
    private const string Ledger = "    ledger:\n";

    private const string Refunds = """
            refunds:
              namespace: payments
              sites: [aws-east]
              protocol: http
              port: 8081
              callers: [payment]


        """;

    private readonly DevDiffs diffs = new();

    public void Dispose() => diffs.Dispose();

    [Fact]
    public async Task NewService_MakesItsObjects_AndItsCallerLearnsOfIt() => await HoldsAsync("add-service", DevDiffs.Edited(Ledger, Refunds + Ledger));

    [Fact]
    public async Task NewCaller_IsLetIn_AndFindsTheWay() => await HoldsAsync(
        "add-caller", DevDiffs.Edited(PaymentCaps + PaymentEjection + "      callers: [orders]\n", PaymentCaps + PaymentEjection + "      callers: [orders, gateway]\n"));

    [Fact]
    public async Task NextStep_ChangesTheRoute_AndNothingElse() => await HoldsAsync("canary-step", DevDiffs.Edited("        step: 1", "        step: 2"));

    [Fact]
    public async Task NewSite_RunsServices_AndNothingChanges_WhereTheyRan() => await HoldsAsync(
        "add-site-with-services",
        DevDiffs.Edited(Sites, Sites + DevDiffs.NewSite())
            .Replace("      sites: [gcp-east, aws-east]\n", "      sites: [gcp-east, aws-east, aws-west]\n", StringComparison.Ordinal)
            .Replace("      sites: [gcp-east]\n", "      sites: [gcp-east, aws-west]\n", StringComparison.Ordinal)
            .Replace("      sites: [aws-east]\n", "      sites: [aws-east, aws-west]\n", StringComparison.Ordinal));

    [Fact]
    public async Task Service_OfAnotherName_IsAnotherService() => await HoldsAsync(
        "rename-service", DevDiffs.Edited(Ledger, "    book:\n"));

    [Fact]
    public async Task Caller_LeftOut_IsShutOut() => await HoldsAsync(
        "remove-caller", DevDiffs.Edited("      callers: [orders, payment]\n", "      callers: [orders]\n"));

    [Fact]
    public async Task Demo_BringsPods_AndChangesNothing() => await HoldsAsync(
        "add-demo", DevDiffs.Edited("      current: r1-31\n      replicas: 1\n", "      current: r1-31\n      replicas: 1\n    demo: { version: 1.75.2 }\n"));

    private Task HoldsAsync(string name, string after) => diffs.HoldsAsync(name, DevDiffs.Dev, after);
}
