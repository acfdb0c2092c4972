using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Doctor;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Repository;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>doctor</c> finds on machines that are made up here.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("doctor-").FullName;
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ToolRun> tools = new(StringComparer.Ordinal)
    {
        ["dotnet --version"] = new(0, "10.0.401\n"),
        ["dotnet nuget list source"] = new(0, "Registered Sources:\n  1.  feed.one [Enabled]\n      https://user:canary@feed.example/v3/index.json\n  2.  old [Disabled]\n      https://old.example\n"),
        ["git --version"] = new(0, "git version 2.51.0\n"),
        ["pulumi version"] = new(0, "v3.259.0\n"),
    };

    private readonly Dictionary<string, string[]> faults = new(StringComparer.Ordinal);

    public DoctorTests()
    {
        Write("project/Pulumi.yaml", "name: mesh\nruntime: dotnet\nstackConfigDir: stacks\n");
        Write("project/stacks/Pulumi.dev.yaml", "");
        Write("project/stacks/Pulumi.prod.yaml", "");
        Write("project/global.json", """{"sdk": {"version": "10.0.100", "rollForward": "latestFeature"}}""");
        Write("project/Directory.Packages.props", """
            <Project><ItemGroup><PackageVersion Include="Pulumi" Version="3.112.1" /><PackageVersion Include="Pulumi.Aws" Version="7.48.0" /><PackageVersion Include="xunit" Version="2.9.3" /></ItemGroup></Project>
            """);
        Directory.CreateDirectory(Path.Combine(folder, "home", ".nuget", "packages", "pulumi", "3.112.1"));
        Directory.CreateDirectory(Path.Combine(folder, "home", ".nuget", "packages", "pulumi.aws", "7.48.0"));
        Write("home/.pulumi/credentials.json", """{"current": "https://api.pulumi.com", "accessTokens": {"https://api.pulumi.com": "canary"}}""");
        Write("home/.aws/credentials", "aws_secret_access_key = canary");
        Write("home/.config/gcloud/application_default_credentials.json", "canary");
        variables[PackageCheck.Variable] = Built;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WholeMachine_HasNoFault()
    {
        var (code, page) = await RunAsync();

        Golden.Equal("doctor.txt", page.Replace(folder, "/machine", StringComparison.Ordinal).Replace($"{Built}, as", "offline, as", StringComparison.Ordinal));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task EmptyMachine_IsToldWhatIsNotThere()
    {
        tools.Clear();
        Directory.Delete(Path.Combine(folder, "home"), recursive: true);
        var (code, page) = await RunAsync();
        page = page.Replace("\n                          ", " ", StringComparison.Ordinal);

        Assert.Equal(2, code);
        Assert.Contains("fault    .NET SDK         dotnet is not on the PATH; global.json asks for 10.0.100, latestFeature do: ", page, StringComparison.Ordinal);
        Assert.Contains("warning  git              not on the PATH do: ", page, StringComparison.Ordinal);
        Assert.Contains("warning  Pulumi CLI       not on the PATH do: ", page, StringComparison.Ordinal);
        Assert.Contains("warning  backend          nobody is logged in do: ", page, StringComparison.Ordinal);
        Assert.Contains("warning  AWS              no credentials do: ", page, StringComparison.Ordinal);
        Assert.Contains("warning  Google Cloud     no credentials do: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fault    .NET SDK         9.0.300; global.json asks for 10.0.100, latestFeature", "dotnet --version", "9.0.300")]
    [InlineData("warning  Pulumi CLI       v3.180.0, older than 3.217.0,", "pulumi version", "v3.180.0")]
    [InlineData("ok       Pulumi CLI       v3.300.0-alpha.1; ", "pulumi version", "v3.300.0-alpha.1")]
    public async Task OldPrograms_AreTold(string line, string program, string version)
    {
        tools[program] = new(0, version + "\n");
        await Tells(line);
    }

    [Fact]
    public async Task Sdk_ThatGlobalJsonRefuses_IsAFault()
    {
        (tools["dotnet --version"], tools["dotnet --list-sdks"]) = (new(145, ""), new(0, "9.0.300 [/usr/lib/dotnet/sdk]\n"));
        await Tells("fault    .NET SDK         none that fits; global.json asks for 10.0.100, latestFeature", code: 2);
    }

    [Theory]
    [InlineData("official", "official", $"the variable {PackageCheck.Variable} says")]
    [InlineData("offline", "offline", $"the variable {PackageCheck.Variable} says")]
    [InlineData("", "official", "Pulumi's home folder is there")]
    public async Task Flavour_IsTold_WithItsReason_AndWhetherThisIsIt(string set, string next, string why)
    {
        variables[PackageCheck.Variable] = set;
        var (_, page) = await RunAsync();
        Assert.Contains(
            next == Built
                ? $"ok       SDK flavour      {next}, as {why}"
                : $"warning  SDK flavour      this preview is of the {Built} one; a build takes the {next} one, as {why}",
            page.Replace("\n                          ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_ThatAreNotThere_MayBeAtASource()
    {
        variables[PackageCheck.Variable] = "official";
        Directory.Delete(Path.Combine(folder, "home", ".nuget", "packages", "pulumi.aws"), recursive: true);
        await Tells("warning  packages         Pulumi.Aws 7.48.0 not in the packages folder; sources: feed.one\n");

        tools["dotnet package search Pulumi.Aws --exact-match"] = new(0, "| Pulumi.Aws | 7.48.0 |");
        await Tells("ok       packages         Pulumi.Aws 7.48.0 not in the packages folder, but a source has", args: "--online");
        tools["dotnet package search Pulumi.Aws --exact-match"] = new(0, "no results");
        await Tells("fault    packages         Pulumi.Aws 7.48.0 not in the packages folder, and no source has", code: 2, args: "--online");
        tools.Remove("dotnet nuget list source");
        await Tells("fault    packages         Pulumi.Aws 7.48.0 not in the packages folder, and no source is", code: 2);
    }

    [Fact]
    public async Task Settings_ThatAreWrong_AreAFault()
    {
        faults["prod"] = ["stacks/Pulumi.prod.yaml:3: a: wrong", "stacks/Pulumi.prod.yaml:4: b: wrong"];
        await Tells("fault    stack prod       2 faults; the first: stacks/Pulumi.prod.yaml:3: a: wrong\n", code: 2);
        faults["prod"] = ["stacks/Pulumi.prod.yaml:3: a: wrong"];
        await Tells("fault    stack prod       stacks/Pulumi.prod.yaml:3: a: wrong\n", code: 2);
        Directory.Delete(Path.Combine(folder, "project", "stacks"), recursive: true);
        await Tells("fault    stacks           there is none\n", code: 2);
    }

    [Theory]
    [InlineData("ok       backend          s3://states, by the variable PULUMI_BACKEND_URL", "PULUMI_BACKEND_URL", "s3://user:canary@states?token=canary")]
    [InlineData("ok       AWS              a role by web identity, in AWS_ROLE_ARN", "AWS_ROLE_ARN", "arn", "AWS_WEB_IDENTITY_TOKEN_FILE", "Pulumi.yaml")]
    [InlineData("warning  AWS              AWS_ACCESS_KEY_ID is set, AWS_SECRET_ACCESS_KEY is not", "AWS_ACCESS_KEY_ID", "canary")]
    [InlineData("ok       AWS              a key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "canary", "AWS_SECRET_ACCESS_KEY", "canary")]
    [InlineData("ok       AWS              the profile work, by AWS_PROFILE", "AWS_PROFILE", "work")]
    [InlineData("ok       Google Cloud     in GOOGLE_CREDENTIALS", "GOOGLE_CREDENTIALS", "canary")]
    [InlineData("warning  Google Cloud     GOOGLE_APPLICATION_CREDENTIALS names a file that is not there", "GOOGLE_APPLICATION_CREDENTIALS", "/canary")]
    public async Task Credentials_AreTold_ByWhereTheyAre(string line, params string[] set)
    {
        for (var at = 0; at < set.Length; at += 2)
        {
            variables[set[at]] = set[at + 1] == "Pulumi.yaml" ? Path.Combine(folder, "project", "Pulumi.yaml") : set[at + 1];
        }

        await Tells(line);
    }

    [Fact]
    public async Task Pulumi_ThatWritesItsOwnBackend_IsBelieved()
    {
        Write("project/Pulumi.yaml", "name: mesh\nruntime: dotnet\nstackConfigDir: stacks\nbackend:\n  url: gs://states/canary\n");
        await Tells("ok       backend          gs://states, by Pulumi.yaml\n");
    }

    [Fact]
    public async Task OutsideOfAProject_IsNothingToLookAt()
    {
        File.Delete(Path.Combine(folder, "project", "Pulumi.yaml"));
        Assert.Equal(2, (await RunAsync()).Code);
    }

    private static string Built => CrossCloudMesh.Preview.Reports.Text.Heading.Flavour();

    private async Task Tells(string line, int? code = null, params string[] args)
    {
        var (ended, page) = await RunAsync(args);
        Assert.Contains(line, page + "\n", StringComparison.Ordinal);
        Assert.Equal(code ?? (page.Contains("\nfault ", StringComparison.Ordinal) || page.StartsWith("fault ", StringComparison.Ordinal) ? 2 : 0), ended);
    }

    private async Task<(int Code, string Page)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            ["doctor", .. args],
            new()
            {
                Out = output,
                Error = error,
                Directory = Path.Combine(folder, "project"),
                Home = Path.Combine(folder, "home"),
                Variable = name => variables.GetValueOrDefault(name),
                Tool = (_, program, words) => tools.GetValueOrDefault(string.Join(' ', [program, .. words])),
            },
            (_, stack) => new(faults.ContainsKey(stack) ? null : new PreviewedProgram("mesh", stack, variables, new HashSet<string>(StringComparer.Ordinal), _ => new Stack()), faults.GetValueOrDefault(stack, []), []));
        var page = Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain("canary", page + error, StringComparison.Ordinal);
        return (code, page);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
