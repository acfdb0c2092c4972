using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Migration;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The move of fintrust from App Mesh to Istio: nothing changes for whoever calls, nothing that stays is lost, and every step has what it needs.</summary>
[Collection(Evaluations.Name)]
public sealed class MigrationTests(MovedPlan moved) : IClassFixture<MovedPlan>
{
    private const string Domain = "spiffe://fintrust.mesh.example/ns/";
    private const string Route = "kubernetes:networking.istio.io/v1:VirtualService::";

    [Fact]
    public void NetworkProofs_AreEqual_PairByPair_PropertyByProperty()
    {
        var (before, after) = (NetworkProof.Of(moved.Before)!, NetworkProof.Of(moved.After)!);
        Assert.Equal(before, after);
        Assert.NotEmpty(before.Pairs);
        Assert.Empty(NetworkChanges.Of(before, after));
    }

    [Fact]
    public void CallerGraphs_AreEqual_AndWhatTheSettingsSay()
    {
        var (before, after) = (LiftedPlan.Of(moved.Before, moved.Policy), LiftedPlan.Of(moved.After, moved.PolicyAfter));
        Assert.Empty(before.Faults.Concat(after.Faults));
        var said = moved.Policy.Services.SelectMany(service => service.Callers.Select(caller => new Call(caller.IdentityIn(moved.Policy.TrustDomain), service.Name.Host)));
        Assert.Equal(said.OrderBy(call => call.Caller + " " + call.Host, StringComparer.Ordinal), before.Calls.Calls);
        Assert.Equal(before.Calls.Calls, after.Calls.Calls);
        Assert.Equal(
            [new(Domain + "payments/sa/payment", "risk.trading.svc.cluster.local"), new(Domain + "trading/sa/orders", "payment.payments.svc.cluster.local")],
            before.Calls.OverBridge);
        Assert.Empty(after.Calls.OverBridge);
    }

    [Fact]
    public void EveryService_DoesTheSame()
    {
        var (before, after) = (LiftedPlan.Of(moved.Before, moved.Policy), LiftedPlan.Of(moved.After, moved.PolicyAfter));
        Assert.Equal(6, before.Forms.Count);
        Assert.Equal(before.Forms, after.Forms);
        Assert.Empty(BehaviourChanges.Of(before, after));
    }

    /// <summary>Each of these breaks the bridge in one place, and with it a call of the caller graph.</summary>
    [Theory]
    [InlineData("kubernetes:networking.istio.io/v1:Gateway", "gcp-east-bridge", "payments/sa/payment", "risk.trading")]
    [InlineData("kubernetes:security.istio.io/v1:AuthorizationPolicy", "gcp-east-bridge-risk.trading", "payments/sa/payment", "risk.trading")]
    [InlineData("kubernetes:networking.istio.io/v1:VirtualService", "gcp-east-bridge-risk.trading", "payments/sa/payment", "risk.trading")]
    [InlineData("kubernetes:appmesh.k8s.aws/v1beta2:VirtualNode", "aws-east-bridge-to-risk.trading", "payments/sa/payment", "risk.trading")]
    [InlineData("kubernetes:networking.istio.io/v1:ServiceEntry", "gcp-east-bridge-to-payment.payments", "trading/sa/orders", "payment.payments")]
    [InlineData("kubernetes:networking.istio.io/v1:VirtualService", "gcp-east-bridge-to-payment.payments", "trading/sa/orders", "payment.payments")]
    public void CallOverTheBridge_IsNone_WithoutAPartOfIt(string type, string name, string caller, string host)
    {
        var broken = LiftedPlan.Of(Without(moved.Before, type, name), moved.Policy);
        Assert.Empty(broken.Faults);
        Assert.Equal(new Call(Domain + caller, host + ".svc.cluster.local"), Assert.Single(LiftedPlan.Of(moved.Before, moved.Policy).Calls.Calls.Except(broken.Calls.Calls)));
    }

    [Theory]
    [InlineData("aws-east", 21, 23, 4, 9)]
    [InlineData("gcp-east", 7, 5, 3, 39)]
    public void Objects_GoComeChangeAndStay(string site, int go, int come, int change, int stay)
    {
        var objects = ObjectChanges.Of(moved.Before, moved.After).Objects.Where(each => each.Site == site).CountBy(each => each.Fate).ToDictionary();
        Assert.Equal(new() { [ObjectFate.Goes] = go, [ObjectFate.Comes] = come, [ObjectFate.Changes] = change, [ObjectFate.Stays] = stay }, objects);
    }

