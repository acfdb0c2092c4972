using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.State;
using CrossCloudMesh.Tests.Repository;
using FsCheck;
using FsCheck.Fluent;
using NJsonSchema;

namespace CrossCloudMesh.Tests.Plan.Diff;

public class ComparisonJsonTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromFileAsync(Path.Combine(ProjectRoot.Path, "docs", "plan.schema.json")).GetAwaiter().GetResult();

    private static readonly Gen<PlanDocument> Any =
        from before in DiffPlans.Any
        from after in Gen.OneOf(DiffPlans.Any, DiffPlans.Edited(before))
        from source in Gen.Elements<BaseSource?>(null, new(BaseKind.Plan, "plan.json"), new(BaseKind.State, "a"), new(BaseKind.Commit, "main") { Commit = "0123456789abcdef" })
        from state in Gen.Elements<StateRemarks?>(null, new([], [], [], []), new([new("urn:a", "creating")], ["urn:b"], ["urn:c"], [new(null, "a.b", "a secret"), new("urn:d", "", "b")]))
        let compared = PlanComparison.Of(before, after, source)
        select compared with { Base = compared.Base! with { State = state } };

    [Fact]
    public void Read_GivesBackWhatWasWritten_ForAnyComparison() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Any.ToArbitrary(), plan => PlanReader.Read(PlanWriter.Write(plan)).Equals(plan)));

    [Fact]
    public void Schema_Accepts_AnyComparison() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(50),
        Prop.ForAll(Any.ToArbitrary(), plan => Schema.Validate(Encoding.UTF8.GetString(PlanWriter.Write(plan).Span)).Count == 0));

    [Theory]
    [InlineData("\"path\": \"cidrBlock\"", "\"path\": \"a..b\"", "changes[0].reasons[0].path: must be a path such as a.b[0]")]
    [InlineData("\"kind\": \"changed\"", "\"kind\": \"bent\"", "changes[0].paths[0].kind: must be added, changed or removed")]
    [InlineData("\"source\": \"provider\"", "\"source\": \"luck\"", "changes[0].reasons[0].source: must be provider, replaceOnChanges or follows")]
    [InlineData("\"outputs\": []", "\"outputs\": [], \"age\": 1", "base.age: is not part of a plan of this version")]
    public void Rejects_AComparison_WithOneThingWrong(string right, string wrong, string message)
    {
        var json = Encoding.UTF8.GetString(PlanWriter.Write(Replaced()).Span);
        var at = json.IndexOf(right, StringComparison.Ordinal);

        Assert.Equal(message, Assert.Throws<InvalidPlanException>(
            () => PlanReader.Read(Encoding.UTF8.GetBytes(json[..at] + wrong + json[(at + right.Length)..]))).Message);
    }

    [Fact]
    public void Plan_OfAFirstUpdate_SaysNothingOfABase() =>
        Assert.DoesNotContain("\"base\"", Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of(Plans.Vpc("a"))).Span), StringComparison.Ordinal);

    private static PlanDocument Replaced() => PlanComparison.Of(
        Plans.Of(Plans.Vpc("a")),
        Plans.Of(Plans.Vpc("a") with { Inputs = new([new("cidrBlock", PlanValue.Of("10.1.0.0/16"))]) }));
}
