using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Controllers that EKS runs for a cluster.</summary>
[Collection(Evaluations.Name)]
public sealed class EksCapabilitiesTests
{
    private const string Capability = "aws:eks/capability:Capability";
    private const string Policy = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    [Fact]
    public async Task Ack_HasThePoliciesThatItIsGiven_AndNoOther()
    {
        var asked = await RunAsync(new() { Ack = new(ImmutableSortedDictionary<string, string>.Empty.Add("s3", Policy)) });
        var capability = asked.One(Capability);
        var attachment = asked.One("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "east-capabilities-ack-s3");
        Assert.Equal(("ACK", "ack", "RETAIN"), (capability.Input("type"), capability.Input("capabilityName"), capability.Input("deletePropagationPolicy")));
        Assert.Equal(Policy, attachment.Input("policyArn"));
        Assert.Contains(attachment.Urn, capability.DependsOn);
    }

    [Fact]
    public async Task Kro_HasARoleWithoutRights_ThatOnlyCapabilitiesTake()
    {
        var asked = await RunAsync(new() { HasKro = true });
        var trust = asked.One("aws:iam/role:Role", "east-capabilities-kro").Input("assumeRolePolicy");
        Assert.Equal("KRO", asked.One(Capability).Input("type"));
        Assert.Contains("capabilities.eks.amazonaws.com", trust, StringComparison.Ordinal);
        Assert.Contains("sts:TagSession", trust, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.OfType("aws:iam/rolePolicyAttachment:RolePolicyAttachment"), each => each.Name.Contains("kro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ArgoCd_KnowsItsGroups_AndIsMadeAnew_WhereTheyChange()
    {
        var capability = (await RunAsync(new()
        {
            ArgoCd = new() { IdentityCenterArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef", IdentityCenterRegion = "us-east-1", Administrators = ["a"], Viewers = ["v"] },
        })).One(Capability);
        Assert.Equal("{idcInstanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef, idcRegion: us-east-1}", capability.Input("configuration>argoCd>awsIdc"));
        Assert.Equal(
            "[{identities: [{id: a, type: SSO_GROUP}], role: ADMIN}, {identities: [{id: v, type: SSO_GROUP}], role: VIEWER}]",
            capability.Input("configuration>argoCd>rbacRoleMappings"));
        Assert.Equal(["configuration"], capability.Options.ReplaceOnChanges);
        Assert.True(capability.Options.DeleteBeforeReplace);
    }

    private static Task<Asked> RunAsync(EksCapabilitySet capabilities) => EksClusterTests.RunAsync(args => args with { Capabilities = capabilities });
}
