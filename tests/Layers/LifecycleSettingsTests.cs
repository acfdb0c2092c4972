using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Preview;
using Project = CrossCloudMesh.Tests.Settings.Project;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What the settings say of taking a stack down, and of taking over what is there already.</summary>
[Collection(Evaluations.Name)]
public sealed class LifecycleSettingsTests
{
    private const string Protect = "    protect: true\n";
    private const string VpcId = "vpc-0123456789abcdef0";

    [Theory]
    [InlineData(Protect, "false")]
    [InlineData("    protect: false\n", "false")]
    [InlineData("    protect: false\n    teardown: true\n", "true")]
    public async Task Teardown_LetsProvidersForget_WhatTheyCannotReach(string lifecycle, string forgets)
    {
        var evaluated = await EvaluateAsync(lifecycle);
        var providers = evaluated.Resources.Where(resource => resource.Type == "pulumi:providers:kubernetes").ToList();
        Assert.Equal(2, providers.Count);
        Assert.All(providers, provider => Assert.Equal(PlanValue.Of(forgets), provider.Inputs["deleteUnreachable"]));
    }

    [Theory]
    [InlineData("aws-east-cluster-node", "aws-east-cluster-node")]
    [InlineData("aws:ec2/vpc:Vpc::aws-east-network", "aws-east-network")]
    [InlineData("aws:eks/cluster:Cluster::aws-east-cluster", "aws-east-cluster")]
    [InlineData("gcp:container/cluster:Cluster::gcp-east-cluster", "gcp-east-cluster")]
    public async Task Adopt_ImportsTheResource_AndNothingElse(string key, string name)
    {
        var evaluated = await EvaluateAsync(Protect + $"    adopt:\n      {key}: {VpcId}\n");
        var taken = Assert.Single(evaluated.Resources, resource => resource.Options.ImportId is not null);
        Assert.Equal((name, VpcId), (taken.Name, taken.Options.ImportId));
        var plan = PlanDocument.OfFirstUpdate(new("p", "dev"), new(true, Sequence<string>.Empty), evaluated.Resources, [], evaluated.Outputs);
        Assert.Equal([taken.Urn], plan.Changes.Where(change => change.Op == Operation.Import).Select(change => change.Urn));
    }

    [Fact]
    public async Task Adopt_IsSeen_ByWhateverElseLooksAtTheStack_AndKeepsItsOptions()
    {
        var before = await EvaluateAsync(Protect);
        var after = await EvaluateAsync(Protect + $"    adopt:\n      aws:eks/cluster:Cluster::aws-east-cluster: dev-aws-east\n");
        Assert.Equal(before.Resources.Count, after.Resources.Count);
        var (was, now) = (Cluster(before), Cluster(after));
        Assert.Equal(was.Options with { ImportId = "dev-aws-east" }, now.Options);
        Assert.Equal((was.DependsOn, was.Provider, was.Parent), (now.DependsOn, now.Provider, now.Parent));

        static PlannedResource Cluster(EvaluatedProgram evaluated) => evaluated.Resources.Single(resource => resource.Type == "aws:eks/cluster:Cluster");
    }

    [Theory]
    [InlineData("aws-east-netwrk", "lifecycle.adopt.aws-east-netwrk: must be the name of a resource of this stack; got aws-east-netwrk; did you mean 'aws-east-network'?")]
    [InlineData("elsewhere", "lifecycle.adopt.elsewhere: must be the name of a resource of this stack; got elsewhere; the preview shows every name with --detail full")]
    public async Task Adopt_Refuses_WhatTheStackDoesNotMake(string name, string fault)
    {
        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => EvaluateAsync(Protect + $"    adopt:\n      {name}: some-id\n"));
        Assert.Equal([fault], failure.Messages);
    }

    [Fact]
    public async Task Adopt_Refuses_ANameOfSeveral_AndSaysWhichTheyAre()
    {
        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => EvaluateAsync(Protect + $"    adopt:\n      aws-east-network: {VpcId}\n"));
        var message = Assert.Single(failure.Messages);
        Assert.StartsWith("lifecycle.adopt.aws-east-network: means ", message, StringComparison.Ordinal);
        Assert.EndsWith(", aws:ec2/vpc:Vpc::aws-east-network", message, StringComparison.Ordinal);
    }

    private static async Task<EvaluatedProgram> EvaluateAsync(string lifecycle)
    {
        var file = Project.Read(Project.DevWith(Protect, lifecycle));
        var settled = SettingsLoader.Load(file.Sections);
        Assert.Empty(settled.Faults);
        return await Evaluator.RunAsync(new(
            file.Project,
            "dev",
            file.Config,
            file.SecretKeys,
            options => new MeshStack(settled.Settings!, options)));
    }
}
