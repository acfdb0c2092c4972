using System.Text.Json;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>How a scalar of a stack file reaches the program, by the rules of Go's yaml.v3 and of the CLI.</summary>
public sealed class ScalarRulesTests
{
    [Theory]
    // Null: no text at all by itself, null inside a structure.
    [InlineData("", "", "null")]
    [InlineData("~", "", "null")]
    [InlineData("null", "", "null")]
    [InlineData("NULL", "", "null")]
    [InlineData("nULL", "nULL", "\"nULL\"")]
    // Booleans: three spellings each, and none of YAML 1.1's words.
    [InlineData("true", "true", "true")]
    [InlineData("True", "true", "true")]
    [InlineData("FALSE", "false", "false")]
    [InlineData("tRUE", "tRUE", "\"tRUE\"")]
    [InlineData("yes", "yes", "\"yes\"")]
    [InlineData("No", "No", "\"No\"")]
    [InlineData("on", "on", "\"on\"")]
    [InlineData("off", "off", "\"off\"")]
    [InlineData("y", "y", "\"y\"")]
    // Whole numbers.
    [InlineData("0", "0", "0")]
    [InlineData("-0", "0", "0")]
    [InlineData("+12", "12", "12")]
    [InlineData("-12", "-12", "-12")]
    [InlineData("0777", "511", "511")]
    [InlineData("0o17", "15", "15")]
    [InlineData("-0o17", "-15", "-15")]
    [InlineData("0x1F", "31", "31")]
    [InlineData("0X1f", "31", "31")]
    [InlineData("0b101", "5", "5")]
    [InlineData("-0b101", "-5", "-5")]
    [InlineData("08", "8", "8")]
    [InlineData("123456789012", "123456789012", "123456789012")]
    [InlineData("012345670123", "1402433619", "1402433619")]
    [InlineData("1_000", "1000", "1000")]
    [InlineData("_1", "_1", "\"_1\"")]
    [InlineData("0x", "0x", "\"0x\"")]
    [InlineData("0b2", "0b2", "\"0b2\"")]
    [InlineData("9223372036854775807", "9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("18446744073709551615", "18446744073709551615", "18446744073709551615")]
    [InlineData("18446744073709551616", "18446744073709552000", "18446744073709552000")]
    // Fractions.
    [InlineData("1.0", "1", "1")]
    [InlineData("1.30", "1.3", "1.3")]
    [InlineData("1.", "1", "1")]
    [InlineData(".5", "0.5", "0.5")]
    [InlineData("-.5", "-0.5", "-0.5")]
    [InlineData("-0.0", "0", "0")]
    [InlineData("1e3", "1000", "1000")]
    [InlineData("1.5E-3", "0.0015", "0.0015")]
    [InlineData("1_0.5", "10.5", "10.5")]
    [InlineData("1e20", "100000000000000000000", "100000000000000000000")]
    [InlineData("1e21", "1e+21", "1e+21")]
    [InlineData("1.25e21", "1.25e+21", "1.25e+21")]
    [InlineData("0.000001", "0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7", "1e-7")]
    [InlineData("123456.789", "123456.789", "123456.789")]
    [InlineData("1e400", "1e400", "\"1e400\"")]
    [InlineData("1e", "1e", "\"1e\"")]
    [InlineData(".", ".", "\".\"")]
    [InlineData("1.2.3", "1.2.3", "\"1.2.3\"")]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", "\"10.0.0.0/16\"")]
    [InlineData("+", "+", "\"+\"")]
    // Base 60 is text.
    [InlineData("12:30", "12:30", "\"12:30\"")]
    [InlineData("03:00:00", "03:00:00", "\"03:00:00\"")]
    // Timestamps: four forms, printed as Go prints a time.
    [InlineData("2026-01-03", "2026-01-03 00:00:00 +0000 UTC", "\"2026-01-03 00:00:00 +0000 UTC\"")]
    [InlineData("2026-1-3", "2026-01-03 00:00:00 +0000 UTC", "\"2026-01-03 00:00:00 +0000 UTC\"")]
    [InlineData("2026-01-03T02:00:00Z", "2026-01-03 02:00:00 +0000 UTC", "\"2026-01-03 02:00:00 +0000 UTC\"")]
    [InlineData("2026-01-03t02:00:00.250Z", "2026-01-03 02:00:00.25 +0000 UTC", "\"2026-01-03 02:00:00.25 +0000 UTC\"")]
    [InlineData("2026-01-03T02:00:00+05:30", "2026-01-03 02:00:00 +0530 +0530", "\"2026-01-03 02:00:00 +0530 +0530\"")]
    [InlineData("2026-01-03 02:00:00", "2026-01-03 02:00:00 +0000 UTC", "\"2026-01-03 02:00:00 +0000 UTC\"")]
    [InlineData("2026-01-03T02:00:00", "2026-01-03T02:00:00", "\"2026-01-03T02:00:00\"")]
    [InlineData("2026-02-30", "2026-02-30", "\"2026-02-30\"")]
    [InlineData("2026-01-03 02:00:00 -5", "2026-01-03 02:00:00 -5", "\"2026-01-03 02:00:00 -5\"")]
    // Quotes, blocks and tags.
    [InlineData("\"1.30\"", "1.30", "\"1.30\"")]
    [InlineData("'true'", "true", "\"true\"")]
    [InlineData("'it''s'", "it's", "\"it's\"")]
    [InlineData("\"a\\tb\\u00e9\"", "a\tbé", "\"a\\tbé\"")]
    [InlineData("\"2026-01-03\"", "2026-01-03", "\"2026-01-03\"")]
    [InlineData("!!str 1.30", "1.30", "\"1.30\"")]
    [InlineData("!!str 2026-01-03", "2026-01-03", "\"2026-01-03\"")]
    [InlineData("!!int \"5\"", "5", "5")]
    [InlineData("!!float 1", "1", "1")]
    [InlineData("!!binary aGk=", "hi", "\"hi\"")]
    [InlineData("! 5", "5", "5")]
    [InlineData("!mine 5", "5", "\"5\"")]
    [InlineData("a # comment", "a", "\"a\"")]
    [InlineData("a#b", "a#b", "\"a#b\"")]
    public void Reads_AScalar_AsTheCliDoes(string typed, string alone, string inside)
    {
        var file = Project.Read($"config:\n  a:alone: {typed}\n  a:inside:\n    x: {typed}\n");
        Assert.Equal(alone, file.Config["a:alone"]);
        Assert.Equal(Normal($$"""{"x":{{inside}}}"""), Normal(file.Config["a:inside"]));
    }

