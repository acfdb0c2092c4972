using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Provider = Pulumi.Kubernetes.Provider;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>render</c> writes, and how it ends. UPDATE_GOLDEN=1 writes the golden files anew.</summary>
[Collection(Evaluations.Name)]
public sealed class RenderCommandTests
{
    private const string Canary = "canary-7f3a";

    public static TheoryData<string> Stacks => ShippedStackTests.Stacks;

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryObject_IsInExactlyOneFile_AndReadsBackAsPlanned(string stack)
    {
        using var rendered = await Rendered.OfAsync(stack);
        var (files, listed) = (rendered.Files(), rendered.Resources());
        var planned = (await Rendered.PlanAsync(stack)).Resources
            .Where(resource => resource.IsCustom && resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
            .ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

        Assert.Equal(files.Keys.Where(path => path != Rendered.Index), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var bundle in rendered.Bundles())
        {
            listed.Remove(bundle);
        }

        Assert.Equal(planned.Keys.Order(StringComparer.Ordinal), listed.Values.Order(StringComparer.Ordinal));
        foreach (var (path, urn) in listed)
        {
            var (inputs, read) = (planned[urn].Inputs, WrittenYaml.Read(files[path]));
            if (planned[urn].Type != "kubernetes:helm.sh/v3:Release")
            {
                Assert.Equal(inputs, read);
                continue;
            }

            Assert.Contains("/helm/", path, StringComparison.Ordinal);
            Assert.All(["namespace", "chart", "version", "values"], name => Assert.Equal(inputs[name], read[name]));
            Assert.Equal(inputs["name"], read["release"]);
            Assert.Equal((inputs["repositoryOpts"] as PlanValue.ObjectValue)?.Members["repo"], read["repository"]);
        }
    }

    [Fact]
    public async Task Dev_IsTheGoldenFolder_OnEveryRun()
    {
        using var rendered = await Rendered.OfAsync("dev");
        var first = rendered.Files();
        Assert.Equal(0, (await rendered.RunAsync(MeshProgram.Load, "dev", "--out", "out", "--project", ProjectRoot.Path)).Code);
        Assert.Equal(first, rendered.Files());

        var golden = Path.Combine(ProjectRoot.Path, "tests", "Golden", "dev.render");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Directory.Exists(golden))
        {
            Directory.Delete(golden, recursive: true);
        }

        foreach (var (path, text) in first)
        {
            Golden.Equal($"dev.render/{path}", text);
        }

        Assert.Equal(first.Count, Directory.GetFiles(golden, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Says_WhatItWrote()
    {
        using var rendered = new Rendered();
        var (code, text, error) = await rendered.RunAsync(Mesh(() => Namespaces("a", "b")), "dev", "--out", "out", "--project", ProjectRoot.Path);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("east: 2 objects, 0 Helm releases\n2 files in out, listed in its index.yaml\n", text);
        Assert.Equal(["east/_cluster/Namespace-a.yaml", "east/_cluster/Namespace-b.yaml", "index.yaml"], rendered.Files().Keys);
    }

    [Fact]
    public async Task NoFile_HoldsASecret_NorDoesAPath()
    {
        using var rendered = new Rendered();
        var (code, text, error) = await rendered.RunAsync(Mesh(() =>
        {
            var secret = Pulumi.Output.CreateSecret(Canary);
            var cluster = new Provider("east-cluster", new() { KubeConfig = secret });
            var options = new CustomResourceOptions { Provider = cluster };
            _ = new Secret("keys", new()
            {
                Metadata = new ObjectMetaArgs { Name = secret, Namespace = secret, Labels = { ["of"] = secret }, Annotations = { ["text"] = Pulumi.Output.Format($"a {secret} b") } },
                StringData = { ["key"] = secret },
                Data = { ["derived"] = secret.Apply(value => value + "x") },
            }, options);
            _ = new Release("chart", new()
            {
                Chart = "chart",
                Values = { ["password"] = secret.Apply(value => (object)value), ["deep"] = new Dictionary<string, object> { ["list"] = new List<object> { secret } } },
                RepositoryOpts = new Pulumi.Kubernetes.Types.Inputs.Helm.V3.RepositoryOptsArgs { Repo = "https://charts.example", Password = secret },
            }, options);
        }), "dev", "--out", "out", "--project", ProjectRoot.Path);

        Assert.Equal((0, ""), (code, error));
        var all = string.Concat(rendered.Files().Select(file => file.Key + file.Value));
        Assert.DoesNotContain(Canary, all + text, StringComparison.Ordinal);
        Assert.Equal(["east/_unknown/Secret-keys.yaml", "east/helm/chart.yaml", "index.yaml"], rendered.Files().Keys);
        Assert.Contains("!secret \"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EarlierOutput_IsReplaced_AndNothingOfItIsLeft()
    {
        using var rendered = new Rendered();
        Directory.CreateDirectory(rendered.Out);
        await Fine(rendered, () => Namespaces("a", "b"));
        await Fine(rendered, () => Namespaces("b"));

        Assert.Equal(["east/_cluster/Namespace-b.yaml", "index.yaml"], rendered.Files().Keys);
        Assert.Equal(["out"], Directory.GetFileSystemEntries(rendered.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Failure_LeavesWhatIsThere()
    {
        using var rendered = new Rendered();
        await Fine(rendered, () => Namespaces("a"));
        var before = rendered.Files();

        Assert.Equal(4, (await rendered.RunAsync(Mesh(() => throw new RunException("no")), "dev", "--out", "out", "--project", ProjectRoot.Path)).Code);
        var (code, _, error) = await rendered.RunAsync(
            Mesh(() => _ = new Namespace("lost", new() { Metadata = new ObjectMetaArgs { Name = "lost" } })), "dev", "--out", "out", "--project", ProjectRoot.Path);
        Assert.Equal(4, code);
        Assert.EndsWith("is made by the default kubernetes provider, so its cluster is not known; pass a provider\n", error, StringComparison.Ordinal);
        Assert.Equal(before, rendered.Files());
        Assert.Equal(["out"], Directory.GetFileSystemEntries(rendered.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("notes.md", "notes.md")]
    [InlineData("east/notes.md", "east/notes.md")]
    [InlineData("west/deep/notes.md", "west")]
    public async Task Folder_WithWhatSomebodyElsePutThere_IsLeftAlone(string path, string named)
    {
        using var rendered = new Rendered();
        await Fine(rendered, () => Namespaces("a"));
        await Refused(rendered, path, named, () => Namespaces("b"));
        File.Delete(Path.Combine(rendered.Out, "index.yaml"));
        await Refused(rendered, path, "east", () => Namespaces("b"));
    }

    [Theory]
    [InlineData("manifests: 2\nstack: mesh/dev\nfiles: {}\n")]
    [InlineData("manifests: 1\nstack: mesh/dev\n")]
    [InlineData("- a\n")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Index_OfAnotherForm_IsSomebodyElses(string text)
    {
        using var rendered = new Rendered();
        await Refused(rendered, "index.yaml", "index.yaml", () => Namespaces("a"), text);
    }

    [Fact]
    public async Task Folder_OfAnotherStack_IsLeftAlone()
    {
        using var rendered = new Rendered();
        await Fine(rendered, () => Namespaces("a"));
        var (code, _, error) = await rendered.RunAsync(
            (_, _) => new(Run.Program(() => Namespaces("a")) with { Stack = "prod" }, [], []), "prod", "--out", "out", "--project", ProjectRoot.Path);

        Assert.Equal((2, "--out: out holds the manifests of mesh/dev; name another folder, or remove this one\n"), (code, error));
    }

    [Fact]
    public async Task Link_IsFollowedToTheFolder_ButNeverBelowIt()
    {
        using var rendered = new Rendered();
        var real = Directory.CreateDirectory(Path.Combine(rendered.Folder, "real")).FullName;
        Directory.CreateSymbolicLink(rendered.Out, real);
        await Fine(rendered, () => Namespaces("a"));
        Assert.True(File.Exists(Path.Combine(real, "index.yaml")));

        File.Delete(Path.Combine(real, "east", "_cluster", "Namespace-a.yaml"));
        var foreign = Path.Combine(rendered.Folder, "foreign.yaml");
        await File.WriteAllTextAsync(foreign, "mine");
        File.CreateSymbolicLink(Path.Combine(real, "east", "_cluster", "Namespace-a.yaml"), foreign);
        var (code, _, error) = await rendered.RunAsync(Mesh(() => Namespaces("a")), "dev", "--out", "out", "--project", ProjectRoot.Path);
        Assert.Equal(2, code);
        Assert.Contains("holds east/_cluster/Namespace-a.yaml, which was not written by this command", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(foreign));
    }

    [Theory]
    [InlineData("--out: must name a folder; file is a file; name another, or move the file away", "file")]
    [InlineData("--out: must name a folder in a folder that exists; got none/out", "none/out")]
    [InlineData("--out: must not be the current folder or one above it; got .", ".")]
    [InlineData("--out: must not be the current folder or one above it; got ..", "..")]
    [InlineData("--out: must name the folder to write, such as --out manifests", "")]
    public async Task Rejects_AnOut_ThatCannotBe(string message, string path)
    {
        using var rendered = new Rendered();
        await File.WriteAllTextAsync(Path.Combine(rendered.Folder, "file"), "mine");

        Assert.Equal((2, "", message + "\n"), await rendered.RunAsync(Mesh(() => Namespaces("a")), "dev", "--out", path, "--project", ProjectRoot.Path));
        Assert.Equal(["file"], Directory.GetFileSystemEntries(rendered.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--out: must name the folder to write, such as --out manifests", "dev")]
    [InlineData("a stack must be named, such as dev", "--out", "out")]
    [InlineData("--out", "dev", "--out")]
    [InlineData("--format", "dev", "--out", "out", "--format", "json")]
    public async Task Rejects_BadArguments_InOneLine(string message, params string[] args)
    {
        using var rendered = new Rendered();
        var (code, text, error) = await rendered.RunAsync((_, _) => throw new InvalidOperationException("no stack is looked at"), args);

        Assert.Equal((2, ""), (code, text));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task Help_TellsWhatIsWritten()
    {
        using var rendered = new Rendered();
        var (code, text, error) = await rendered.RunAsync(MeshProgram.Load, "--help");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("<site>/helm/<release>.yaml", text, StringComparison.Ordinal);
        Assert.Contains("\nExit codes:\n  0  fine\n  2  bad settings", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_AStack_ThatIsNotThere()
    {
        using var rendered = new Rendered();
        var (code, _, error) = await rendered.RunAsync(MeshProgram.Load, "nowhere", "--out", "out", "--project", ProjectRoot.Path);

        Assert.Equal(2, code);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(rendered.Out));
    }

    private static void Namespaces(params string[] names)
    {
        var cluster = new Provider("east-cluster", new() { KubeConfig = "{}" });
        foreach (var name in names)
        {
            _ = new Namespace(name, new() { Metadata = new ObjectMetaArgs { Name = name } }, new() { Provider = cluster });
        }
    }

    private static ProgramLoader Mesh(Action program) => (_, _) => new(Run.Program(program), [], []);

    private static async Task Fine(Rendered rendered, Action program)
    {
        var (code, _, error) = await rendered.RunAsync(Mesh(program), "dev", "--out", "out", "--project", ProjectRoot.Path);
        Assert.Equal((0, ""), (code, error));
    }

    private static async Task Refused(Rendered rendered, string path, string named, Action program, string text = "mine")
    {
        var file = Path.Combine(rendered.Out, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
        var before = rendered.Files();
        var (code, _, error) = await rendered.RunAsync(Mesh(program), "dev", "--out", "out", "--project", ProjectRoot.Path);

        Assert.Equal((2, $"--out: out holds {named}, which was not written by this command; name another folder, or move it away\n"), (code, error));
        Assert.Equal(before, rendered.Files());
    }
}
