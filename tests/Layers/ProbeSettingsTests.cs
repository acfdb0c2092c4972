using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What the probe becomes in the plan of the shipped staging stack, beside one without it.</summary>
[Collection(Evaluations.Name)]
public sealed class ProbeSettingsTests
{
    private const string Probe = "    probe: { version: 0.14.4 }\n";

    private static readonly string[] Filters =
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "gcp:compute/firewall:Firewall", "aws:ec2/networkAcl:NetworkAcl", "aws:ec2/securityGroup:SecurityGroup"];

    private static Asked? without;

    [Fact]
    public async Task TheDirectWay_OpensOnePort_ToTheOtherSiteAlone()
    {
        var (before, after) = (await WithoutAsync(), await WithAsync());
        var opened = after.Resources.Where(each => Filters.Contains(each.Type, StringComparer.Ordinal) && before.Find(each.Urn) is null).ToList();
        Assert.Equal(
            [
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule tcp 15444 15444 10.32.2.0/23 absent absent",
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule tcp 15444 15444 10.64.128.0/17 absent absent",
                "gcp:compute/firewall:Firewall absent absent absent absent [10.1.0.0/16] [{ports: [15444], protocol: tcp}]",
            ],
            opened.Select(each => $"{each.Type} {each.Input("ipProtocol")} {each.Input("fromPort")} {each.Input("toPort")} {each.Input("cidrIpv4")} {each.Input("sourceRanges")} {each.Input("allows")}")
                .Order(StringComparer.Ordinal));
        Assert.All(
            after.Resources.Where(each => Filters.Contains(each.Type, StringComparer.Ordinal) && before.Find(each.Urn) is { } same && !same.Inputs.Equals(each.Inputs)),
            each => Assert.Equal("aws:ec2/networkAcl:NetworkAcl", each.Type));
        Assert.All(
            after.OfType("aws:ec2/networkAcl:NetworkAcl"),
            list => Assert.Equal(Rules(before.Find(list.Urn)!), Rules(list).Where(rule => !rule.Contains("15444-15444", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task ALoadBalancer_LetsInTheOtherSite_AtThatPort()
    {
        var services = (await WithAsync()).OfType("kubernetes:core/v1:Service").Where(each => each.Input("metadata>namespace") == "probe-direct").OrderBy(each => each.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(["[10.32.2.0/23, 10.64.128.0/17]", "[10.1.0.0/16]"], services.Select(each => each.Input("spec>loadBalancerSourceRanges")));
        Assert.All(services, each => Assert.Equal("[{name: http, port: 15444, targetPort: 15444}]", each.Input("spec>ports")));
        Assert.Contains("internal", services[0].Input("metadata>annotations"), StringComparison.Ordinal);
        Assert.Contains("networking.gke.io/load-balancer-type: Internal", services[1].Input("metadata>annotations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InTheMesh_ExactlyTheOtherProbe_MayCall()
    {
        var doors = (await WithAsync()).OfType("kubernetes:security.istio.io/v1:AuthorizationPolicy").Where(each => each.Input("metadata>namespace") == "probe").OrderBy(each => each.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(
            [
                "aws-east [{from: [{source: {principals: [staging.mesh.example/ns/probe/sa/gcp-east]}}], to: [{operation: {ports: [8080]}}]}]",
                "gcp-east [{from: [{source: {principals: [staging.mesh.example/ns/probe/sa/aws-east]}}], to: [{operation: {ports: [8080]}}]}]",
            ],
            doors.Select(each => $"{each.Input("metadata>name")} {each.Input("spec>rules")}"));
    }

    [Fact]
    public async Task WithIt_WhatServicesMayDo_IsTheSame()
    {
        var (before, after) = (await WithoutAsync(), await WithAsync());
        Assert.Equal(
            Told(before).Select(each => (each.Urn, each.Inputs)),
            Told(after).Where(each => each.Input("metadata>namespace") != "probe").Select(each => (each.Urn, each.Inputs)));
    }

    [Fact]
    public async Task Alarms_OfPromises_DoNotCountItsCalls()
    {
        var queries = (await WithAsync()).OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Select(each => each.Text("evaluationCriteria.promqlCriteria.query")).OfType<string>()
            .Where(query => query.Contains("source_cluster=~", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(queries);
        Assert.All(queries, query => Assert.Equal(Count(query, "source_cluster=~"), Count(query, "destination_service_namespace!=\"probe\"")));
    }

    [Fact]
    public async Task Demo_HasNoPods_ForWhatMeasures()
    {
        var asked = await PlanAsync(Project.Replaced(Project.Staging, "      current: r1-31\n", "      current: r1-31\n    demo: { version: 1.75.2 }\n"));
        Assert.Equal(
            ["aws-east-probe-direct", "aws-east-probe-mesh", "gcp-east-probe-direct", "gcp-east-probe-mesh"],
            asked.OfType("kubernetes:apps/v1:Deployment").Select(each => each.Name).Where(name => !name.Contains("-demo-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(asked.OfType("kubernetes:apps/v1:Deployment"), each => each.Name.Contains(".probe.", StringComparison.Ordinal));
    }

    [CrdFact]
    public async Task EveryObject_IsOfItsForm()
    {
        var objects = (await WithAsync()).Resources.Where(each => each.IsCustom && each.Parent?.Contains("LatencyProbe", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(objects);
        Assert.Empty(objects.SelectMany(each => KubernetesStructure.Faults(each.Inputs) ?? []).Distinct());
    }

    private static async Task<Asked> WithAsync() => new((await ShippedPlan.OfAsync("staging")).Resources);

    private static async Task<Asked> WithoutAsync() => without ??= await PlanAsync(Project.Replaced(Project.Staging, Probe, ""));

    private static async Task<Asked> PlanAsync(string stack)
    {
        var file = Project.Read(stack);
        Assert.Empty(file.Faults);
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        return new((await Evaluator.RunAsync(new(file.Project, "staging", file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)))).Resources);
    }

    /// <summary>What istiods are told of who calls whom, and how.</summary>
    private static IEnumerable<PlannedResource> Told(Asked asked) =>
        asked.Resources.Where(each => each.Type.Contains(".istio.io/", StringComparison.Ordinal)).OrderBy(each => each.Urn, StringComparer.Ordinal);

    /// <summary>Its rules whatever their numbers, each as it is read.</summary>
    private static IEnumerable<string> Rules(PlannedResource list) => new[] { "ingress", "egress" }.SelectMany(way => list.Items(way).Select(item =>
        $"{way} {list.Text(item + ".cidrBlock")} {list.Text(item + ".protocol")} {list.Number(item + ".fromPort")}-{list.Number(item + ".toPort")}")).Order(StringComparer.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
