using System.Text.RegularExpressions;
using CrossCloudMesh.Values;
using Xunit;

namespace CrossCloudMesh.Tests.Values;

/// <summary>Each text value: what it takes, what it refuses, and that its pattern for editors agrees with it.</summary>
public sealed class TextValueTests
{
    [Fact]
    public void Reads_EntryKeys() => Holds<EntryKey>(
        ["a", "aws-east", "a1", "a-1", "abcdefghij0123456789"],
        ["", "A", "1a", "-a", "a-", "a_b", "a.b", "é", "abcdefghij01234567890"]);

    [Fact]
    public void Reads_AwsAccountIds() => Holds<AwsAccountId>(["123456789012", "000000000001"], ["", "12345678901", "1234567890123", "12345678901a", "١٢٣٤٥٦٧٨٩٠١٢"]);

    [Fact]
    public void Reads_TrustDomains() => Holds<TrustDomain>(
        ["dev.mesh.example", "abc", "a-1.b", new string('a', 63)],
        ["", "ab", "Dev.mesh", "a..b", "-ab", "ab-", "a.-b", "mesh.example.", "spiffe://mesh", "a_b", "é.example", new string('a', 64)]);

    [Fact]
    public void Reads_DnsNames() => Holds<DnsName>(
        ["a", "batch.example.com", "a-1.b2", new string('a', 63) + ".b"],
        ["", "Batch.example.com", "*.example.com", "a..b", ".a", "a.", "-a.b", "a-.b", "a_b", new string('a', 64)]);

    [Fact]
    public void Reads_AwsAuthorityArns() => Holds<AwsAuthorityArn>(
        ["arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f"],
        [
            "", "0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f", "arn:aws:acm-pca:us-east-1:12:certificate-authority/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f",
            "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/x", "arn:aws:acm:us-east-1:123456789012:certificate/0e1b6f2c-1a2b-4c3d-8e4f-5a6b7c8d9e0f",
        ]);

    [Fact]
    public void Reads_GoogleAuthorityPaths() => Holds<GoogleAuthorityPath>(
        ["projects/acme-mesh/locations/us-east4/caPools/mesh/certificateAuthorities/root", "projects/abcdef/locations/europe-west12/caPools/A_b-1/certificateAuthorities/" + new string('a', 63)],
        [
            "", "root", "projects/acme/locations/us-east4/caPools/mesh/certificateAuthorities/root", "projects/acme-mesh/locations/us/caPools/mesh/certificateAuthorities/root",
            "projects/acme-mesh/locations/us-east4/caPools//certificateAuthorities/root", "projects/acme-mesh/locations/us-east4/caPools/mesh/certificateAuthorities/a.b",
            "projects/acme-mesh/locations/us-east4/caPools/mesh/certificateAuthorities/" + new string('a', 64), "projects/acme-mesh/locations/us-east4/certificateAuthorities/root",
        ]);

    [Fact]
    public void Reads_GoogleProjectIds() => Holds<GoogleProjectId>(
        ["cross-cloud-mesh-dev", "abcdef", "a12345", "abcdefghijabcdefghijabcdefghij"],
        ["", "abcde", "Abcdef", "1abcdef", "abcdef-", "abc_def", "example.com:abcdef", "abcdefghijabcdefghijabcdefghijk"]);

    [Fact]
    public void Reads_GoogleApis() => Holds<GoogleApi>(
        ["pubsub.googleapis.com", "a.googleapis.com", "cloud-kms2.googleapis.com"],
        ["", "pubsub", ".googleapis.com", "pubsub.googleapis.com.", "Pubsub.googleapis.com", "https://pubsub.googleapis.com", "pubsub-.googleapis.com"]);

    [Fact]
    public void Reads_AwsServices() => Holds<AwsService>(
        ["s3", "kms", "ecr.api", "eks-auth", "aps-workspaces", "a.b.c"],
        ["", "Kms", "kms.", ".kms", "ecr..api", "2kms", "com.amazonaws.us-east-1.s3", "a b", "é"]);

    [Fact]
    public void Reads_NetworkTags() => Holds<NetworkTag>(
        ["a", "gke-node", "a1", new string('a', 63)],
        ["", "A", "1a", "-a", "a-", "a_b", "a.b", "é", new string('a', 64)]);

    [Fact]
    public void Reads_AcceleratorTypes() => Holds<AcceleratorType>(["nvidia-l4", "nvidia-h100-80gb"], ["", "nvidia-", "l4", "nvidia-L4", "nvidia-l4-", "é"]);

    [Fact]
    public void Reads_CronSchedules() => Holds<CronSchedule>(
        ["0 2 * * *", "*/10 0-6,12 1 1-12/3 0"],
        ["", "0 2 * *", "0 2 * * * *", "0  2 * * *", " 0 2 * * *", "@daily", "0 2 * * MON", "é"]);