    [Fact]
    public void NetworksLinksClustersAndTheRoot_AreNotTouched()
    {
        var parts = ObjectChanges.Of(moved.Before, moved.After).Parts.ToDictionary(part => part.Part, part => part.Touched);
        Assert.Equal(["NetworkAcl aws-east-network-private"], parts["networks"]);
        Assert.Equal(["Firewall east-gcp-east-door", "Firewall east-gcp-east-door-bridge", "SecurityGroupIngressRule east-aws-east-door-8443-10.32.8.0-23", "SecurityGroupIngressRule east-aws-east-door-8443-10.66.0.0-17"], parts["links"]);
        Assert.Equal(["OpenIdConnectProvider aws-east-tokens"], parts["clusters"]);
        Assert.All(parts["trust"], each => Assert.EndsWith(" gcp-east-bridge", each, StringComparison.Ordinal));
        Assert.Empty(parts["observability"]);
    }

    /// <summary>What the cluster takes for one object, the engine does too, there and back: else it would make a namespace, and then delete it with all in it.</summary>
    [Fact]
    public void NoObjectThatStays_IsMadeAnewAndDeleted_ThereAndBack()
    {
        Assert.DoesNotContain(ObjectChanges.Of(moved.Before, moved.After).Objects, each => each.Fate == ObjectFate.Lost);
        Assert.DoesNotContain(ObjectChanges.Of(moved.After, moved.Before).Objects, each => each.Fate == ObjectFate.Lost);
        var strangers = ObjectChanges.Of(moved.Before, WithoutAliases(moved.After)).Objects.Where(each => each.Fate == ObjectFate.Lost).Select(each => $"{each.Site} {each.Kind} {each.Name}");
        Assert.Equal(
            [
                "aws-east Namespace payments", "aws-east Namespace trading", "aws-east Service payments/ledger", "aws-east Service payments/payment", "aws-east Service trading/risk",
                "aws-east ServiceAccount payments/ledger", "aws-east ServiceAccount payments/payment",
                "gcp-east Service payments/payment", "gcp-east VirtualService.networking.istio.io payments/payment",
            ],
            strangers);
    }

    [Fact]
    public void FirstUpdate_DeletesNothing_AndHasAllThatItNeeds()
    {
        var updates = UpdatesOf();
        var (there, now) = (moved.Before.Resources.Select(each => each.Urn).ToHashSet(StringComparer.Ordinal), updates.First.ToHashSet(StringComparer.Ordinal));
        Assert.All(moved.After.Resources.Where(each => now.Contains(each.Urn)), resource => Assert.All(
            resource.DependsOn.Concat(resource.PropertyDependencies.SelectMany(each => each.Value)).Append(resource.Parent).OfType<string>(),
            needed => Assert.True(there.Contains(needed) || now.Contains(needed), $"{resource.Urn} needs {needed}")));
    }

    /// <summary>What they lead to stands since the first update, and what they led to stands until the last: no call meets a half of either.</summary>
    [Fact]
    public void SecondUpdate_ChangesRoutesAlone_BetweenWhatIsThereAlready_AndThereStill()
    {
        var updates = UpdatesOf();
        Assert.Equal([Route + "gcp-east-services-payment.payments"], updates.Second.Select(Told));
        Assert.Equal([Route + "gcp-east-bridge-to-payment.payments"], updates.Back.Select(Told));
        Assert.Contains("kubernetes:networking.istio.io/v1:DestinationRule::gcp-east-services-payment.payments", updates.First.Select(Told));
        Assert.All(
            ["kubernetes:networking.istio.io/v1:DestinationRule::gcp-east-bridge-to-payment.payments", "kubernetes:networking.istio.io/v1:ServiceEntry::gcp-east-bridge-to-payment.payments"],
            gone => Assert.Contains(gone, updates.Last.Where(change => change.After is null).Select(change => Told(change.Before!.Urn))));
        Assert.Contains("kubernetes:networking.istio.io/v1:Sidecar::gcp-east-services-orders.trading", updates.Last.Select(change => Told((change.After ?? change.Before)!.Urn)));

        static string Told(string urn) => urn[(urn.LastIndexOf('$') + 1)..];
    }

    /// <summary>The way by the east-west gateways is open before anybody is led there, and that over the bridge until nobody is.</summary>
    [Fact]
    public void Doors_OpenInTheFirstUpdate_AndShutInTheLast()
    {
        var (there, updates) = (moved.Before.Resources.Select(each => each.Urn).ToHashSet(StringComparer.Ordinal), UpdatesOf());
        var opened = moved.After.Resources.Where(each => each.Type.EndsWith(":SecurityGroupIngressRule", StringComparison.Ordinal) && each.Input("fromPort") == "15443" && !there.Contains(each.Urn)).ToList();
        Assert.Equal(2, opened.Count);
        Assert.All(opened.Append(moved.After.Resources.Single(each => each.Name == "east-gcp-east-door" && each.Type.EndsWith(":Firewall", StringComparison.Ordinal))), each => Assert.Contains(each.Urn, updates.First));
        Assert.Contains(updates.Last, change => change.Before is { Name: "east-gcp-east-door-bridge" } && change.After is null);
        var shut = Updates.Of(PlanDiff.Of(moved.After, moved.Before), moved.Before, ["aws-east"]);
        Assert.Contains(shut.Last, change => change.After is { Name: "east-gcp-east-door", Type: "gcp:compute/firewall:Firewall" });
    }

