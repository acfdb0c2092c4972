using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

/// <summary>Configuration comes from an environment variable, so these tests run alone.</summary>
[Collection(nameof(ProcessState))]
public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";
    private readonly string? before = Environment.GetEnvironmentVariable(Variable);
    private readonly int exitCode = Environment.ExitCode;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, before);
        Environment.ExitCode = exitCode;
    }

    [Fact]
    public async Task Config_IsReadPerDeployment()
    {
        List<string?> found = [];
        foreach (var value in (string[])["one", "two"])
        {
            await RunAsync($$"""{"project:key": "{{value}}"}""", () => found.Add(new Config().Get("key")));
        }

        Assert.Equal(["one", "two"], found);
    }

    [Fact]
    public async Task Config_KeysHaveTheirNamespace() => await RunAsync(
        """{"project:a": "1", "aws:config:region": "eu-west-1", "gcp:project": "p"}""",
        () =>
        {
            Assert.Equal("1", new Config().Get("a"));
            Assert.Equal("1", new Config("project:config").Get("a"));
            Assert.Equal("eu-west-1", new Config("aws").Get("region"));
            Assert.Equal("p", new Config("gcp").Require("project"));
            Assert.Null(new Config().Get("region"));
        });

    [Fact]
    public async Task Config_ValuesAreTyped() => await RunAsync(
        """{"project:yes": "true", "project:no": "false", "project:int": "-3", "project:double": "1.5", "project:raw": {"a": [1]}}""",
        () =>
        {
            var config = new Config();
            Assert.True(config.GetBoolean("yes"));
            Assert.False(config.RequireBoolean("no"));
            Assert.Equal(-3, config.RequireInt32("int"));
            Assert.Equal(1.5, config.GetDouble("double"));
            Assert.Equal([1], config.RequireObject<Dictionary<string, int[]>>("raw")["a"]);
            Assert.Null(config.GetInt32("none"));
            Assert.Null(config.GetBoolean("none"));
            Assert.Null(config.GetObject<string>("none"));
        });

    [Fact]
    public async Task Config_OptionsReachTheJsonReader() => await RunAsync(
        """{"project:list": "[1, 2,]"}""",
        () => Assert.Equal(
            [1, 2], new Config().RequireObject<int[]>("list", new JsonSerializerOptions { AllowTrailingCommas = true })));

    [Fact]
    public async Task Config_SecretsAreSecret() => await RunAsync(
        """{"project:text": "t", "project:flag": "true", "project:int": "1", "project:list": "[1]"}""",
        () =>
        {
            var config = new Config();
            AssertSecret("t", config.RequireSecret("text"));
            AssertSecret("t", config.GetSecret("text"));
            AssertSecret(true, config.RequireSecretBoolean("flag"));
            AssertSecret(1, config.GetSecretInt32("int"));
            AssertSecret(1.0, config.RequireSecretDouble("int"));
            AssertSecret([1], config.GetSecretObject<int[]>("list"));
            AssertSecret([1], config.RequireSecretObject<int[]>("list"));
            Assert.Null(config.GetSecret("none"));
            Assert.Null(config.GetSecretBoolean("none"));
        });

    [Fact]
    public async Task Config_MissingValueIsNamed()
    {
        var failure = await FailureAsync("{}", () => new Config("p").Require("k"));

        Assert.StartsWith("Missing Required configuration variable 'p:k'\n", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x1", "Int32")]
    [InlineData("1.5", "Int32")]
    [InlineData("True", "Boolean")]
    [InlineData("1", "Boolean")]
    [InlineData("one", "Double")]
    public async Task Config_BadValueIsNamedWithItsType(string value, string type)
    {
        var failure = await FailureAsync($$"""{"p:k": "{{value}}"}""", () =>
        {
            var config = new Config("p");
            _ = type switch
            {
                "Int32" => (object?)config.GetInt32("k"),
                "Boolean" => config.GetBoolean("k"),
                _ => config.GetDouble("k"),
            };
        });

        Assert.Equal($"Configuration 'p:k' value '{value}' is not a valid {type}", failure.Message);
    }

    [Fact]
    public async Task Config_BadJsonIsNamedWithItsType()
    {
        var failure = await FailureAsync("""{"p:k": "{"}""", () => new Config("p").GetObject<int[]>("k"));

        Assert.Equal("Configuration 'p:k' value '{' is not a valid System.Int32[]", failure.Message);
    }

    private static void AssertSecret<T>(T expected, Output<T>? output)
    {
        Assert.NotNull(output);
        Assert.True(Output.IsSecretAsync(output).GetAwaiter().GetResult());
        Assert.Equal(expected, OutputUtilities.GetValueAsync(output).GetAwaiter().GetResult());
    }

    private static async Task RunAsync(string config, Action program)
    {
        Environment.SetEnvironmentVariable(Variable, config);
        await new Recorder().RunAsync(program);
    }

    private static Task<RunException> FailureAsync(string config, Action program) =>
        Assert.ThrowsAsync<RunException>(() => RunAsync(config, program));
}
