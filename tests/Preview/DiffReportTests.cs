using System.Text;
using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Plan.Diff;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Preview;

public class DiffReportTests
{
    private const string Canary = "canary-7f3a";

    [Fact]
    public void Looks_LikeThis() => Assert.Equal(
        """
          Stop: 1 protected resource would be lost, so the update stops, 1 error, 1 resource replaced, 1
                resource deleted, 1 resource protected no longer
          +1 ~2 ±2 -1 =2 │ 1 renamed │ 1 refused │ 1 error

          look at these first
          ±  Vpc net
              refused: it is protected, so the update stops here
              replaced: cidrBlock changes
              1 resource depends on it
              ~ cidrBlock: "10.0.0.0/16" -> "10.1.0.0/16"
          ±  RouteTable table
              replaced: vpcId follows the replacement of Vpc net
              nothing depends on it
          -  Vpc old
              the old one stays in the cloud, and the engine forgets it
              nothing depends on it

          error   Vpc net  [protected-loss]
                  is protected, and this update would replace it, because of cidrBlock
                  fix: take the change back; if it is meant, set lifecycle.protect to false and deploy
                  that alone first

          updated
          ~  Firewall wall
              ~ description: (plain text) -> [secret mesh:a]
              ~ password: secret changed: [secret mesh:a] -> [secret mesh:b]
              + sourceRanges[]: "10.9.0.0/16"

          updated in the engine's state only, nothing in the cloud
          ~  1 resource
              ~ protect: true -> false
              Vpc kept

          new
          +  Vpc new

          renamed, and else the same
          =  Vpc now  was Vpc then


        """.ReplaceLineEndings("\n").Replace("mesh:", "config:mesh:", StringComparison.Ordinal),
        Body(Detail.Changes));

    [Fact]
    public void Summary_KeepsWhatMayBeLost_AndDropsTheRest()
    {
        var text = Body(Detail.Summary);

        Assert.Contains("replaced: cidrBlock changes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.1.0.0/16", text, StringComparison.Ordinal);
        Assert.DoesNotContain("updated", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Detail.Summary)]
    [InlineData(Detail.Changes)]
    [InlineData(Detail.Full)]
    public void IsTheSame_WithAndWithoutColor_AndNeverHoldsASecret(Detail detail)
    {
        var plain = Told(detail, isColored: false, isUnicode: true);

        Assert.Equal(plain, Regex.Replace(Told(detail, isColored: true, isUnicode: true), "\u001b\\[\\d+m", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain(Canary, plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Ascii_IsEnough_WhereNothingElseCanBeRead()
    {
        var plain = Told(Detail.Full, isColored: false, isUnicode: false);

        Assert.True(Ascii.IsValid(plain));
        Assert.Contains("+1 ~2 +-2 -1 =2 |", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_ShowsLongValuesWhole()
    {
        var text = new string('x', 200);
        var plan = PlanComparison.Of(Plans.Of(Of(Vpc, "v", ("tags", Text("a")))), Plans.Of(Of(Vpc, "v", ("tags", Text(text)))));

        Assert.Contains(text, Encoding.UTF8.GetString(Report.Of("text").Render(plan, new(Detail.Full, false, true)).Span), StringComparison.Ordinal);
        Assert.DoesNotContain(text, Encoding.UTF8.GetString(Report.Of("text").Render(plan, new(Detail.Changes, false, true)).Span), StringComparison.Ordinal);
    }

    private static string Body(Detail detail)
    {
        var text = Told(detail, isColored: false, isUnicode: true);
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 2)..text.IndexOf("  protected ", StringComparison.Ordinal)];
    }

    private static string Told(Detail detail, bool isColored, bool isUnicode) =>
        Encoding.UTF8.GetString(Report.Of("text").Render(Compared(), new(detail, isColored, isUnicode)).Span);

    internal static PlanDocument Compared()
    {
        var net = Of(Vpc, "net", ("cidrBlock", Text("10.0.0.0/16"))).With(new() { Protect = true });
        var table = Of("aws:ec2/routeTable:RouteTable", "table", ("vpcId", Text("vpc-1"))).From("vpcId", net);
        var same = Of(Vpc, "same");
        static PlanValue Secret(string key) => new PlanValue.SecretValue($"config:mesh:{key}");
        return PlanComparison.Of(
            Plans.Of(
                net,
                table,
                same,
                Of(Vpc, "old").With(new() { RetainOnDelete = true }),
                Of(Vpc, "then"),
                Of(Vpc, "kept").With(new() { Protect = true }),
                Of(Firewall, "wall", ("description", Text(Canary)), ("password", Secret("a")), ("sourceRanges", List("10.8.0.0/16")))),
            Plans.Of(
                net with { Inputs = new([new("cidrBlock", Text("10.1.0.0/16"))]) },
                table,
                same,
                Of(Vpc, "now").With(new() { Aliases = [Urn(Vpc, "then")] }),
                Of(Vpc, "kept"),
                Of(Vpc, "new"),
                Of(Firewall, "wall", ("description", Secret("a")), ("password", Secret("b")), ("sourceRanges", List("10.9.0.0/16", "10.8.0.0/16")))));
    }
}
