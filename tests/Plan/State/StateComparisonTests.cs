using System.Text;
using System.Text.Json.Nodes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.State;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace CrossCloudMesh.Tests.Plan.State;

/// <summary>What of a state is a change of the program, and what only the engine's and the providers' own way to write.</summary>
public class StateComparisonTests
{
    private const string Canary = "canary-7f3a-plain";

    private static readonly PlannedResource Net = Of(Vpc, "net", ("cidrBlock", Text("10.0.0.0/16")), ("tags", Map(("owner", Text("platform")))));
    private static readonly PlannedResource Wall = Of(Firewall, "wall", ("sourceRanges", List("10.8.0.0/16", "10.9.0.0/16")), ("password", new PlanValue.SecretValue("config:mesh:a")));
    private static readonly PlanDocument Plan = Plans.Of(Net, Wall);

    [Fact]
    public void State_OfThePlanItself_HasNoChanges()
    {
        var compared = Compared();

        Assert.Empty(compared.Changes);
        Assert.Equal([new(Wall.Urn, "password", "a secret")], compared.Base!.State!.NotCompared);
    }

    [Fact]
    public void Input_ThatTheProgramChanged_IsAChange()
    {
        var change = Assert.Single(Compared(document => Input(document, "net")["cidrBlock"] = "10.7.0.0/16").Changes);

        Assert.Equal((Operation.Replace, "cidrBlock"), (change.Op, Assert.Single(change.Paths).Path.ToString()));
    }

    [Fact]
    public void Input_ThatTheProviderFilledIn_IsNone()
    {
        Assert.Empty(Compared(document =>
        {
            var inputs = Input(document, "wall");
            (inputs["name"], inputs["priority"]) = ("wall-3f2a1b0", 1000);
            inputs["__defaults"] = new JsonArray("name", "priority");
            Input(document, "net")["tags"]!["__defaults"] = new JsonArray();
        }).Changes);
    }

    [Fact]
    public void Input_ThatTheProgramNoLongerGives_IsAChange() =>
        Assert.Equal(PathChangeKind.Removed, Assert.Single(Assert.Single(Compared(document => Input(document, "wall")["priority"] = 900).Changes).Paths).Kind);

    [Fact]
    public void Set_InAnotherOrder_IsNoChange() => Assert.Empty(Compared(document => Input(document, "wall")["sourceRanges"] = new JsonArray("10.9.0.0/16", "10.8.0.0/16")).Changes);

    [Fact]
    public void Resource_OfTheStateAlone_IsDeleted_AndOneOfThePlanAlone_IsNew()
    {
        Assert.Equal(["create net"], Told(Compared(document => StateWriter.Resources(document).Remove(StateWriter.Named(document, "net")))));
        Assert.Equal(["delete odd"], Told(Compared(document =>
        {
            var odd = StateWriter.Named(document, "net").DeepClone().AsObject();
            (odd["urn"], odd["type"]) = ("urn:pulumi:dev::mesh::odd:index/thing:Thing::odd", "odd:index/thing:Thing");
            StateWriter.Resources(document).Add(odd);
        })));
    }

    [Fact]
    public void EngineOwnProvider_AndOldCopies_AreNoResourcesOfTheProgram()
    {
        var compared = Compared(document =>
        {
            var provider = StateWriter.Named(document, "net").DeepClone().AsObject();
            (provider["urn"], provider["type"]) = ("urn:pulumi:dev::mesh::pulumi:providers:aws::default_7_48_0", "pulumi:providers:aws");
            var old = StateWriter.Named(document, "net").DeepClone().AsObject();
            (old["delete"], old["id"]) = (true, "vpc-old");
            StateWriter.Resources(document).Add(provider);
            StateWriter.Resources(document).Add(old);
            StateWriter.Named(document, "net")["provider"] = "urn:pulumi:dev::mesh::pulumi:providers:aws::default_7_48_0::6fdb2b5c";
        });

        Assert.Empty(compared.Changes);
        Assert.Equal([Net.Urn], compared.Base!.State!.Doomed);
    }

    [Fact]
    public void Operations_ThatWereInterrupted_AreToldFirst_AndSoIsWhatNeverGotReady()
    {
        var compared = Compared(document =>
        {
            document["deployment"]!["pending_operations"] = new JsonArray(new JsonObject { ["type"] = "creating", ["resource"] = StateWriter.Named(document, "net").DeepClone() });
            StateWriter.Named(document, "wall")["initErrors"] = new JsonArray($"no answer to {Canary}");
        });

        Assert.Equal([new(Net.Urn, "creating")], compared.Base!.State!.Pending);
        Assert.Equal([Wall.Urn], compared.Base.State.Unfinished);
        Assert.StartsWith("1 operation interrupted by an earlier update", CrossCloudMesh.Plan.Risk.PlanVerdict.Of(compared).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Json(compared), StringComparison.Ordinal);
    }

