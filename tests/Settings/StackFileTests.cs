using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

public sealed class StackFileTests
{
    private const string File = "stacks/Pulumi.test.yaml";

    [Theory]
    [InlineData("", File + ": is empty")]
    [InlineData("# only a comment\n", File + ": is empty")]
    [InlineData("just text\n", File + ":1:1: must be a map of keys; got a single value")]
    [InlineData("- a\n", File + ":1:1: must be a map of keys; got a list")]
    [InlineData("config:\n", File + ": holds no config; add config: with the keys cross-cloud-mesh:cloud, cross-cloud-mesh:addresses, cross-cloud-mesh:sites, cross-cloud-mesh:links, cross-cloud-mesh:trust, cross-cloud-mesh:services, cross-cloud-mesh:mesh, cross-cloud-mesh:observability, cross-cloud-mesh:lifecycle, cross-cloud-mesh:cost, cross-cloud-mesh:rules")]
    [InlineData("config: [a]\n", File + ":1:9: config must be a map of keys")]
    [InlineData("config:\n  a:b: c\n  cross-cloud-mesh:cl", File + ":3:3: is not valid YAML: while scanning a simple key, could not find expected ':'")]
    [InlineData("config:\n  a:b: [1, 2\n", File + ":3:1: is not valid YAML: while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("config:\n\ta: b\n", File + ":2:1: is not valid YAML: a tab stands where only spaces may; replace it with spaces")]
    [InlineData("config:\n  a:b: c\n\td: e\n", File + ":3:1: is not valid YAML: a tab stands where only spaces may; replace it with spaces")]
    [InlineData("config: {a:b: 1\nc: 2\n", File + ":1:9: is not valid YAML after this place; look for a missing bracket, quote or colon")]
    [InlineData("config:\n  a:b: c\u0007\n", File + ":2:9: is a control character, which YAML does not allow; remove it")]
    [InlineData("config:\n  a:b: c\n---\nconfig: {}\n", File + ":3:1: begins a second document, which Pulumi never reads; keep all in one document, without ---")]
    [InlineData("config:\n  a:b: c\n  a:b: d\n", File + ":3:3: the key a:b already stands at line 2; keep one")]
    [InlineData("config:\n  a:b: {x: 1, x: 2}\n", File + ":2:15: the key x already stands at line 2; keep one")]
    [InlineData("config:\n  a:b: {1: x, 0x1: y}\n", File + ":2:15: the key 0x1 is read as 1, which is already there; keep one")]
    [InlineData("config:\n  a:b: {[x]: y}\n", File + ":2:9: a key must be plain text, not a list or a map")]
    [InlineData("config:\n  a:b: *x\n", File + ":2:8: begins with *, which refers to an anchor, but none of that name is complete before it; quote the value if it is no reference")]
    [InlineData("config:\n  a:b: &x [*x]\n", File + ":2:12: begins with *, which refers to an anchor, but none of that name is complete before it; quote the value if it is no reference")]
    [InlineData("config:\n  a:b:\n    <<: text\n", File + ":3:9: a merge key << takes a map or a list of maps")]
    [InlineData("config:\n  a:b:c: d\n", File + ":2:3: a:b:c is not a configuration key; write it as namespace:name")]
    [InlineData("config:\n  a:b: c\nconfg: x\n", File + ":3:1: confg is not a known key of a stack file; known: config, environment, secretsprovider, encryptionsalt, encryptedkey")]
    [InlineData("config:\n  cross-cloud-mesh:foo: x\n", File + ":2:3: cross-cloud-mesh:foo is not read by anything; known: cross-cloud-mesh:cloud, cross-cloud-mesh:addresses, cross-cloud-mesh:sites, cross-cloud-mesh:links, cross-cloud-mesh:trust, cross-cloud-mesh:services, cross-cloud-mesh:mesh, cross-cloud-mesh:observability, cross-cloud-mesh:lifecycle, cross-cloud-mesh:cost, cross-cloud-mesh:rules")]
    [InlineData("config:\n  foo: x\n", File + ":2:3: cross-cloud-mesh:foo is not read by anything; known: cross-cloud-mesh:cloud, cross-cloud-mesh:addresses, cross-cloud-mesh:sites, cross-cloud-mesh:links, cross-cloud-mesh:trust, cross-cloud-mesh:services, cross-cloud-mesh:mesh, cross-cloud-mesh:observability, cross-cloud-mesh:lifecycle, cross-cloud-mesh:cost, cross-cloud-mesh:rules")]
    [InlineData("config:\n  cloud: {}\n  cross-cloud-mesh:cloud: {}\n", File + ":3:3: cross-cloud-mesh:cloud stands here twice, as cloud too; keep one")]
    [InlineData("config:\n  cloud: {a: {secure: djE6}}\n", File + ":2:3: cross-cloud-mesh:cloud must not hold a secret; give the secret a key of its own")]
    public void Refuses_AFile_ThatIsNoStackFile(string yaml, string fault) =>
        Assert.Equal([fault], Project.Read(yaml).Faults.Select(each => each.ToString()));

    [Fact]
    public void Refuses_AnUnknownStack_AndNamesTheKnown()
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.b.yaml", "");
        project.Write("stacks/Pulumi.a.yaml", "");
        Assert.Equal("unknown stack 'x': there is no stacks/Pulumi.x.yaml; known: a, b", Assert.Single(StackFile.Read(project.Folder, "x").Faults).ToString());
        Assert.Equal(
            "a stack's name is 1 to 100 letters, digits, hyphens, underscores and dots; got '../x'; known: a, b",
            Assert.Single(StackFile.Read(project.Folder, "../x").Faults).ToString());
    }

    [Fact]
    public void Refuses_AFolder_WithoutAProject()
    {
        var folder = Directory.CreateTempSubdirectory("settings-").FullName;
        Assert.Equal($"there is no Pulumi.yaml in {folder}; run this in the project's root folder", Assert.Single(StackFile.Read(folder, "dev").Faults).ToString());
    }

    [Fact]
    public void Refuses_BytesThatAreNotUtf8()
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.x.yaml", "");
        System.IO.File.WriteAllBytes(Path.Combine(project.Folder, "stacks/Pulumi.x.yaml"), [0x61, 0xFF, 0xFE]);
        Assert.Equal("stacks/Pulumi.x.yaml: is not UTF-8 text; save it as UTF-8", Assert.Single(StackFile.Read(project.Folder, "x").Faults).ToString());
    }

