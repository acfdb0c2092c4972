using System.Text;
using System.Text.Json.Nodes;
using CrossCloudMesh.Facts.Fields;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Explain;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Mesh.Equivalence;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Values.Mesh;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>explain</c> prints, how it ends, and that its table of fields is true. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public sealed class ExplainCommandTests
{
    private const string Page = "docs/explain.md";

    public static TheoryData<string> Targets => MeshTargets.Names;

    [Fact]
    public async Task AService_IsToldElementByElement()
    {
        var (code, text, error) = await RunAsync("explain", "dev", "orders");
        Assert.Equal((0, ""), (code, error));
        Golden.Equal("dev.explain.txt", text);
    }

    [Fact]
    public async Task Json_SaysTheSame()
    {
        var (code, json, error) = await RunAsync("explain", "prod", "records/archive", "--format", "json");
        Assert.Equal((0, ""), (code, error));
        Golden.Equal("prod.explain.json", json);
        Assert.Equal(Element.All.Select(element => element.Path), JsonNode.Parse(json)!["elements"]!.AsArray().Select(element => element!["element"]!.GetValue<string>()));
    }

    /// <summary>What callers in Istio are told of a service in App Mesh stands in a rule of another name.</summary>
    [Fact]
    public async Task AServiceOverTheBridge_HasTheRuleThatItsCallersHave()
    {
        var (code, text, error) = await RunAsync("explain", "fintrust", "payment");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("DestinationRule payments/payment.bridge in gcp-east", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order: must be a service of this stack", "explain", "dev", "order")]
    [InlineData("trading/risc", "explain", "dev", "trading/risc")]
    [InlineData("a stack must be named", "explain")]
    [InlineData("a service must be named after the stack, such as payment", "explain", "dev")]
    [InlineData("--format: must be one of text, json; got dot", "explain", "dev", "orders", "--format", "dot")]
    [InlineData("nosuch", "explain", "nosuch", "orders")]
    public async Task WrongQuestions_EndWithTwo_AndOneSentence(string message, params string[] args)
    {
        var (code, text, error) = await RunAsync(args);
        Assert.Equal((2, ""), (code, text));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task AServiceThatIsMeant_IsSuggested() =>
        Assert.Equal("order: must be a service of this stack; did you mean 'orders'?\n", (await RunAsync("explain", "dev", "order")).Error);

    [Fact]
    public void EachElementOfTheNormalForm_IsToldOf() =>
        Assert.Equal(Leaves(typeof(ServiceForm), "").Order(StringComparer.Ordinal), Element.All.Select(element => element.Path).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Targets))]
    public void EachElement_HasARow(string name)
    {
        var (_, fields, _) = Explanation.Kinds.Single(kind => $"{kind.Kind}" == name);
        Assert.Equal(Element.All.Select(element => element.Path).Order(StringComparer.Ordinal), fields.Select(field => field.Element).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void WhatARowAssumes_TheLifterAssumes(string name)
    {
        var (_, fields, assumptions) = Explanation.Kinds.Single(kind => $"{kind.Kind}" == name);
        Assert.Empty(fields.Select(field => field.Assumes).OfType<string>().Except(assumptions.Select(each => each.About), StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIstioIsTakenFor_IsSaidOnce_AndFromWhere()
    {
        Assert.All(IstioLifter.Assumptions, each => Assert.Equal(each.Source is null, each.ReadOn is null));
        Assert.Equal(IstioLifter.Assumptions.Length, IstioLifter.Assumptions.Select(each => each.About).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>No row tells of a field that is not rendered, whatever the policy.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public async Task EachPath_LeadsToARenderedField(string name)
    {
        var target = MeshTargets.Named(name);
        List<MeshPolicy> policies = [.. target.Policies.Sample(50, 25)];
        var found = new HashSet<FieldFact>();
        foreach (var (policy, rendered) in policies.Zip(await target.RenderAsync(policies)))
        {
            List<PlannedObject> objects = [.. rendered.Select(each => new PlannedObject(each.Place, each.Content["kind"]?.GetValue<string>() ?? PlannedObject.EnvoyFile, each.Content))];
            found.UnionWith(
                from service in policy.Services
                from element in Explanation.Of(policy, service, objects).Elements
                from field in element.Fields
                where field.Found.Length > 0
                select field.Field);
        }

        var missed = Explanation.Kinds.Single(kind => kind.Kind == target.Kind).Fields.Where(field => field.Path is not null && !found.Contains(field));
        Assert.Empty(missed.Select(field => $"{field.Element}: {field.Path}"));
    }

    [Fact]
    public async Task ThePage_ShowsWhatIsPrinted()
    {
        var (_, text, _) = await RunAsync("explain", "dev", "orders");
        var page = await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, Page));
        var shown = page.Split("```text\n")[1].Split("```")[0].TrimEnd('\n');
        Assert.Contains(shown, text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Leaves(Type type, string path)
    {
        foreach (var property in type.GetProperties().Where(property => property is { Name: not "EqualityContract", GetMethod.IsStatic: false }))
        {
            var at = path + property.Name;
            var isForm = property.PropertyType.Namespace == typeof(ServiceForm).Namespace && property.PropertyType.Name.EndsWith("Form", StringComparison.Ordinal) && at != "Client.Caps";
            foreach (var leaf in isForm ? Leaves(property.PropertyType, at + ".") : [at])
            {
                yield return leaf;
            }
        }
    }

    private static async Task<(int Code, string Text, string Error)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            args, new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual }, MeshProgram.Load);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
