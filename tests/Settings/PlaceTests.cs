using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>Regions and zones: each check seen failing, from the shipped dev stack with one thing changed.</summary>
public sealed class PlaceTests
{
    [Theory]
    [InlineData("region: us-east-1", "region: us-esat-1", "sites.aws-east.region: is not a region that AWS was known to have on 2026-11-21; got us-esat-1; did you mean 'us-east-1'?")]
    [InlineData("region: us-east-1", "region: us-gov-west-1", "sites.aws-east.region: is not a region that AWS was known to have on 2026-11-21; got us-gov-west-1; known: us-east-1, us-east-2, us-west-1, us-west-2")]
    [InlineData("region: us-east4", "region: us-central9", "sites.gcp-east.region: is not a region that Google Cloud was known to have on 2026-09-21; got us-central9; did you mean 'us-central1'?")]
    [InlineData("region: us-east4", "region: me-north4", "sites.gcp-east.region: is not a region that Google Cloud was known to have on 2026-09-21; got me-north4; known: me-central1, me-central2, me-west1")]
    [InlineData("use1-az4: 2", "use2-az1: 2", "sites.aws-east.zones.use2-az1: is a zone of us-east-2, not of us-east-1; choose of use1-az1, use1-az2, use1-az3, use1-az4, use1-az5, use1-az6")]
    [InlineData("use1-az4: 2", "use1-az9: 2", "sites.aws-east.zones.use1-az9: is not a known zone of us-east-1; choose of use1-az1, use1-az2, use1-az3, use1-az4, use1-az5, use1-az6")]
    [InlineData("use1-az4: 2", "use1-az3: 2", "sites.aws-east.zones.use1-az3: is a zone in which EKS takes no subnet for its control plane; choose of use1-az1, use1-az2, use1-az4, use1-az5, use1-az6")]
    [InlineData("use1-az4: 2", "use1-az4: 1", "sites.aws-east.zones.use1-az4: must have a slot of its own, and use1-az2 has the same; got 1; give it a free slot, and leave the other as it is")]
    [InlineData("us-east4-c]", "us-east1-c]", "sites.gcp-east.zones[2]: is a zone of us-east1, not of us-east4; got us-east1-c; choose of us-east4-a, us-east4-b, us-east4-c")]
    [InlineData("us-east4-c]", "us-east4-f]", "sites.gcp-east.zones[2]: is not a known zone of us-east4; got us-east4-f; choose of us-east4-a, us-east4-b, us-east4-c")]
    public void Refuses_APlace_ThatIsNotThere(string typed, string instead, string fault) =>
        Assert.Equal([fault], Project.FaultsOf(Project.DevWith(typed, instead)));
}
