using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>Each rule of the binder, broken once in the shipped dev stack.</summary>
public sealed class StrictnessTests
{
    [Theory]
    // Keys.
    [InlineData("      region: us-east-1", "      region: us-east-1\n      regoin: x", "sites.aws-east.regoin: is not a known key; did you mean 'region'?")]
    [InlineData("    deployFrom: laptop", "    deployFrom: laptop\n    zebra: x", "cloud.zebra: is not a known key; known: aws, google, tags, operators, deployFrom, operatorCidrs")]
    [InlineData("      nat: regional", "      # nat", "sites.aws-east.nat: is missing; add one of regional, perZone, none")]
    [InlineData("    protect: true", "    {}", "lifecycle.protect: is missing; add true or false")]
    [InlineData("      cloud: aws\n", "", "sites.aws-east.cloud: is missing; add one of aws, gcp, onPremises")]
    [InlineData("      cloud: aws\n", "      cloud: azure\n", "sites.aws-east.cloud: must be one of aws, gcp, onPremises; got \"azure\"")]
    [InlineData("    aws-east:", "    AwsEast:", "sites.AwsEast: its key must be 1 to 20 lower-case letters, digits and inner hyphens, starting with a letter; got \"AwsEast\"")]
    [InlineData("        use1-az4: 2", "        us-east-1c: 2", "sites.aws-east.zones.us-east-1c: its key must be an AWS zone id such as use1-az1; got \"us-east-1c\"")]
    [InlineData("      owner: platform", "      Owner: platform", "cloud.tags.Owner: its key must be 1 to 63 lower-case letters, digits, hyphens and underscores, starting with a letter, and not with goog, which Google keeps for itself; got \"Owner\"")]
    // Null and wrong kinds.
    [InlineData("region: us-east-1", "region:", "sites.aws-east.region: must be an AWS region such as us-east-1; got nothing; give it a value, or remove the key")]
    [InlineData("      asn: 64512", "      asn: \"64512\"", "sites.aws-east.hub.asn: must be a whole number from 64512 to 65534; got \"64512\"; remove the quotes")]
    [InlineData("asn: 64512", "asn: 7", "sites.aws-east.hub.asn: must be a whole number from 64512 to 65534; got 7")]
    [InlineData("zones: [us-east4-a, us-east4-b, us-east4-c]", "zones: us-east4-a", "sites.gcp-east.zones: must be a list of at least 1; got \"us-east4-a\"; write each item on a line of its own, after a hyphen")]
    [InlineData("    protect: true", "    protect: yes", "lifecycle.protect: must be true or false; got \"yes\"")]
    [InlineData("    protect: true", "    protect: \"true\"", "lifecycle.protect: must be true or false; got \"true\"; remove the quotes")]
    [InlineData("    protect: true", "    true", "lifecycle: must be a map with the keys protect, teardown, adopt; got true")]
    // Numbers.
    [InlineData("maxNodesPerZone: 2\n            diskGibibytes: 50", "maxNodesPerZone: 2\n            diskGibibytes: 5", "sites.aws-east.cluster.pools.general.diskGibibytes: must be a whole number from 20 to 16384; got 5")]
    [InlineData("        use1-az4: 2", "        use1-az4: 8", "sites.aws-east.zones.use1-az4: must be a whole number from 0 to 7; got 8")]
    [InlineData("maxNodesPerZone: 2", "maxNodesPerZone: 2.5", "sites.aws-east.cluster.pools.general.maxNodesPerZone: must be a whole number from 1 to 1000; got 2.5")]
    [InlineData("maxNodesPerZone: 2", "maxNodesPerZone: 99999999999", "sites.aws-east.cluster.pools.general.maxNodesPerZone: must be a whole number from 1 to 1000; got 99999999999")]
    [InlineData("logRetentionDays: 30", "logRetentionDays: 31", "sites.aws-east.logRetentionDays: must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653; got 31")]
    // Words.
    [InlineData("deployFrom: laptop", "deployFrom: labtop", "cloud.deployFrom: must be one of laptop, ci, network; got \"labtop\"; did you mean 'laptop'?")]
    [InlineData("nat: regional", "nat: perzone", "sites.aws-east.nat: must be one of regional, perZone, none; got \"perzone\"; did you mean 'perZone'?")]
    [InlineData("architecture: arm64", "architecture: riscv", "sites.aws-east.cluster.pools.general.architecture: must be one of x86_64, arm64; got \"riscv\"")]
    // Text.
    [InlineData("accountId: \"123456789012\"", "accountId: 123456789012", "cloud.aws.accountId: must be an AWS account id of twelve digits, in quotes; got 123456789012; put it in quotes, or YAML reads it as a number")]
    [InlineData("accountId: \"123456789012\"", "accountId: 012345670123", "cloud.aws.accountId: must be an AWS account id of twelve digits, in quotes; got 012345670123, which is read as 1402433619; put it in quotes, or YAML reads it as a number")]
    [InlineData("kubernetesVersion: \"1.36\"", "kubernetesVersion: 1.30", "sites.aws-east.cluster.kubernetesVersion: must be a minor version in quotes, such as \"1.36\"; got 1.30, which is read as 1.3; put it in quotes, or YAML reads it as a number")]
    [InlineData("kubernetesVersion: \"1.36\"", "kubernetesVersion: 2026-01-03", "sites.aws-east.cluster.kubernetesVersion: must be a minor version in quotes, such as \"1.36\"; got 2026-01-03, which is read as \"2026-01-03 00:00:00 +0000 UTC\"; put it in quotes, or YAML reads it as a date")]
    [InlineData("owner: platform", "owner: true", "cloud.tags.owner: must be at most 63 lower-case letters, digits, hyphens and underscores; got true; put it in quotes, or YAML reads it as true or false")]
    [InlineData("group:platform@example.com", "allUsers", "cloud.operators.google[0]: must be a Google IAM member such as group:platform@example.com; got \"allUsers\"")]
    // Counts and repetition.
    [InlineData("[us-east4-a, us-east4-b, us-east4-c]", "[]", "sites.gcp-east.zones: must be a list of at least 1; got none")]
    [InlineData("[us-east4-a, us-east4-b, us-east4-c]", "[us-east4-a, us-east4-b, us-east4-a]", "sites.gcp-east.zones[2]: stands in the list twice; got \"us-east4-a\"; keep one")]
    [InlineData("        use1-az2: 1\n        use1-az4: 2\n", "", "sites.aws-east.zones: must be a map of at least 2; got 1")]
    public void Refuses_OneBrokenRule(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));

    [Fact]
    public void Tells_AllFaults_AtOnce_InTheOrderOfTheSettings()
    {
        var broken = Project.DevWithoutMesh
            .Replace("deployFrom: laptop", "deployFrom: train")
            .Replace("asn: 64512", "asn: 1")
            .Replace("pool: google, slot: 0 }", "pool: google }")
            .Replace("protect: true", "protct: true");
        Assert.Equal(
            [
                "cloud.deployFrom: must be one of laptop, ci, network; got \"train\"",
                "sites.aws-east.hub.asn: must be a whole number from 64512 to 65534; got 1",
                "sites.gcp-east.addresses.slot: is missing; add a whole number from 0 to 4095",
                "lifecycle.protct: is not a known key; did you mean 'protect'?",
                "lifecycle.protect: is missing; add true or false",
            ],
            Project.FaultsOf(broken));
    }

    [Fact]
    public void Tells_EveryMissingSection_OfAnEmptyStack() =>
        Assert.Equal(["cloud", "sites", "lifecycle"], Project.FaultsOf("config: {}").Select(fault => fault[..fault.IndexOf(':')]));
}
