using System.Text;
using System.Text.Json.Nodes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Plan.State;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The option that compares with what an engine has written down.</summary>
[Collection(Evaluations.Name)]
public sealed class StateCommandTests : IDisposable
{
    private const string Canary = "canary-7f3a-plain";

    private readonly string folder = Directory.CreateTempSubdirectory("state-").FullName;
    private string output = "";
    private string error = "";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ShippedStack_AsItWouldBeDeployed_HasNoChanges_ButForWhatTheEngineKeepsSecret()
    {
        Write(StateWriter.Of(await ShippedPlan.OfAsync("dev")));

        Assert.Equal(0, await PreviewAsync("--fail-on", "never", "--expect-no-changes"));
        Assert.Contains("compared with the state in state.json, 440 resources", output, StringComparison.Ordinal);
        Assert.Contains("not compared with the state: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RealIds_OfTheState_AreWhatOthersAreGiven()
    {
        var plan = await ShippedPlan.OfAsync("dev");
        var vpc = plan.Resources.First(resource => resource.Type == "aws:ec2/vpc:Vpc");
        var drawn = ((PlanValue.TextValue)plan.Resources.First(resource => resource.Type == "aws:ec2/subnet:Subnet").Inputs["vpcId"]!).Value;
        var text = StateWriter.Of(plan, document => StateWriter.Resources(document).First(each => each!["urn"]!.GetValue<string>() == vpc.Urn)!["id"] = drawn).ToJsonString();
        await File.WriteAllTextAsync(Path.Combine(folder, "state.json"), text.Replace(drawn, "vpc-0123456789abcdef0", StringComparison.Ordinal));

        Assert.Equal(0, await PreviewAsync("--fail-on", "never", "--expect-no-changes"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("json")]
    public async Task PlainSecret_OfAState_IsNeverTold(string format)
    {
        Write(StateWriter.Of(await ShippedPlan.OfAsync("dev"), document =>
        {
            var vpn = StateWriter.Resources(document).First(each => each!["type"]!.GetValue<string>() == "aws:ec2/vpnConnection:VpnConnection")!;
            vpn["inputs"]!["tunnel1PresharedKey"] = StateWriter.Secret($"\"{Canary}\"");
            vpn["inputs"]!["tags"] = new JsonObject { ["note"] = Canary };
        }));

        await PreviewAsync("--fail-on", "never", "--format", format, "--detail", "full");
        Assert.DoesNotContain(Canary, output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "--state: must name a file that exists; got missing.json; write one with pulumi stack export --file\n")]
    [InlineData("Pulumi.yaml", "--state: Pulumi.yaml is no state of a stack; line 1: must be JSON; write one with pulumi stack export --file\n")]
    [InlineData("other.json", "--state: must be of cross-cloud-mesh/dev; other.json is of cross-cloud-mesh/prod\n")]
    public async Task Rejects_AStateThatIsNone_InOneLine(string path, string message)
    {
        File.Copy(Path.Combine(ProjectRoot.Path, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
        var other = PlanDocument.OfFirstUpdate(new("cross-cloud-mesh", "prod"), new(true, []), [], [], SortedMap<PlanValue>.Empty);
        await File.WriteAllTextAsync(Path.Combine(folder, "other.json"), StateWriter.Of(other).ToJsonString());

        Assert.Equal(2, await RunAsync("dev", "--state", Path.Combine(folder, path)));
        Assert.Equal(message.Replace(path, Path.Combine(folder, path), StringComparison.Ordinal), error);
    }

    [Fact]
    public async Task Rejects_AState_BesideABase()
    {
        Assert.Equal(2, await RunAsync("dev", "--state", "a", "--base", "b"));
        Assert.Equal("--state: stands instead of --base, not beside it; leave one of the two out\n", error);
    }

    private void Write(JsonObject document) => File.WriteAllText(Path.Combine(folder, "state.json"), document.ToJsonString());

    private async Task<int> PreviewAsync(params string[] args)
    {
        var code = await RunAsync(["dev", "--state", Path.Combine(folder, "state.json"), .. args]);
        output = output.Replace(Path.Combine(folder, "state.json"), "state.json", StringComparison.Ordinal);
        return code;
    }

    private async Task<int> RunAsync(params string[] args)
    {
        using var told = new MemoryStream();
        using var faults = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            args, new() { Out = told, Error = faults, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual }, MeshProgram.Load);
        (output, error) = (Encoding.UTF8.GetString(told.ToArray()), faults.ToString());
        return code;
    }
}
