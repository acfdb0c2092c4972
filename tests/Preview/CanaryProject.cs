using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Settings;
using CrossCloudMesh.Tests.Trust;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>A project in which every place for a secret holds a canary: the stack file, what the program is handed, variables and home folder.</summary>
internal sealed class CanaryProject : IDisposable
{
    /// <summary>Stands in every secret.</summary>
    public const string Canary = "canary-7f3a91c5";

    private const string Keys = "  cross-cloud-mesh:east-keys:";
    private const string Collector = "collector: { chartVersion: 0.170.0, replicas: 1, queueGibibytes: 2 }";
    private const string Party = "\n      thirdParties:\n        apm: { endpoint: https://otlp.example.com, header: api-key, secret: apm-key, signals: [traces] }";
    private const string Root = "    root:\n      by: generated # its key is in the state; docs/mesh.md tells of other places\n      generation: 1\n";

    private static readonly RootPem Pem = RootPem.Make();

    /// <summary>What stands behind the secrets, by name. The root's key must be one, so its own text is the canary.</summary>
    private static readonly Dictionary<string, string> Secrets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["east-keys"] = $"{Canary}-of-the-tunnels-and-long-enough-to-be-taken",
        ["east-sessions"] = $"{Canary}-of-the-sessions-and-long-enough-to-be-taken",
        ["apm-key"] = $"{Canary}-of-the-third-party",
        ["root-keys"] = Pem.Key,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("canary-").FullName;
    private readonly MemoryStream output = new();
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly HashSet<string> typed = new(StringComparer.Ordinal);

    public CanaryProject()
    {
        Write("Pulumi.yaml", Settings.Project.Shared);
        Write("stacks/Pulumi.dev.yaml", Stack());
        Write("stacks/Pulumi.fintrust.yaml", Settings.Project.Fintrust.Replace("    secure: AAAB", $"    secure: {Canary}-", StringComparison.Ordinal));
        File.Copy(Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "common-snippet.yaml"), Path.Combine(folder, "envoy.yaml"));
        Write("home/.pulumi/credentials.json", $$$"""{"current": "https://user:{{{Canary}}}@api.example", "accessTokens": {"https://api.example": "{{{Canary}}}"}}""");
        Write("home/.aws/credentials", $"[default]\naws_access_key_id = {Canary}\naws_secret_access_key = {Canary}\n");
        typed.UnionWith(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    /// <summary>Places in which people put a secret by mistake: what stands there, and what they write instead.</summary>
    public static TheoryData<string, string> BadSettings => new()
    {
        { $"    secure: {Canary}-east-keys", "    plain: CANARY" },
        { $"    secure: {Canary}-east-keys", "    - CANARY" },
        { $"    secure: {Canary}-east-keys", "    secure: [CANARY]" },
        { $"    secure: {Canary}-east-keys", $"    secure: CANARY\n    other: CANARY" },
        { $"    secure: {Canary}-east-keys", "    secure: \"CANARY" },
        { $"    secure: {Canary}-east-keys", "    secure: CANARY: x: y" },
        { $"    secure: {Canary}-east-keys", "    secure: *CANARY" },
        { $"    secure: {Canary}-east-keys", "    secure: @CANARY" },
        { $"    secure: {Canary}-east-keys", "    secure: %CANARY" },
        { $"\n    secure: {Canary}-east-keys", " CANARY" },
        { $"\n    secure: {Canary}-east-keys", " \"CANARY\"" },
        { "secret: east-keys #", "secret: CANARY+/= #" },
        { "secret: east-keys #", "secret: { secure: CANARY } #" },
        { "secret: east-keys #", "secret: [CANARY] #" },
        { "secret: apm-key", "secret: Bearer CANARY" },
        { "secret: root-keys", "secret: |\n        -----BEGIN PRIVATE KEY-----\n        CANARY" },
        { "cross-cloud-mesh:lifecycle:\n", "cross-cloud-mesh:lifecycle:\n    secure: CANARY\n" },
        { "cross-cloud-mesh:lifecycle:\n", "cross-cloud-mesh:stray:\n    secure: CANARY\n  cross-cloud-mesh:lifecycles:\n" },
        { $"encryptionsalt: {Canary}", "encryptionsalts: CANARY" },
    };

    /// <summary>Everything that was told.</summary>
    public string Output => Encoding.UTF8.GetString(output.ToArray()) + error;

    /// <summary>Asks for traces too.</summary>
    public bool Debug { get; set; }

    /// <summary>A word for an argument of that name.</summary>
    /// <exception cref="KeyNotFoundException">A command has an argument that nobody thought of here.</exception>
    public static string Given(string command, string argument) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["stack"] = command == "migrate" ? "fintrust" : "dev",
        ["plan"] = "dev.json",
        ["words"] = "link",
        ["service"] = "orders",
        ["file"] = "envoy.yaml",
        ["schema"] = "settings",
        ["shell"] = "bash",
    }[argument];

