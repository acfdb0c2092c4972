using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.OfflineCloud;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

[Collection(Evaluations.Name)]
public class ValueTests
{
    private static readonly PlanValue.SecretValue Psk = new("config:mesh:psk");

    private static Output<string> Secret => new Config().RequireSecret("psk");

    [Fact]
    public async Task Inputs_AreTold_InWireForm()
    {
        var inputs = (await Run.OneAsync("vpc", () => _ = new Thing("vpc", new()
        {
            Text = "a",
            Count = 3,
            List = { "x", "y" },
            Map = { ["b"] = "2", ["a"] = "1" },
            Part = new PartArgs { Size = 0.5 },
            Either = new PartArgs { Key = "k" },
            Document = new PartArgs { Key = "k" },
        }))).Inputs;

        Assert.Equal("""count=3 document="{ "key": "k" }" either={key="k"} list=["x","y"] map={a="1",b="2"} part={size=0.5} text="a" """.TrimEnd(), Show(inputs));
    }

    [Fact]
    public async Task Secret_OfTheConfiguration_IsNamedByItsKey()
    {
        var inputs = (await Run.OneAsync("vpc", () => _ = new Thing("vpc", new() { Text = Secret, Password = "set in code" }))).Inputs;

        Assert.Equal(Psk, inputs["text"]);
        Assert.StartsWith("derived:", Assert.IsType<PlanValue.SecretValue>(inputs["password"]).Ref, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_InsideAValue_HidesOnlyItself()
    {
        var inputs = (await Run.OneAsync("vpc", () => _ = new Thing("vpc", new()
        {
            Parts = { new PartArgs { Key = Secret, Size = 1 }, new PartArgs { Key = "plain" } },
            Either = new PartArgs { Key = Secret },
            Part = new PartArgs { Key = Secret, Size = 2 },
        }))).Inputs;

        Assert.Equal("either={key=config:mesh:psk} part={key=config:mesh:psk,size=2} parts=[{key=config:mesh:psk,size=1},{key=\"plain\"}]", Show(inputs));
    }

    [Fact]
    public async Task Secret_InAList_OrMap_OrDocument_HidesTheWhole()
    {
        var inputs = (await Run.OneAsync("vpc", () => _ = new Thing("vpc", new()
        {
            List = { "plain", Secret },
            Map = { ["k"] = Secret },
            Document = new PartArgs { Key = Secret },
        }))).Inputs;

        Assert.All(inputs, i => Assert.StartsWith("derived:", Assert.IsType<PlanValue.SecretValue>(i.Value).Ref, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secret_MadeOutOfSecrets_HasTheSameName_WhenItHasTheSameValue()
    {
        var evaluated = await Run.OfAsync(() =>
        {
            _ = new Thing("a", new() { Text = Output.Format($"1-{Secret}") });
            _ = new Thing("b", new() { Text = Output.Format($"1-{Secret}") });
            _ = new Thing("c", new() { Text = Output.Format($"2-{Secret}") });
        });

        Assert.Equal(evaluated.Named("a").Inputs["text"], evaluated.Named("b").Inputs["text"]);
        Assert.NotEqual(evaluated.Named("a").Inputs["text"], evaluated.Named("c").Inputs["text"]);
    }

    [Fact]
    public async Task Secret_StaysOne_WhenAProviderHandsItBack()
    {
        var second = await Run.OneAsync("second", () =>
        {
            var first = new Thing("first", new() { Text = Secret });
            _ = new Thing("second", new() { Text = first.Text! });
        });

        Assert.Equal(Psk, second.Inputs["text"]);
    }

    [Fact]
    public async Task Secret_MadeByACloud_IsNamedByItsOutput()
    {
        var cloud = new Cloud().Add("aws:ec2/vpc:Vpc", draft =>
        {
            draft["password"] = "made up";
            draft.SecretOutputs.Add("password");
        });

        var evaluated = await Run.OfAsync(
            () => _ = new Thing("second", new() { Text = new Thing("first").Password }, null, "aws:ec2/subnet:Subnet"), cloud);

        Assert.Equal(
            new PlanValue.SecretValue("urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::first#password"), evaluated.Named("second").Inputs["text"]);
    }

    [Fact]
    public async Task Secret_ReadAsPlainText_IsHidden_AndFound()
    {
        var evaluated = await Run.OfAsync(() => _ = new Thing("vpc", new() { List = { "psk=" + new Config().Require("psk") } }));

        var finding = Assert.Single(evaluated.Findings);
        Assert.Equal(("secret-as-plain-text", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Contains("input 'list[0]'", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[secret", Show(evaluated.Named("vpc").Inputs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_ThatNoCloudAnswers_IsUnknown()
    {
        var second = await Run.OneAsync("second", () =>
            _ = new Thing("second", new() { Text = new Thing("first", null, null, "aws:new/kind:Kind").Password, Count = 1 }));

        Assert.Equal(PlanValue.Unknown, second.Inputs["text"]);
        Assert.Equal(PlanValue.Of(1), second.Inputs["count"]);
        Assert.Equal("first", Run.Names(second.PropertyDependencies["text"]!));
    }

    [Fact]
    public async Task StackOutputs_AreTold_WithTheirSecretsHidden()
    {
        var evaluated = await Run.OfAsync(() => { });

        Assert.Equal("numbers=[1,2] told=config:mesh:psk", Show(evaluated.Outputs));
    }

    private static string Show(SortedMap<PlanValue> members) => string.Join(' ', members.Select(m => $"{m.Key}={Show(m.Value)}"));

    private static string Show(PlanValue value) => value switch
    {
        PlanValue.TextValue t => $"\"{t.Value}\"",
        PlanValue.NumberValue n => n.Value.ToString("R"),
        PlanValue.SecretValue s => s.Ref,
        PlanValue.ListValue l => $"[{string.Join(',', l.Items.Select(Show))}]",
        PlanValue.ObjectValue o => $"{{{string.Join(',', o.Members.Select(m => $"{m.Key}={Show(m.Value)}"))}}}",
        _ => value.GetType().Name,
    };
}