    [Fact]
    public void Reads_AwsCronSchedules() => Holds<AwsCronSchedule>(
        ["cron(0 2 * * ? *)", "cron(*/10 0-6,12 ? JAN-MAR MON#2 2027)", "cron(0 2 LW 1 ? *)", "cron(0 2 ? * 6L *)"],
        ["", "cron(", "0 2 * * ? *", "cron(0 2 * * *)", "cron(0 2 * * * *)", "cron(0 2 ? * ? *)", "cron(0 2 * * ? * *)", "cron(0  2 * * ? *)", "rate(1 day)", "cron(0 2 * * ? é)"]);

    [Fact]
    public void Reads_AwsPolicyArns() => Holds<AwsPolicyArn>(
        ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:aws:iam::123456789012:policy/team/orders"],
        ["", "AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/", "arn:aws:iam::12:policy/orders", "arn:aws:iam::aws:role/orders", "arn:aws:iam::aws:policy/a b"]);

    [Fact]
    public void Reads_IdentityCenterInstances() => Holds<IdentityCenterInstance>(
        ["arn:aws:sso:::instance/ssoins-1234567890abcdef", "arn:aws:sso:::instance/sso-1234567890abcdef"],
        ["", "ssoins-1234567890abcdef", "arn:aws:sso:::instance/ssoins-1234567890abcde", "arn:aws:sso:::instance/other-1234567890abcdef", "arn:aws:sso:::instance/ssoins-1234567890ABCDEF"]);

    [Fact]
    public void Reads_IdentityCenterGroups() => Holds<IdentityCenterGroup>(
        ["1234567890-12345678-1234-1234-1234-123456789abc", "12345678-1234-1234-1234-123456789abc"],
        ["", "platform", "12345678-1234-1234-1234-123456789ABC", "123456789-12345678-1234-1234-1234-123456789abc", "12345678-1234-1234-1234-123456789ab"]);

    [Fact]
    public void Reads_GoogleGroupsAddresses() => Holds<GoogleGroupsAddress>(
        ["gke-security-groups@example.com", "gke-security-groups@a.b-c.example"],
        ["", "gke-security-groups@", "gke-security-groups@example", "groups@example.com", "gke-security-groups@-a.com", "gke-security-groups@a.com-", "gke-security-groups@A.com"]);

    [Fact]
    public void Reads_MachineFamilies() => Holds<MachineFamily>(["n4", "c4a", "n2d", "e2"], ["", "n", "4n", "n4-", "N4", "n4-standard-2", "n4abc", "é"]);

    [Fact]
    public void Reads_PubSubTopics() => Holds<PubSubTopic>(
        ["projects/acme-mesh/topics/gke", "projects/abcdef/topics/a-b"],
        ["", "gke", "projects/acme/topics/gke", "projects/acme-mesh/topics/", "projects/acme-mesh/topics/a", "projects/acme-mesh/topics/1gke", "projects/acme-mesh/subscriptions/gke", "projects/acme-mesh/topics/gke/x"]);

    [Fact]
    public void Reads_PlainText() => Holds<PlainText>(
        ["a", "Lets the bastion in", "a, b: \"c\"!", new string('a', 200)],
        ["", " ", " a", "a ", "a\tb", "a\nb", "é", new string('a', 201)]);

    [Fact]
    public void Reads_TagKeys() => Holds<TagKey>(
        ["owner", "cost-center", "a_b", "a", "a-", "go"],
        ["", "Owner", "1a", "_a", "aws:owner", "a b", "goog-owner", "google", "é", new string('a', 64)]);

    [Fact]
    public void Reads_TagValues() => Holds<TagValue>(["", "platform", "2026", "a_b-c", "-"], ["Platform", "a b", "a.b", "é", new string('a', 64)]);

    [Fact]
    public void Reads_KubernetesVersions() => Holds<KubernetesVersion>(["1.36", "1.10", "1.99"], ["", "1.3", "1.360", "v1.36", "1.36.1", "1,36", "2.36", "1.06", "1.36-eks", " 1.36"]);

    [Fact]
    public void Reads_RegistryPaths()
    {
        Holds<RegistryPath>(
            ["123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror", "registry.example", "a.b/c/d-e"],
            ["", "registry", "registry.example/", "https://registry.example", "Registry.example", "registry.example//a", "-a.b", "a.b/-c", "oci://a.b"]);
        Assert.True(RegistryPath.Parse("123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror")!.Value.IsEcr);
        Assert.False(RegistryPath.Parse("public.ecr.aws/mirror")!.Value.IsEcr);
    }

