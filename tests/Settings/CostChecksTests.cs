namespace CrossCloudMesh.Tests.Settings;

/// <summary>What is assumed of use has to be of something that is there.</summary>
public sealed class CostChecksTests
{
    [Theory]
    [InlineData("links: { east: { aws-east: 2000, gcp-east: 0 } }")]
    [InlineData("sites: { aws-east: { natGb: 1, endpointGb: 2, logGb: 3 }, gcp-east: { natGb: 1, logGb: 3 } }")]
    [InlineData("{}")]
    public void Accepts_Use(string cost) => Assert.Empty(Faults(cost));

    [Theory]
    [InlineData("links: { eest: { aws-east: 1 } }", "cost.links.eest: is not a link of links; got eest; did you mean 'east'?")]
    [InlineData("links: { east: { aws-eest: 1 } }", "cost.links.east.aws-eest: is not a site of the link; got aws-eest; did you mean 'aws-east'?")]
    [InlineData("links: { east: { aws-east: -1 } }", "cost.links.east.aws-east: must be a whole number from 0 to 100000000; got -1")]
    [InlineData("sites: { aws-eest: { natGb: 1 } }", "cost.sites.aws-eest: is not a site with a cluster; got aws-eest; did you mean 'aws-east'?")]
    [InlineData("sites: { gcp-east: { endpointGb: 1 } }", "cost.sites.gcp-east.endpointGb: is only for a site on AWS, as Google Cloud has no interface endpoints; got 1; leave it out")]
    [InlineData("sites: { gcp-east: { natGB: 1 } }", "cost.sites.gcp-east.natGB: is not a known key; did you mean 'natGb'?")]
    public void Refuses_UseOfWhatIsNotThere(string cost, string fault) => Assert.Equal([fault], Faults(cost));

    private static string[] Faults(string cost) =>
        Project.FaultsOf(Project.DevWithTelemetry.TrimEnd('\n') + (cost == "{}" ? "\n  cross-cloud-mesh:cost: {}\n" : $"\n  cross-cloud-mesh:cost:\n    {cost}\n"));
}