    [Fact]
    public void Refuses_WhatIsTooDeep_OrGrowsTooLarge()
    {
        Assert.Contains("nested more than 100 deep", Assert.Single(Project.Read("config:\n  a:b: " + new string('[', 5000)).Faults).ToString());
        var bomb = "config:\n  a:k0: &k0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
            + string.Concat(Enumerable.Range(1, 8).Select(i => $"  a:k{i}: &k{i} [{string.Join(", ", Enumerable.Repeat($"*k{i - 1}", 10))}]\n"));
        Assert.Contains("holds more than 100000 values", Project.Read(bomb).Faults[0].ToString());
    }

    [Fact]
    public void Answers_AnyDamage_WithFaults_NeverWithAnException()
    {
        const string Letters = "{}[]:,-#&*!|>'\"%@`~<? \t\n0aZ\u0000\u00e9";
        var random = new Random(2026);
        using var project = new Project();
        for (var round = 0; round < 300; round++)
        {
            var text = Project.DevWithoutMesh.ToCharArray().AsSpan(0, random.Next(1, Project.DevWithoutMesh.Length + 1)).ToArray();
            for (var change = random.Next(4); change > 0; change--)
            {
                text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            }

            project.Write("stacks/Pulumi.x.yaml", new string(text));
            var file = StackFile.Read(project.Folder, "x");
            var faults = file.Faults.Concat(SettingsLoader.Load(file.Sections).Faults.Select(file.AsTyped)).ToArray();
            Assert.All(faults, fault => Assert.DoesNotContain('\n', fault.ToString()));
            Assert.All(faults, fault => Assert.DoesNotContain("Exception", fault.ToString()));
        }
    }

    [Fact]
    public void Reads_PastAByteOrderMark() => Assert.Equal("c", Project.Read("\uFEFFconfig:\n  a:b: c\n").Config["a:b"]);

    [Theory]
    [InlineData("a:b", "a:b")]
    [InlineData("a:config:b", "a:b")]
    public void Gives_AKey_ItsNamespace(string typed, string key) => Assert.Equal("c", Project.Read($"config:\n  {typed}: c\n").Config[key]);

    [Fact]
    public void Follows_Aliases_AndMergesMaps() => Assert.Equal(
        """{"one":1,"own":0,"three":3,"two":22}""",
        Project.Read("""
            config:
              a:base: &base {one: 1, two: 2, own: 9}
              a:more: &more {two: 22, three: 3}
              a:b:
                <<: [*more, *base]
                own: 0
            """).Config["a:b"]);

    [Fact]
    public void Puts_APlaceholder_ForEachSecret()
    {
        var file = Project.Read("""
            secretsprovider: passphrase
            encryptionsalt: v1:abc
            encryptedkey: abc
            config:
              linkKey:
                secure: canary
              aws:token: {secure: canary}
              a:nested:
                list: [{secure: canary}, plain]
              a:notSecret: {secure: 5}
            """);
        Assert.Empty(file.Faults);
        Assert.Equal("[secret cross-cloud-mesh:linkKey]", file.Config["cross-cloud-mesh:linkKey"]);
        Assert.Equal("[secret aws:token]", file.Config["aws:token"]);
        Assert.Equal("""{"list":["[secret a:nested]","plain"]}""", file.Config["a:nested"]);
        Assert.Equal("""{"secure":5}""", file.Config["a:notSecret"]);
        Assert.Equal(["a:nested", "aws:token", "cross-cloud-mesh:linkKey"], file.SecretKeys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("canary", string.Concat(file.Config.Values));
    }

    [Fact]
    public void Notes_AnEnvironment() => Assert.Equal(
        ["stacks/Pulumi.test.yaml:1:1: environment is not consulted; what it would add or override is missing here"],
        Project.Read("environment: [team/dev]\nconfig:\n  a:b: c\n").Notes);

    [Theory]
    [InlineData("sites.aws-east.region", "region: us-east-1")]
    [InlineData("sites.aws-east.zones.use1-az2", "use1-az2: 1")]
    [InlineData("sites.aws-east.cluster.pools.general.noSuchKey", "general:")]
    [InlineData("sites.gcp-east.zones[1]", "us-east4-b,")]
    [InlineData("cloud.operatorCidrs[0]", "203.0.113.0/24")]
    [InlineData("cloud[\"no.such\"]", "cross-cloud-mesh:cloud:")]
    public void Locates_ASetting(string path, string typed)
    {
        var at = StackFile.Read(Project.Root, "dev").Locate(path);
        var before = Project.DevWithoutMesh[..Project.DevWithoutMesh.IndexOf(typed, StringComparison.Ordinal)];
        Assert.Equal((before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n')), at);
    }

    [Theory]
    [InlineData("backups.root")]
    [InlineData("")]
    public void Locates_Nothing_WhereNotEvenTheSectionStands(string path) => Assert.Null(StackFile.Read(Project.Root, "dev").Locate(path));
}