    [Theory]
    [InlineData("|\n    a\n    b\n", "a\nb\n")]
    [InlineData("|-\n    1.30\n", "1.30")]
    [InlineData(">\n    a\n    b\n", "a b\n")]
    public void Reads_ABlock_AsText(string typed, string alone) => Assert.Equal(alone, Project.Read($"config:\n  a:x: {typed}").Config["a:x"]);

    [Theory]
    [InlineData(".inf", "stacks/Pulumi.test.yaml:2:8: is read as the number .inf, which JSON cannot hold; put it in quotes")]
    [InlineData("-.Inf", "stacks/Pulumi.test.yaml:2:8: is read as the number -.Inf, which JSON cannot hold; put it in quotes")]
    [InlineData(".nan", "stacks/Pulumi.test.yaml:2:8: is read as the number .nan, which JSON cannot hold; put it in quotes")]
    [InlineData("!!int x", "stacks/Pulumi.test.yaml:2:8: is tagged !!int, which its text is not; remove the tag, or mend the text")]
    [InlineData("!!bool yes", "stacks/Pulumi.test.yaml:2:8: is tagged !!bool, which its text is not; remove the tag, or mend the text")]
    [InlineData("!!binary '*'", "stacks/Pulumi.test.yaml:2:8: is tagged !!binary, which its text is not; remove the tag, or mend the text")]
    public void Refuses_WhatTheCliCannotHandOver(string typed, string fault) =>
        Assert.Equal([fault], Project.Read($"config:\n  a:x: {typed}\n").Faults.Select(each => each.ToString()));

    [Fact]
    public void Sorts_Keys_AndPrintsThem_AsText() =>
        Assert.Equal("""{"0x10":1,"1.3":2,"5":3,"true":4,"z":5}""", Project.Read("config:\n  a:x: {z: 5, 1.30: 2, 0b101: 3, True: 4, '0x10': 1}\n").Config["a:x"]);

    private static string Normal(string json) => JsonSerializer.Serialize(JsonElement.Parse(json));
}
