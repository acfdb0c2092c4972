using System.Text;
using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;
using CrossCloudMesh.Tests.Plan;

namespace CrossCloudMesh.Tests.Preview;

public class TextReportTests
{
    private const string Network = "urn:pulumi:dev::mesh::infra:networks:AwsNetwork::net";

    [Fact]
    public void Looks_LikeThis()
    {
        Assert.Equal(
            """
              +6 to create │ aws 3 │ 1 warning

              warning Vpc a  [open-door]
                      the door is open
                      fix: close it

              net · eu-west-1 · AWS                                                                       +5
                 AwsNetwork                net                            2 Vpc, Subnet                   +5

              providers   aws aws eu-west-1 (3 resources)
              protected   1 resource that no update can delete
              secrets     1, told only by where they come from
              first up    the program also ran with every computed output unknown, and did not fail
              not asked   live state

            """.ReplaceLineEndings("\n"),
            Text(Detail.Changes)[(Text(Detail.Changes).IndexOf('\n', StringComparison.Ordinal) + 2)..]);
    }

    [Fact]
    public void HalfACharacter_IsTold_AndThrowsNothing() =>
        Assert.Equal("\"a\uFFFDb\"", ResourceView.Scalar(new PlanValue.TextValue("a\uD800b")).Said);

    [Fact]
    public void First_StandsTheVerdict()
    {
        var lines = Text(Detail.Summary).Split('\n');

        Assert.StartsWith("mesh · dev   first deployment, previewed offline (", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  +6 to create", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Full_ShowsEachResource_WithItsInputs()
    {
        var text = Text(Detail.Full);

        Assert.Contains(
            """
              │  + Vpc a  components/Networks/AwsNetwork.cs:41
              │    protected; waits for Vpc b
              │    cidrBlock: "10.0.0.0/16"
              │    policy: (JSON)
              │      Statement:
              │        - Action: "s3:*"
              │          Effect: "Allow"
              │    psk: [secret config:mesh:psk]
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Detail.Summary)]
    [InlineData(Detail.Changes)]
    [InlineData(Detail.Full)]
    public void IsTheSame_WithAndWithoutColor(Detail detail)
    {
        var colored = Text(detail, colored: true);

        Assert.Contains('\u001b', colored);
        Assert.Equal(Text(detail), Regex.Replace(colored, "\u001b\\[\\d+m", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Ascii_IsEnough_WhereNothingElseCanBeRead()
    {
        var plain = Text(Detail.Full, unicode: false);

        Assert.True(Ascii.IsValid(plain));
        Assert.Contains("+- Hub net-hub", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_FitThePage() => Assert.All(Text(Detail.Changes).Split('\n'), line => Assert.InRange(line.Length, 0, 96));

    private static string Text(Detail detail, bool colored = false, bool unicode = true) =>
        Encoding.UTF8.GetString(Report.Of("text").Render(Small(), new(detail, colored, unicode)).Span);

    private static PlanDocument Small()
    {
        const string Provider = "urn:pulumi:dev::mesh::pulumi:providers:aws::aws";
        var below = Plans.Vpc("b") with { Parent = Network, Provider = Provider };
        return PlanDocument.OfFirstUpdate(
            new("mesh", "dev"),
            new(true, ["live state"]),
            [
                new() { Urn = Network, Type = "infra:networks:AwsNetwork", Name = "net", IsCustom = false, Inputs = SortedMap<PlanValue>.Empty },
                new() { Urn = Network + "-hub", Type = "infra:networks:Hub", Name = "net-hub", IsCustom = false, Parent = Network, Inputs = SortedMap<PlanValue>.Empty },
                new() { Urn = Provider, Type = "pulumi:providers:aws", Name = "aws", IsCustom = true, Inputs = new([new("region", PlanValue.Of("eu-west-1"))]) },
                below,
                Plans.Vpc("c") with { Type = "aws:ec2/subnet:Subnet", Parent = Network, Provider = Provider },
                Plans.Vpc("a") with
                {
                    Parent = Network,
                    Provider = Provider,
                    Source = new("components/Networks/AwsNetwork.cs", 41),
                    DependsOn = [below.Urn],
                    Options = new() { Protect = true },
                    Inputs = new(
                    [
                        new("cidrBlock", PlanValue.Of("10.0.0.0/16")),
                        new("policy", PlanValue.Of("""{"Statement":[{"Action":"s3:*","Effect":"Allow"}]}""")),
                        new("psk", new PlanValue.SecretValue("config:mesh:psk")),
                    ]),
                },
            ],
            [new("open-door", Severity.Warning, "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::a", "the door is open", "close it")],
            SortedMap<PlanValue>.Empty);
    }
}
