using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Infra.Settings;
using Project = CrossCloudMesh.Tests.Settings.Project;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>
/// Every example of settings in the docs, put into the dev stack, is understood. A block of YAML either begins with the key of its section,
/// or keys of several, or follows a mark that says where it goes: <c>settings: sites.aws-east.cluster</c>.
/// </summary>
public sealed partial class DocSettingsTests
{
    private const string Namespace = "cross-cloud-mesh:";

    private static readonly string Docs = Path.Combine(ProjectRoot.Path, "docs");

    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var file in Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                for (var number = 0; number < Blocks(file).Count; number++)
                {
                    examples.Add(Path.GetRelativePath(Docs, file), number);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsUnderstood_InTheDevStack(string file, int number)
    {
        var block = Blocks(Path.Combine(Docs, file))[number];
        Assert.Empty(FaultsWith(block.Groups["place"].Value, block.Groups["yaml"].Value));
    }

    [Theory]
    [InlineData("sites.aws-east.cluster", "controllers: { loadBalancer: { chartVersion: 3 } }")]
    [InlineData("sites.aws-east", "nat: sometimes")]
    [InlineData("", "  cross-cloud-mesh:lifecycle:\n    protected: true")]
    [InlineData("sites.aws-east.clutser", "nat: none")]
    public void Example_ThatIsWrong_IsFound(string place, string yaml) => Assert.NotEmpty(FaultsWith(place, yaml));

    private static MatchCollection Blocks(string file) => Block().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"));

    private static string[] FaultsWith(string place, string yaml)
    {
        // The mesh asks more of sites than most examples tell.
        var dev = Project.Read(place.StartsWith("observability", StringComparison.Ordinal) ? Project.DevWithTelemetry
            : yaml.StartsWith($"{Namespace}mesh", StringComparison.Ordinal) || place.StartsWith("mesh", StringComparison.Ordinal) ? Project.Dev
            : Project.DevWithoutMesh);
        var sections = new JsonObject(dev.Sections.Select(each => KeyValuePair.Create(each.Key, JsonNode.Parse(each.Value))));
        var example = Parse(yaml);
        if (example.First().Key.StartsWith(Namespace, StringComparison.Ordinal))
        {
            // In Pulumi.yaml, what all stacks share is the value of a key.
            example = new(example.Select(section => KeyValuePair.Create(
                section.Key[Namespace.Length..], (section.Value is JsonObject shared && shared["value"] is { } inner ? inner : section.Value)?.DeepClone())));
        }

        foreach (var step in place.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            example = new JsonObject { [step] = example };
        }

        Put(example, sections);
        return
        [
            .. SettingsLoader.Load(sections.ToDictionary(each => each.Key, each => each.Value!.ToJsonString(), StringComparer.Ordinal))
                .Faults.Select(fault => fault.ToString()),
        ];
    }

    /// <summary>The block as the stack file's reader has it.</summary>
    private static JsonObject Parse(string yaml)
    {
        var file = Project.Read("config:\n  doc:example:\n" + string.Concat(yaml.Split('\n').Select(line => $"    {line}\n")));
        Assert.Empty(file.Faults);
        return JsonNode.Parse(file.Config["doc:example"])!.AsObject();
    }

    /// <summary>Puts an example into settings, key by key; what says how (<c>by</c>) comes as a whole.</summary>
    private static void Put(JsonObject example, JsonObject into)
    {
        foreach (var (key, value) in example)
        {
            if (value is JsonObject part && !part.ContainsKey("by") && into[key] is JsonObject whole)
            {
                Put(part, whole);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }

    [GeneratedRegex("(<!-- settings: (?<place>\\S+) -->\n)?```yaml\n(?<yaml>.*?)\n```", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Block();
}
