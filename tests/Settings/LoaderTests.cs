using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What the loader does with text that no YAML reader has looked at: as the program receives it.</summary>
public sealed class LoaderTests
{
    [Theory]
    [InlineData("""{"protect":true,"protect":false}""", "lifecycle.protect: stands here twice; keep one")]
    [InlineData("", "lifecycle: must be a map with the keys protect, teardown, adopt; got nothing; give it a value, or remove the key")]
    [InlineData("null", "lifecycle: must be a map with the keys protect, teardown, adopt; got nothing; give it a value, or remove the key")]
    [InlineData("{\"protect\":", "lifecycle: must be a map with the keys protect, teardown, adopt; got \"{\"protect\":\"")]
    [InlineData("[]", "lifecycle: must be a map with the keys protect, teardown, adopt; got a list")]
    [InlineData("{\"protect\":{\"a\":1}}", "lifecycle.protect: must be true or false; got a map")]
    [InlineData("{\"protect\":true,\"a.b\":1}", "lifecycle[\"a.b\"]: is not a known key; known: protect, teardown, adopt")]
    public void Refuses_Text_ThatIsNotTheSection(string text, string fault) =>
        Assert.Equal([fault], Load("lifecycle", text).Faults.Select(each => each.ToString()));

    [Fact]
    public void Refuses_AnUnknownSection() =>
        Assert.Equal(["site: is not a known key; did you mean 'sites'?"], Load("site", "{}").Faults.Select(each => each.ToString()));

    [Fact]
    public void Never_Shows_WhatStandsUnderAKey_ThatItDoesNotKnow() =>
        Assert.DoesNotContain("canary", string.Concat(Load("lifecycle", """{"protect":true,"password":"canary"}""").Faults));

    [Fact]
    public void Never_Shows_AValue_WhoseKeyLooksSecret() =>
        Assert.DoesNotContain("canary", string.Concat(Load("cloud", Cloud.Replace("\"tags\":{", "\"tags\":{\"api-key\":\"CANARY canary!\",")).Faults));

    [Fact]
    public void Shows_ALongValue_Shortened_OnOneLine()
    {
        var fault = Assert.Single(Load("cloud", Cloud.Replace("\"platform\"", "\"A\\n" + new string('x', 500) + "\"")).Faults);
        Assert.Equal("cloud.tags.owner: must be at most 63 lower-case letters, digits, hyphens and underscores; got \"A " + new string('x', 58) + "…\"", fault.ToString());
    }

    [Fact]
    public void Names_TheSections() => Assert.Equal(["cloud", "addresses", "sites", "links", "trust", "services", "mesh", "observability", "lifecycle", "cost", "rules"], SettingsLoader.Sections);

    private static string Cloud => Sections()["cloud"];

    private static Dictionary<string, string> Sections() => new(StackFile.Read(Project.Root, "dev").Sections, StringComparer.Ordinal);

    private static Settled Load(string section, string text)
    {
        var settled = SettingsLoader.Load(new Dictionary<string, string>(Sections(), StringComparer.Ordinal) { [section] = text });
        Assert.Equal(settled.Faults.Count > 0, settled.Settings is null);
        return settled;
    }
}