    [Fact]
    public void Resource_ThatWasDeletedToBeMadeAnew_IsMade() =>
        Assert.Equal(["create net"], Told(Compared(document => StateWriter.Named(document, "net")["pendingReplacement"] = true)));

    [Fact]
    public void Protection_OfTheState_IsWhatCounts()
    {
        var compared = Compared(document =>
        {
            StateWriter.Named(document, "net")["protect"] = true;
            Input(document, "net")["cidrBlock"] = "10.7.0.0/16";
        });

        Assert.Contains(compared.Findings, finding => finding.Rule == "protected-loss");
    }

    [Fact]
    public void Alias_OfThePlan_FindsWhatTheStateHas() => Assert.Equal(
        ["rename now"], Told(Compared(after: Plans.Of(Wall, (Net with { Urn = Urn(Vpc, "now"), Name = "now" }).With(new() { Aliases = [Net.Urn] })))));

    [Theory]
    [InlineData("ciphertext")]
    [InlineData("plaintext")]
    public void Secret_IsNeverTold_HoweverTheStateHasIt(string form)
    {
        var compared = Compared(document =>
        {
            Input(document, "wall")["password"] = form == "plaintext" ? StateWriter.Secret($"\"{Canary}\"") : StateWriter.Secret();
            // The same text once more, where nobody marked it, in a place that the program no longer has.
            Input(document, "wall")["description"] = $"opens with {Canary}";
            Input(document, "net")["tags"] = new JsonObject { ["owner"] = StateWriter.Secret($"\"{Canary}\""), ["key"] = "-----BEGIN EC PRIVATE KEY-----" };
        });

        var text = Json(compared);
        Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CipherText", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as it is")]
    [InlineData("in JSON")]
    [InlineData("in JSON in JSON")]
    [InlineData("in YAML that quotes it as JSON does")]
    [InlineData("in Base64")]
    [InlineData("in an address")]
    public void PlainSecret_IsNeverTold_InsideOtherTexts(string place)
    {
        const string Odd = $"{Canary}\"<\\&'+/\n";
        static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
        var compared = Compared(document =>
        {
            Input(document, "wall")["password"] = StateWriter.Secret(Json(Odd));
            Input(document, "wall")["description"] = place switch
            {
                "in JSON" => $$"""{"Env":[{"name":"P","value":{{Json(Odd)}}}]}""",
                "in JSON in JSON" => Json($$"""{"value":{{Json(Odd)}}}"""),
                "in YAML that quotes it as JSON does" => $"password: {Json(Odd)}",
                "in Base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(Odd + "and more")),
                "in an address" => $"https://user:{Uri.EscapeDataString(Odd)}@host",
                _ => Odd,
            };
        });

        var text = StateComparisonTests.Json(compared);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..12], text, StringComparison.Ordinal);
    }

    [Fact]
    public void OldCopy_IsNamedInTheVerdict_ThoughNothingElseChanges() => Assert.Equal(
        new(CrossCloudMesh.Plan.Risk.VerdictWord.Look, "1 old copy deleted"),
        CrossCloudMesh.Plan.Risk.PlanVerdict.Of(Compared(document =>
        {
            var old = StateWriter.Named(document, "net").DeepClone().AsObject();
            old["delete"] = true;
            StateWriter.Resources(document).Add(old);
        })));

    [Fact]
    public void Comparison_WithAState_IsReadBack()
    {
        var compared = Compared(document => Input(document, "net")["cidrBlock"] = "10.7.0.0/16");

        Assert.Equal(compared, PlanReader.Read(PlanWriter.Write(compared)));
    }

    private static JsonObject Input(JsonObject document, string name) => StateWriter.Named(document, name)["inputs"]!.AsObject();

    private static IEnumerable<string> Told(PlanDocument plan) =>
        plan.Changes.Select(change => $"{Words.Of(change.Op)} {change.Urn[(change.Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..]}");

    private static string Json(PlanDocument plan) => Encoding.UTF8.GetString(PlanWriter.Write(plan).Span);

    private static PlanDocument Compared(Action<JsonObject>? edit = null, PlanDocument? after = null) =>
        PlanComparison.Of(StateReader.Read(Encoding.UTF8.GetBytes(StateWriter.Of(Plan, edit).ToJsonString())), after ?? Plan, "state.json");
}