    /// <summary>A program that is handed another value for one of its secrets.</summary>
    public static LoadedProgram With(LoadedProgram loaded, string name, string value) => loaded with
    {
        Program = loaded.Program! with
        {
            Config = new Dictionary<string, string>(loaded.Program.Config, StringComparer.Ordinal) { [$"{loaded.Program.Project}:{name}"] = value },
        },
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The stack's own program, which is handed the secrets themselves, as an engine would.</summary>
    public static LoadedProgram Load(string root, string stack)
    {
        var loaded = MeshProgram.Load(root, stack);
        Assert.Empty(loaded.Faults);
        return Secrets.Aggregate(loaded, (program, secret) => With(program, secret.Key, secret.Value));
    }

    /// <summary>The same with other secrets.</summary>
    public static LoadedProgram LoadOther(string root, string stack) => With(With(Load(root, stack), "east-keys", $"{Secrets["east-keys"]}-the-next"), "apm-key", $"{Canary}-the-next");

    public Task<int> RunAsync(ProgramLoader load, params string[] args) => PreviewCommand.RunAsync(
        args,
        new()
        {
            Out = output,
            Error = error,
            Directory = folder,
            Home = Path.Combine(folder, "home"),
            Variable = name => name switch
            {
                "PREVIEW_DEBUG" => Debug ? "1" : null,
                "AWS_PROFILE" or "CI" or "NO_COLOR" or "CLICOLOR_FORCE" or "TERM" => null,
                "PULUMI_BACKEND_URL" => $"s3://user:{Canary}@states?token={Canary}",
                _ => Canary,
            },
            Tool = (_, program, words) => (program, words) switch
            {
                ("dotnet", ["nuget", ..]) => new(0, $"1.  feed [Enabled]\n    https://user:{Canary}@feed.example\n"),
                ("dotnet", _) => new(0, "10.0.401\n"),
                _ => null,
            },
            Clock = FixedClock.Usual,
        },
        load);

    /// <summary>Writes something else into the stack file.</summary>
    public void Replace(string text, string instead) => Write("stacks/Pulumi.dev.yaml", Settings.Project.Replaced(Stack(), text, instead));

    /// <summary>No canary is in what was told, nor in any file that was written.</summary>
    public void AssertSilent()
    {
        var told = new StringBuilder(Output);
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !typed.Contains(file)))
        {
            told.Append(Path.GetRelativePath(folder, file)).Append('\n').Append(File.ReadAllText(file)).Append('\n');
        }

        var all = told.ToString();
        Assert.DoesNotContain(Canary, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..^4], all, StringComparison.Ordinal);
        Assert.DoesNotContain(Pem.Key.Split('\n')[1], all, StringComparison.Ordinal);
    }

    /// <summary>The shipped stack dev with a root that was handed in and a third party, so that it has a secret of each kind.</summary>
    private static string Stack()
    {
        var text = Settings.Project.Replaced(Settings.Project.DevWithTelemetry, Collector, Collector + Party);
        text = Settings.Project.Replaced(text, Root, $"    root:\n      by: pem\n      secret: root-keys\n      certificate: {RootPem.Block(Pem.Certificate, 6)}");
        text = Settings.Project.Replaced(text, "    secure: AAABAGV4YW1wbGUtb25seS1zZXQteW91ci1vd24tc2VjcmV0", $"    secure: {Canary}-east-keys");
        text = Settings.Project.Replaced(text, Keys, $$"""
              cross-cloud-mesh:root-keys:
                secure: {{Canary}}-root-keys
              cross-cloud-mesh:apm-key:
                secure: {{Canary}}-apm-key
              aws:secretKey:
                secure: {{Canary}}-aws
              gcp:credentials: {{Canary}}-plain
            {{Keys}}
            """);
        return $"encryptionsalt: {Canary}\nencryptedkey: {Canary}\n{text}";
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
