using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Preview.Manifests;
using CrossCloudMesh.Tests.Plan;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The writer of YAML.</summary>
public sealed class YamlTextTests
{
    [Fact]
    public void AnyValue_ReadsBackAsItself() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Plans.Value.ToArbitrary(), ReadsBack));

    [Fact]
    public void AnyText_ReadsBackAsItself_AsValueAndAsKey()
    {
        var letters = Gen.OneOf(
            Gen.Elements(" ", "  ", "\n", "\n\n", "\t", "\r", ":", ": ", " #", "-", "- ", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "~", "<<", "="),
            Gen.Elements("a", "word", "0", "1e3", "no", "Ünïcode", "日本", "😀", "\u0001", "\u0085", "\u2028", "\uFEFF"));
        var text = letters.ListOf().Select(parts => string.Concat(parts));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(text.ToArbitrary(), each =>
            ReadsBack(PlanValue.Of(each)) && ReadsBack(new PlanValue.ObjectValue(new([new(each, PlanValue.Of(each))])))));
    }

    [Theory]
    [InlineData("istio-system", "istio-system")]
    [InlineData("cluster.local/ns/a", "cluster.local/ns/a")]
    [InlineData("a b:c", "a b:c")]
    [InlineData("true", "\"true\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("", "\"\"")]
    [InlineData("1000", "\"1000\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("2026-11-21", "\"2026-11-21\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("1.31", "\"1.31\"")]
    [InlineData("-5", "\"-5\"")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("*", "\"*\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("{\"a\":1}", "'{\"a\":1}'")]
    [InlineData("two\nlines\n", "|\n  two\n  lines")]
    [InlineData("two\nlines", "|-\n  two\n  lines")]
    [InlineData("tab\there", "\"tab\there\"")]
    public void Text_StandsWithoutQuotes_OnlyWhereEveryReaderTakesItForText(string text, string written) =>
        Assert.Equal($"value: {written}\n", Written(PlanValue.Of(text)));

    [Fact]
    public void WhatHasNoValue_HasATagOfItsOwn_ThatSaysWhy()
    {
        Assert.Equal("value: !secret \"config:mesh:psk\"\n", Written(new PlanValue.SecretValue("config:mesh:psk"), "Key a"));
        Assert.Equal("value: !secret \"derived:01 from Cert b, Key a\"\n", Written(new PlanValue.SecretValue("derived:01"), "Cert b", "Key a"));
        Assert.Equal("value: !secret \"derived:01 from the configuration\"\n", Written(new PlanValue.SecretValue("derived:01")));
        Assert.Equal("value: !unknown \"from Key a\"\n", Written(PlanValue.Unknown, "Key a"));
        Assert.Equal("value: !unknown \"from the cloud\"\n", Written(PlanValue.Unknown));
        Assert.Equal("value: !asset \"FileAsset\"\n", Written(new PlanValue.AssetValue("FileAsset")));
        Assert.Equal("value: \"!secret config:mesh:psk\"\n", Written(PlanValue.Of("!secret config:mesh:psk")));
    }

    [Theory]
    [InlineData(1000, "1000")]
    [InlineData(-1, "-1")]
    [InlineData(123456789012345, "123456789012345")]
    [InlineData(0.25, "0.25")]
    public void Number_HasNoExponent_WhereItCounts(double number, string written) => Assert.Equal($"value: {written}\n", Written(PlanValue.Of(number)));

    [Fact]
    public void Members_KeepTheirOrder_AndThoseBelowThemHaveOne()
    {
        var map = new PlanValue.ObjectValue(new([new("b", PlanValue.Null), new("a", new PlanValue.ListValue([])), new("c", new PlanValue.ObjectValue(new([])))]));
        var written = YamlText.Of(["first", "second"], [new("z", map, []), new("a", PlanValue.Of(false), [])]);
        Assert.Equal("# first\n# second\nz:\n  a: []\n  b: null\n  c: {}\na: false\n", Encoding.UTF8.GetString(written));
    }

    private static bool ReadsBack(PlanValue value) => WrittenYaml.Read(Written(value))["value"]!.Equals(value);

    private static string Written(PlanValue value, params string[] from) =>
        Encoding.UTF8.GetString(YamlText.Of([], [new("value", value, Sequence.Create<string>(from))]));
}