    [Fact]
    public void Reads_HttpsUrls() => Holds<HttpsUrl>(
        ["https://otlp.example.com", "https://otlp.example.com:4318", "https://a/b/c.d", "https://api.honeycomb.io/otlp"],
        ["", "http://otlp.example.com", "https://", "https://Otlp.example.com", "https://a:0x", "https://a:", "https://a/", "https://u@a", "https://a?b", "https://-a", "https://a-", "https://a b"]);

    [Fact]
    public void Reads_HeaderNames() => Holds<HeaderName>(
        ["api-key", "x-honeycomb-team", "a", new string('a', 60)], ["", "Api-Key", "1a", "-a", "a-", "api_key", "api key", "a:", new string('a', 61)]);

    [Fact]
    public void Reads_NodeImageVersions() => Holds<NodeImageVersion>(
        ["v20260810", "v1.51.0"], ["", "v", "20260810", "v2026081", "v1.51", "latest", "v1.51.0.1"]);

    [Fact]
    public void Reads_PatchVersions() => Holds<PatchVersion>(["1.8.2", "0.0.0", "10.20.3000"], ["", "1.8", "1.8.2.1", "v1.8.2", "01.8.2", "1.8.20000", "1.8.x", "1..2"]);

    [Fact]
    public void Reads_PrivateAddresses() => Holds<PrivateAddress>(
        ["10.0.0.1", "100.64.0.9", "172.24.8.10", "192.168.255.255"], ["", "8.8.8.8", "172.32.0.1", "127.0.0.1", "10.0.0.0/32", "10.0.0", "010.0.0.1", "10.0.0.256"]);

    [Fact]
    public void Reads_EksAddonVersions() => Holds<EksAddonVersion>(
        ["v1.20.4-eksbuild.2", "v0.9.0-eksbuild.11"],
        ["", "1.20.4-eksbuild.2", "v1.20.4", "v1.20-eksbuild.2", "v1.20.4-eksbuild.0", "v1.20.4-eksbuild.", "v1.20.4-eksbuild.2-eksbuild.3", "v1.20.4-gke.2"]);

    [Fact]
    public void Reads_KubernetesNamespaces() => Holds<KubernetesNamespace>(
        ["a", "kube-system", "1st", new string('a', 63)],
        ["", "A", "-a", "a-", "a_b", "a.b", "é", new string('a', 64)]);

    [Fact]
    public void Reads_NodeLabelKeys() => Holds<NodeLabelKey>(
        ["team", "example.com/team", "a_b.c-d", "x/y", "mykubernetes.io/a"],
        ["", "Team", "-a", "a-", "a/b/c", "/a", "a/", "kubernetes.io/os", "node.kubernetes.io/x", "eks.amazonaws.com/x", "cloud.google.com/x", "k8s.io/a", "a_b/c", new string('a', 64)]);

    [Fact]
    public void Reads_NodeLabelValues() => Holds<NodeLabelValue>(["", "a", "a.b_c-d", "1"], ["A", "-a", "a-", "a b", "é", new string('a', 64)]);

    [Theory]
    [InlineData("g5.xlarge", true)]
    [InlineData("g5g.xlarge", true)]
    [InlineData("gr6.4xlarge", true)]
    [InlineData("p5en.48xlarge", true)]
    [InlineData("g4ad.xlarge", false)]
    [InlineData("m7g.large", false)]
    [InlineData("inf2.xlarge", false)]
    public void Tells_WhichInstancesHaveGpus(string type, bool has) => Assert.Equal(has, InstanceType.Parse(type)!.Value.HasNvidiaGpu);

    [Fact]
    public void Reads_InstanceCategories() => Holds<InstanceCategory>(["m", "inf", "trn"], ["", "M", "m7", "m-", "é", "abcde"]);

    [Fact]
    public void Reads_AwsPrincipals() => Holds<AwsPrincipal>(
        ["arn:aws:iam::123456789012:role/platform", "arn:aws-us-gov:iam::123456789012:user/a/b/c+=,.@_-", "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x_1"],
        [
            "", "platform", "arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:group/a", "arn:aws:sts::123456789012:assumed-role/a/b", "arn:aws:iam::12345:role/a",
            "arn:aws:iam:us-east-1:123456789012:role/a", "arn:aws:iam::123456789012:role/", "arn:aws:iam::123456789012:role/a b", "arn:aws:iam::123456789012:role/*", "arn:gcp:iam::123456789012:role/a",
        ]);

