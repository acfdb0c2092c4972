using CrossCloudMesh.Infra.Settings;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What private names demand of one another and of links.</summary>
public sealed class PrivateNamesTests
{
    private const string Aws = "    aws-east:\n      cloud: aws\n";
    private const string Google = "    gcp-east:\n      cloud: gcp\n";
    private const string AfterSites = "\n  # Before `pulumi destroy`";
    private const string Secret = "  cross-cloud-mesh:east-keys:";

    [Fact]
    public void Accepts_ADomainForEachSite()
    {
        var settings = SettingsLoader.Load(Project.Read(With("aws-east.mesh.example", "gcp-east.mesh.example")).Sections).Settings!;
        var link = settings.Links["east"];
        Assert.True(DnsPlan.Passes(link, settings));
        Assert.True(DnsPlan.Forwards("aws-east", settings));
        Assert.True(DnsPlan.Forwards("gcp-east", settings));
        Assert.Equal(["use1-az1", "use1-az2"], DnsPlan.ResolverZones((AwsSite)settings.Sites["aws-east"]).ToArray());
        Assert.Empty(Project.FaultsOf(With("aws-east.mesh.example", "gcp-east.mesh.example")));
    }

    [Theory]
    [InlineData("aws-east.mesh.example", null)]
    [InlineData(null, "gcp-east.mesh.example")]
    public void PassesNothing_WhereOneEndHasNoNames(string? aws, string? google)
    {
        var settings = SettingsLoader.Load(Project.Read(With(aws, google)).Sections).Settings!;
        Assert.False(DnsPlan.Passes(settings.Links["east"], settings));
        Assert.False(DnsPlan.Forwards("aws-east", settings));
        Assert.False(DnsPlan.Forwards("gcp-east", settings));
        Assert.Empty(Project.FaultsOf(With(aws, google)));
    }

    [Theory]
    [InlineData("mesh.example", "mesh.example", "mesh.example")]
    [InlineData("mesh.example", "gcp-east.mesh.example", "gcp-east.mesh.example")]
    [InlineData("aws-east.mesh.example", "mesh.example", "mesh.example")]
    public void Refuses_DomainsInOneAnother(string aws, string google, string got) => Assert.Equal(
        [$"sites.gcp-east.dns.domain: must lie beside sites.aws-east.dns.domain, which is {aws}, or sites would ask one another for ever; got {got}; give each site a domain of its own below a common one"],
        Project.FaultsOf(With(aws, google)));

    [Theory]
    [InlineData("east.compute.internal", "compute.internal", "AWS, for its machines")]
    [InlineData("ec2.internal", "ec2.internal", "AWS, for its machines")]
    [InlineData("svc.cluster.local", "cluster.local", "Kubernetes, for its Services")]
    [InlineData("mesh.google.internal", "google.internal", "Google Cloud, for its metadata")]
    public void Refuses_WhatACloudAnswersItself(string domain, string reserved, string keeper) => Assert.Equal(
        [$"sites.aws-east.dns.domain: must lie beside {reserved}, which is kept by {keeper}; got {domain}; choose one below a domain that is yours"],
        Project.FaultsOf(With(domain, null)));

    [Fact]
    public void Refuses_WhatIsNoDomain() => Assert.StartsWith(
        "sites.aws-east.dns.domain: must be a domain of two parts or more such as", Assert.Single(Project.FaultsOf(With("internal", null))), StringComparison.Ordinal);

    [Fact]
    public void Refuses_TwoGoogleSites_AtOneResolver()
    {
        var faults = Project.FaultsOf(WithSecondGoogleSite("gcp-west.mesh.example"));
        Assert.Equal(
            ["sites.aws-east.dns: must pass to one linked site on Google Cloud at most: all of them ask from the same addresses, and the answers go one way; got gcp-east, gcp-west; leave dns out of all but one of these"],
            faults);
        Assert.Empty(Project.FaultsOf(WithSecondGoogleSite(null)));
    }

    private static string With(string? aws, string? google) =>
        Project.Replaced(Project.Replaced(Project.DevWithoutMesh, Aws, Aws + Dns(aws)), Google, Google + Dns(google));

    private static string WithSecondGoogleSite(string? domain)
    {
        var yaml = With("aws-east.mesh.example", "gcp-east.mesh.example");
        var end = yaml.IndexOf(AfterSites, StringComparison.Ordinal);
        var site = yaml[yaml.IndexOf("    gcp-east:\n", StringComparison.Ordinal)..end].Replace("    gcp-east:", "    gcp-west:")
            .Replace(Dns("gcp-east.mesh.example"), Dns(domain)).Replace("pool: google, slot: 0", "pool: google, slot: 1").Replace("asn: 64600", "asn: 64601");
        var link = "    west:\n      sites: [aws-east, gcp-west]\n      primary: { by: haVpn, secret: west-keys, inside: { by: plan, slot: 1 } }\n"
            + "      demandedMbps: 100\n      packetBytes: 1350\n  cross-cloud-mesh:west-keys:\n    secure: AAAABAG5vdGhpbmc=\n";
        return Project.Replaced(yaml[..end] + site + yaml[end..], Secret, link + Secret);
    }

    private static string Dns(string? domain) => domain is null ? "" : $"      dns: {{ domain: {domain} }}\n";
}