    [Fact]
    public void LastUpdate_MakesNothing_AndShutsTheDoorsLast()
    {
        var last = UpdatesOf().Last;
        Assert.DoesNotContain(last, change => change.Change.Op is Operation.Create or Operation.Replace);
        Assert.Contains(last, change => change.After is { Type: "kubernetes:security.istio.io/v1:AuthorizationPolicy", Name: "gcp-east-services-risk.trading" });
        Assert.Equal(66, last.Count(change => change.Change.Op is Operation.Delete && change.Before!.IsCustom));
    }

    [Fact]
    public void EveryObjectOfAppMesh_IsLetGoOnce_CallersOfAServiceGoBeforeIt()
    {
        var (updates, objects) = (UpdatesOf(), ObjectChanges.Of(moved.Before, moved.After));
        var steps = MigrationSteps.Of(moved.Before, updates, objects, "stacks/Pulumi.fintrust.yaml", "OUT");
        var held = moved.Before.Resources.Where(each => each.Type.StartsWith("kubernetes:appmesh.k8s.aws/", StringComparison.Ordinal)).ToList();
        var commands = Assert.Single(steps, step => step.Title == "Take the finalizers off").Commands;
        Assert.Equal(held.Count, commands.Count);
        Assert.All(held, each => Assert.Single(commands, command => command.Contains($" patch {each.Type.Split(':')[^1].ToLowerInvariant()}", StringComparison.Ordinal)
            && command.Contains($" {each.Input("metadata>name")} --type", StringComparison.Ordinal)
            && (each.Input("metadata>namespace") == "absent" || command.Contains($" -n {each.Input("metadata>namespace")} ", StringComparison.Ordinal))));
        Assert.Equal(["payments/ledger", "payments/payment"], MovingService.Of(moved.Before).Select(service => $"{service}"));
        Assert.Equal(11, steps.Count);
    }

    [Fact]
    public void Proofs_ThatDiffer_AreToldPropertyByProperty()
    {
        var report = NetworkProof.Of(moved.Before, 0)!;
        var pair = report.Pairs[0];
        Assert.Equal([$"{pair.From} and {pair.To}: is a pair only before"], NetworkChanges.Of(report, report with { Pairs = [] }));
        Assert.Equal(
            [$"{pair.From} and {pair.To}: path MTU, bytes: {pair.PathMtuBytes}, then 1200", $"{pair.From} and {pair.To}: usual: {pair.Usual}, then 1 haVpn"],
            NetworkChanges.Of(report, report with { Pairs = [pair with { PathMtuBytes = 1200, Usual = "1 haVpn" }] }));
        Assert.Equal(typeof(PairVerdict).GetProperties().Count(each => each.Name is not ("EqualityContract" or "From" or "To" or "Up" or "Made")), NetworkChanges.PropertyCount);
    }

    /// <summary>What is printed as the change of the settings, applied to the file, previews to the plan that was compared.</summary>
    [Fact]
    public async Task Change_AppliedToTheStackFile_PreviewsToThePlanAfter()
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.fintrust.yaml", Patch.Apply(Project.Fintrust, moved.Move.Edit!.Diff));
        var loaded = MeshProgram.Load(project.Folder, "fintrust");
        Assert.Empty(loaded.Faults);
        var plan = await PreviewRun.FirstUpdateAsync(loaded);
        Assert.Equal(moved.After.Resources, plan.Resources);
        Assert.Equal(moved.After.Outputs, plan.Outputs);
        Assert.Null(loaded.OnIstio);
        Assert.Equal(StackFile.Read(project.Folder, "fintrust").Sections, StackFile.Read(project.Folder, "fintrust", moved.Move.Edit.Text).Sections);
    }

    private Updates UpdatesOf() => Updates.Of(PlanDiff.Of(moved.Before, moved.After), moved.After, ["aws-east"]);

    private static PlanDocument Without(PlanDocument plan, string type, string name) => With(plan, plan.Resources.Where(each => !(each.Type == type && each.Name == name)));

    private static PlanDocument WithoutAliases(PlanDocument plan) =>
        With(plan, plan.Resources.Select(each => each with { Options = each.Options with { Aliases = Sequence<string>.Empty } }));

    private static PlanDocument With(PlanDocument plan, IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs);
}
