using CrossCloudMesh.Clusters;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components.Controllers;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What is asked of Karpenter against the definitions that Karpenter publishes.</summary>
[Collection(Evaluations.Name)]
public sealed class KarpenterSchemaTests
{
    [CrdFact]
    public async Task EveryObject_FitsItsDefinition()
    {
        foreach (var image in new[] { EksNodeImage.Al2023, EksNodeImage.Bottlerocket })
        {
            Assert.Empty((await ObjectsAsync(image)).SelectMany(Faults));
        }
    }

    [CrdFact]
    public async Task Finds_WhatDoesNotFit()
    {
        var objects = await ObjectsAsync(EksNodeImage.Al2023);
        var (machines, pool) = (objects.Single(each => each.Type == KarpenterTests.NodeClass), objects.Single(each => each.Type == KarpenterTests.NodePool));
        Assert.Equal([".spec.colour: is not a known field"], Faults(machines.With("spec.colour", "\"red\"")));
        Assert.Equal([".spec.metadataOptions.httpTokens: 'maybe' is none of required, optional"], Faults(machines.With("spec.metadataOptions.httpTokens", "\"maybe\"")));
        Assert.Equal([".spec.metadataOptions.httpPutResponseHopLimit: 65 is above maximum 64"], Faults(machines.With("spec.metadataOptions.httpPutResponseHopLimit", "65")));
        Assert.Equal([".spec.associatePublicIPAddress: must be boolean"], Faults(machines.With("spec.associatePublicIPAddress", "\"no\"")));
        Assert.Equal([".spec.subnetSelectorTerms: is required"], Faults(machines.With("spec.subnetSelectorTerms", null)));
        Assert.Equal([".spec.amiSelectorTerms: 0 is below minItems 1"], Faults(machines.With("spec.amiSelectorTerms", "[]")).Take(1));
        Assert.StartsWith(".spec.template.spec.expireAfter: '30d' does not match", Assert.Single(Faults(pool.With("spec.template.spec.expireAfter", "\"30d\""))), StringComparison.Ordinal);
        Assert.Empty(Faults(pool.With("spec.limits.cpu", "100")));
        Assert.Contains(".spec.limits.cpu", string.Join('\n', Faults(pool.With("spec.limits.cpu", "true"))), StringComparison.Ordinal);
    }

    [CrdFact]
    public async Task Finds_WhatBreaksARuleOfTheDefinition()
    {
        var objects = await ObjectsAsync(EksNodeImage.Al2023);
        var (machines, pool) = (objects.Single(each => each.Type == KarpenterTests.NodeClass), objects.Single(each => each.Type == KarpenterTests.NodePool));
        Assert.Equal([".spec: must specify exactly one of ['role', 'instanceProfile']"], Faults(machines.With("spec.role", "\"node\"")));
        Assert.Equal([".spec.tags: tag contains a restricted tag matching eks:eks-cluster-name"], Faults(machines.With("spec.tags", """{"eks:eks-cluster-name":"x"}""")));
        Assert.Equal([".spec.amiSelectorTerms[0].alias: 'alias' is improperly formatted, must match the format 'family@version'"], Faults(machines.With("spec.amiSelectorTerms[0].alias", "\"al2023\"")));
        Assert.Equal([".spec.blockDeviceMappings[0].ebs: snapshotID or volumeSize must be defined"], Faults(machines.With("spec.blockDeviceMappings[0].ebs.volumeSize", null)));
        Assert.Equal([".spec.template.spec.requirements: requirements with operator 'In' must have a value defined"], Faults(pool.With("spec.template.spec.requirements[0].values", "[]")));
        Assert.Equal([".spec.template.spec.nodeClassRef.name: name may not be empty"], Faults(pool.With("spec.template.spec.nodeClassRef.name", "\"\"")));
        Assert.Equal([".spec.template.spec.requirements[0].key: label \"kubernetes.io/hostname\" is restricted"], Faults(pool.With("spec.template.spec.requirements[0].key", "\"kubernetes.io/hostname\"")));
    }

    private static async Task<IReadOnlyList<PlannedResource>> ObjectsAsync(EksNodeImage image)
    {
        var asked = await KarpenterTests.RunAsync(args => args with
        {
            Pools = args.Pools.SetItem("general", args.Pools["general"] with { Image = image }),
        });
        return [asked.One(KarpenterTests.NodeClass), asked.One(KarpenterTests.NodePool)];
    }

    private static IReadOnlyList<string> Faults(PlannedResource resource) =>
        StructuralCheck.Of(resource, CrdSchemas.Find(resource.Inputs["apiVersion"].Text(), resource.Inputs["kind"].Text())!);
}

/// <summary>Reads values of a plan.</summary>
internal static class PlanTexts
{
    public static string Text(this PlanValue? value) => Assert.IsType<PlanValue.TextValue>(value).Value;
}
