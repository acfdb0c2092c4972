using System.Text;
using System.Text.Json.Nodes;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Mesh.Bridge;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>migrate</c> prints and writes, and how it ends. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public sealed class MigrateCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("migrate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Fintrust_IsToldWhole_AndNothingChangesForCallers()
    {
        var (code, text, error) = await RunAsync(MeshProgram.Load, "fintrust");
        Assert.Equal((0, ""), (code, error));
        Golden.Equal("fintrust.migrate.txt", text);
        var page = await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, "docs", "migrate.md"));
        Assert.Contains(page.Split("```text\n")[1].Split("```")[0].TrimEnd('\n'), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_HasBothSetsOfObjects_AndWhatIsTyped()
    {
        var (code, json, error) = await RunAsync(MeshProgram.Load, "fintrust", "--out", "move", "--format", "json");
        Assert.Equal((0, ""), (code, error));
        var told = JsonNode.Parse(json)!;
        Assert.Equal(["after", "back.urns", "before", "settings.diff", "up-1.urns", "up-2.urns"], Directory.GetFileSystemEntries(Path.Combine(folder, "move")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(told["settings"]!.GetValue<string>(), Read("settings.diff"));
        Assert.Equal(told["updates"]!["first"]!.AsArray().Select(urn => urn!.GetValue<string>()), Read("up-1.urns").TrimEnd('\n').Split('\n'));
        Assert.Equal(told["updates"]!["second"]!.AsArray().Select(urn => urn!.GetValue<string>()), Read("up-2.urns").TrimEnd('\n').Split('\n'));
        Assert.Equal(told["updates"]!["back"]!.AsArray().Select(urn => urn!.GetValue<string>()), Read("back.urns").TrimEnd('\n').Split('\n'));
        using var rendered = await Rendered.OfAsync("fintrust");
        Assert.All(rendered.Files(), file => Assert.Equal(file.Value, Read("before/" + file.Key)));
        Assert.True(File.Exists(Path.Combine(folder, "move", "after", "aws-east", "payments", "AuthorizationPolicy-payment.yaml")));
        Assert.False(Directory.Exists(Path.Combine(folder, "move", "after", "aws-east", "appmesh-bridge")));
        Assert.Contains("git apply move/settings.diff", json, StringComparison.Ordinal);

        var again = await RunAsync(MeshProgram.Load, "fintrust", "--out", "move");
        Assert.Equal((2, "", "--out: move holds after; name a folder that is empty, or none yet\n"), again);

        string Read(string path) => File.ReadAllText(Path.Combine(folder, "move", path));
    }

    [Fact]
    public async Task Markdown_HasABoxForEachStep()
    {
        var (code, text, _) = await RunAsync(MeshProgram.Load, "fintrust", "--format", "md");
        Assert.Equal(0, code);
        Assert.Equal(11, text.Split('\n').Count(line => line.StartsWith("- [ ] **", StringComparison.Ordinal)));
        Assert.Contains("**Behaviour is unchanged, in all that both kinds of mesh can do.**", text, StringComparison.Ordinal);
    }

    /// <summary>A policy that is another on the way, each told by its name, with exit code 5.</summary>
    [Theory]
    [InlineData("timeoutMs: 5000", "timeoutMs: 4000", "payment.payments.svc.cluster.local: timeout: 5000 ms, then 4000 ms")]
    [InlineData("consecutiveErrors: 3", "consecutiveErrors: 4", "payment.payments.svc.cluster.local: ejection after: 3 errors in a row, then 4 errors in a row")]
    [InlineData("callers: [gateway, orders, risk]", "callers: [gateway, orders]", "spiffe://fintrust.mesh.example/ns/trading/sa/risk calls quotes.trading.svc.cluster.local before, and no more after")]
    [InlineData("timeoutMs: 500\n", "timeoutMs: 600\n", "spiffe://fintrust.mesh.example/ns/payments/sa/payment calls risk.trading.svc.cluster.local: timeout: 500 ms over the bridge, then 600 ms")]
    [InlineData("timeoutMs: 5000\n", "timeoutMs: 5000\n      retries: { attempts: 1, perTryMs: 1000 }\n", "spiffe://fintrust.mesh.example/ns/trading/sa/orders calls payment.payments.svc.cluster.local: retries: 0 over the bridge, then 1")]
    [InlineData("demandedMbps: 2000", "demandedMbps: 2100", "aws-east and gcp-east: demanded Mbit/s: 2000, then 2100")]
    public async Task Behaviour_ThatChangesOnTheWay_IsToldByName_WithCodeFive(string said, string then, string difference)
    {
        var (code, json, error) = await RunAsync(
            (root, stack) => MeshProgram.Load(root, stack) is var loaded && loaded.OnIstio!() is var move
                ? loaded with { OnIstio = () => move with { After = MeshProgram.Load(root, stack, StackFile.Read(root, stack, Project.Replaced(move.Edit!.Text, said, then))) } }
                : loaded,
            "fintrust", "--format", "json");
        Assert.Equal((5, ""), (code, error));
        Assert.Contains(difference, JsonNode.Parse(json)!["differences"]!.AsArray().Select(each => each!.GetValue<string>()));
    }

    [Fact]
    public async Task StackWithoutABridge_MovesInTwoUpdates()
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.test.yaml", AppMeshStack.Yaml);
        var (code, json, error) = await RunAsync(MeshProgram.Load, "test", "--project", project.Folder, "--format", "json");
        Assert.Equal((0, ""), (code, error));
        var told = JsonNode.Parse(json)!;
        Assert.Empty(told["updates"]!["second"]!.AsArray());
        Assert.Equal(10, told["steps"]!.AsArray().Count);
        Assert.DoesNotContain(told["objects"]!.AsArray(), each => each!["fate"]!.GetValue<string>() == "lost");
        Assert.DoesNotContain(told["calls"]!.AsArray(), call => call!["bridge"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("dev: has no App Mesh, so there is nothing to migrate; what can be moved stands in mesh.appMesh.sites", "dev")]
    [InlineData("unknown stack 'nosuch': there is no stacks/Pulumi.nosuch.yaml", "nosuch")]
    [InlineData("a stack must be named, such as dev")]
    [InlineData("--format: must be one of text, md, json; got dot", "fintrust", "--format", "dot")]
    [InlineData("--out: must name the folder to write, such as --out move", "fintrust", "--out", "")]
    [InlineData("--out: full holds notes.md; name a folder that is empty, or none yet", "fintrust", "--out", "full")]
    [InlineData("--out: must name a folder; full/notes.md is a file; name another, or move the file away", "fintrust", "--out", "full/notes.md")]
    [InlineData("--out: must name a folder in a folder that exists; got no/where", "fintrust", "--out", "no/where")]
    public async Task WrongQuestions_EndWithTwo_AndOneSentence_AndWriteNothing(string message, params string[] args)
    {
        Directory.CreateDirectory(Path.Combine(folder, "full"));
        await File.WriteAllTextAsync(Path.Combine(folder, "full", "notes.md"), "");
        var (code, text, error) = await RunAsync(MeshProgram.Load, args);
        Assert.Equal((2, ""), (code, text));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
        Assert.Equal(["full"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    /// <summary>What cannot be on Istio is told with its path, by the checks of settings.</summary>
    [Theory]
    [InlineData("version: 1.31.1", "version: 1.29.8", "stacks/Pulumi.test.yaml:123: mesh.istio.revisions.r1-31.version: must support Kubernetes 1.36 of sites.aws-east, and Istio 1.29 supports 1.31 to 1.35; got 1.29.8; choose another line, or another Kubernetes")]
    [InlineData("    istio:\n      revisions:\n        r1-31: { version: 1.31.1 }\n      current: r1-31\n", "", "mesh.istio: is missing, and its version is yours to choose; add it beside mesh.appMesh, which changes nothing yet: istio: { revisions: { r1-31: { version: 1.31.1 } }, current: r1-31 }")]
    public async Task WhatCannotBeOnIstio_IsToldWithItsPath(string said, string then, string sentence)
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.test.yaml", Project.Replaced(sentence.Contains("is missing", StringComparison.Ordinal) ? AppMeshOnly : Project.Fintrust, said, then));
        var (code, text, error) = await RunAsync(MeshProgram.Load, "test", "--project", project.Folder);
        Assert.Equal((2, "", $"with aws-east on Istio: {sentence}\n"), (code, text, error));
    }

    /// <summary>The end that they call would stand twice, before and after, at the same addresses.</summary>
    [Fact]
    public async Task CallsOfMachines_OverTheBridge_AreInTheWay()
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.test.yaml", BridgeStacks.WithMachines);
        var (code, text, error) = await RunAsync(MeshProgram.Load, "test", "--project", project.Folder);
        Assert.Equal((2, ""), (code, text));
        Assert.Equal(
            "records/archive: runs on machines and calls payments/payment over the bridge into App Mesh, whose addresses that of Istio must have too; take it out of the callers, migrate, and put it back; its calls fail in between\n",
            error);
    }

    /// <summary>Fintrust without its services, which may do without Istio.</summary>
    private static string AppMeshOnly => Project.Fintrust[..Project.Fintrust.IndexOf("  # The services, who may call", StringComparison.Ordinal)];

    private async Task<(int Code, string Text, string Error)> RunAsync(ProgramLoader load, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        string[] project = args.Contains("--project", StringComparer.Ordinal) ? [] : ["--project", ProjectRoot.Path];
        var code = await PreviewCommand.RunAsync(
            ["migrate", .. args, .. project], new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual }, load);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
