using CrossCloudMesh.Refresh.Declarations;
using CrossCloudMesh.Refresh.Schemas;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Offline.Tests.Refresh;

/// <summary>The refresh tool reads a declared type as the official C# package has it.</summary>
public sealed class TypeReaderTest
{
    [Theory]
    [InlineData("pulumi.Input<pulumi.Input<string>[] | undefined>", "[string]")]
    [InlineData("pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>", "{string}")]
    [InlineData("pulumi.Input<pulumi.Input<inputs.eks.ClusterIdentity>[]>", "[Eks.ClusterIdentity]")]
    [InlineData("pulumi.Input<string | inputs.iam.PolicyDocument>", "string|Iam.PolicyDocument")]
    [InlineData("pulumi.Input<string | pulumi.Input<string>[] | undefined>", "string|[string]")]
    [InlineData("pulumi.Input<string | Role>", "string")]
    [InlineData("pulumi.Input<string | enums.ec2.InstanceType>", "string|Ec2.InstanceType")]
    [InlineData("pulumi.asset.Asset | pulumi.asset.Archive", "asset")]
    [InlineData("string[][]", "[[string]]")]
    [InlineData("\"v1\"", "string")]
    [InlineData("boolean", "bool")]
    [InlineData("any", "any")]
    public void Reads_AnInput(string declared, string expected) => Assert.Equal(expected, Read(declared, "field", Use.Args));

    [Theory]
    [InlineData("threshold", "double")]
    [InlineData("period", "int")]
    public void Takes_ANumber_AsTheTableSays(string property, string expected) => Assert.Equal(expected, Read("number", property, Use.Args));

    [Fact]
    public void Reads_AnOpenEnum_AsPlainText_OnOutputs() =>
        Assert.Equal("string", Read("string | enums.ec2.InstanceType", "field", Use.Out));

    [Theory]
    [InlineData("pulumi.Output<string | undefined>", true)]
    [InlineData("pulumi.Output<string>", false)]
    public void Tells_AnOptionalOutput(string declared, bool expected) => Assert.Equal(expected, TypeReader.IsOptional(Parse(declared)));

    private static string Read(string declared, string property, Use use) =>
        new TypeReader(ProviderTable.Load("aws")).Read(Parse(declared), new TypeName("cloudwatch", "MetricAlarm"), property, use);

    private static TypeSyntax Parse(string declared) =>
        DeclarationFile.Parse($"export interface A {{ /** text */ readonly field?: {declared}; }}").Interfaces["A"][0].Type;
}
