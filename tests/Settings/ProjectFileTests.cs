using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What the CLI makes of the config block of Pulumi.yaml.</summary>
public sealed class ProjectFileTests
{
    private const string Head = "name: p\nruntime: dotnet\nstackConfigDir: stacks\n";

    [Theory]
    [InlineData("a:x: 5", "a:x", "5")]
    [InlineData("a:x: [1, b]", "a:x", "[1,\"b\"]")]
    [InlineData("a:x: {value: text}", "a:x", "text")]
    [InlineData("a:x: {value: {k: 1.50}}", "a:x", "{\"k\":1.5}")]
    [InlineData("a:x: {value: 2026-01-03}", "a:x", "2026-01-03T00:00:00Z")]
    [InlineData("x: true", "p:x", "true")]
    [InlineData("p:x: {default: 7, type: integer}", "p:x", "7")]
    [InlineData("x: {value: 7}", "p:x", "7")]
    public void Gives_AStack_WhatItDoesNotSayItself(string typed, string key, string text)
    {
        var file = Project.Read("config:\n  b:c: d\n", Head + "config:\n  " + typed + "\n");
        Assert.Empty(file.Faults);
        Assert.Equal(text, file.Config[key]);
    }

    [Fact]
    public void Lets_AStack_ReplaceADefault_Whole() =>
        Assert.Equal("""{"own":1}""", Project.Read("config:\n  a:x: {own: 1}\n", Head + "config:\n  a:x: {value: {shared: 2}}\n").Config["a:x"]);

    [Fact]
    public void Takes_TheOldWord_ForTheStackFolder() =>
        Assert.Equal("d", Project.Read("config:\n  b:c: d\n", "name: p\nruntime: dotnet\nconfig: stacks\n").Config["b:c"]);

    [Theory]
    [InlineData("x: {type: integer}", "stacks/Pulumi.test.yaml: p:x is missing, which Pulumi.yaml declares; add it to the stack file")]
    [InlineData("b:c: {value: x}\n  y: {type: integer, default: z}", "stacks/Pulumi.test.yaml: p:y must be of type integer, as Pulumi.yaml declares")]
    [InlineData("y: {type: array, default: {a: 1}}", "stacks/Pulumi.test.yaml: p:y must be of type array, as Pulumi.yaml declares")]
    [InlineData("y: {type: string, secret: true, default: a}", "stacks/Pulumi.test.yaml: p:y must be a secret, as Pulumi.yaml declares; set it with pulumi config set --secret")]
    [InlineData("a:x: {default: 1}", "Pulumi.yaml:5:3: a:x belongs to another namespace, so it must have a value, and neither a default nor a type; put what it is under value:")]
    [InlineData("x: {default: 1, value: 2}", "Pulumi.yaml:5:3: x has both a value and a default; keep one")]
    [InlineData("a:x: {shared: 1}", "Pulumi.yaml:5:9: shared is not a known key of a project setting; to share a map with all stacks, put it under value:")]
    [InlineData("a.b: 1", "Pulumi.yaml:5:3: the key a.b must be a plain name, with at most one prefix; write it as namespace:name")]
    [InlineData("x: 1\n  p:x: 2", "Pulumi.yaml:6:3: p:x stands here twice, with and without its prefix; keep one")]
    public void Refuses_WhatTheCliRefuses(string typed, string fault) =>
        Assert.Equal([fault], Project.Read("config:\n  b:c: d\n", Head + "config:\n  " + typed + "\n").Faults.Select(each => each.ToString()));

    [Theory]
    [InlineData("", "Pulumi.yaml: is empty")]
    [InlineData("runtime: dotnet\nstackConfigDir: stacks\n", "Pulumi.yaml: needs the project's name; add name: cross-cloud-mesh")]
    public void Refuses_AFile_ThatIsNoProject(string yaml, string fault) =>
        Assert.Equal(fault, Project.Read("config:\n  b:c: d\n", yaml).Faults[0].ToString());
}