    [Fact]
    public void Reads_GooglePrincipals() => Holds<GooglePrincipal>(
        [
            "group:platform@example.com", "user:a.b@example.co.uk", "serviceAccount:ci@project.iam.gserviceaccount.com",
            "principalSet://iam.googleapis.com/locations/global/workforcePools/pool/group/platform", "principal://iam.googleapis.com/x",
        ],
        [
            "", "allUsers", "allAuthenticatedUsers", "domain:example.com", "platform@example.com", "group:platform", "group:@example.com", "group:a@b@example.com", "group:a@example.",
            "group:a b@example.com", "Group:a@example.com", "principal://iam.googleapis.com/", "principal://example.com/x", "deleted:user:a@example.com?uid=1",
        ]);

    [Fact]
    public void Reads_InstanceTypes() => Holds<InstanceType>(
        ["m7g.large", "t4g.large", "u-6tb1.metal", "c7gn.16xlarge", "a1.medium", "m7i-flex.large", "i4i.metal-24xl"],
        ["", "m7g", "m7g.", ".large", "M7g.large", "m7g.large.x", "e2-standard-2", "m7g large", "large.m7g"]);

    [Fact]
    public void Reads_MachineTypes() => Holds<MachineType>(
        ["e2-standard-2", "e2-medium", "c4a-standard-1", "n2-custom-4-8192", "n2-custom-4-8192-ext"],
        ["", "e2", "E2-standard-2", "m7g.large", "e2-standard-", "-standard", "e2_standard_2"]);

    [Fact]
    public void Reads_AwsRegions() => Holds<AwsRegion>(["us-east-1", "ap-northeast-3", "us-gov-west-1", "mx-central-1"], ["", "us-east", "us-east-1a", "US-east-1", "useast1", "us-east-10", "use-east-1", "us-east4"]);

    [Fact]
    public void Reads_AwsZoneIds() => Holds<AwsZoneId>(["use1-az1", "apne1-az4", "usgw1-az2", "mxc1-az3"], ["", "us-east-1a", "use1-az0", "use1-az", "use1-1", "Use1-az1", "use1-az10", "1-az1"]);

    [Fact]
    public void Reads_GoogleRegions() => Holds<GoogleRegion>(["us-east4", "europe-west12", "northamerica-northeast1"], ["", "us-east", "us-east-1", "us-east4-a", "US-east4", "us4", "us-east123", "us-4"]);

    [Fact]
    public void Reads_GoogleZones() => Holds<GoogleZone>(["us-east4-a", "europe-west12-c"], ["", "us-east4", "us-east4-", "us-east4-A", "us-east-a", "us-east4-ab", "a"]);

    [Fact]
    public void Reads_TimesOfDay() => Holds<TimeOfDay>(["00:00", "03:00", "19:59", "23:59"], ["", "3:00", "24:00", "29:00", "12:60", "12:00:00", "12-00", "ab:cd"]);

    [Fact]
    public void Tells_TheRegion_OfAGoogleZone() => Assert.Equal(GoogleRegion.Parse("us-east4"), GoogleZone.Parse("us-east4-c")!.Value.Region);

    [Theory]
    [InlineData("m7g.large", true)]
    [InlineData("c7gn.large", true)]
    [InlineData("x2gd.large", true)]
    [InlineData("is4gen.large", true)]
    [InlineData("a1.large", true)]
    [InlineData("t3.large", false)]
    [InlineData("m7i.large", false)]
    [InlineData("g5.xlarge", false)]
    [InlineData("g5g.xlarge", true)]
    [InlineData("m7i-flex.large", false)]
    [InlineData("u-6tb1.metal", false)]
    public void Tells_TheProcessor_OfAnInstanceType(string type, bool isArm64) => Assert.Equal(isArm64, InstanceType.Parse(type)!.Value.IsArm64);

    internal static void Holds<T>(string[] taken, string[] refused)
        where T : struct, ITextValue<T>
    {
        var pattern = new Regex(T.Pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
        Assert.All(taken, text => Assert.Equal(text, T.Parse(text)?.ToString()));
        Assert.All(taken, text => Assert.Matches(pattern, text));
        Assert.All(refused, text => Assert.Null(T.Parse(text)));
        Assert.All(refused, text => Assert.DoesNotMatch(pattern, text));
        Assert.All(taken, AgreesNear);
        Assert.NotEqual('.', T.Form[^1]);
        Assert.Equal("", default(T).ToString());

        void AgreesNear(string text)
        {
            const string Letters = "aZz059-_.:/@ g";
            var random = new Random(1);
            for (var round = 0; round < 200; round++)
            {
                var near = text.ToCharArray();
                if (near.Length > 0)
                {
                    near[random.Next(near.Length)] = Letters[random.Next(Letters.Length)];
                }

                var changed = new string(near)[..random.Next(near.Length + 1)];
                Assert.True(T.Parse(changed) is not null == pattern.IsMatch(changed), $"{typeof(T).Name} and its pattern disagree about '{changed}'");
            }
        }
    }
}
