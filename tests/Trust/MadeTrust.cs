using System.Collections.Immutable;
using System.Text;
using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.OfflineCloud;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>What a stack hands to its clusters, in the clear, as only the clouds see it; and the plan, which shows none of it.</summary>
internal sealed record MadeTrust(EvaluatedProgram Program, IReadOnlyDictionary<string, ImmutableDictionary<string, object>> Secrets)
{
    private const string Secret = "kubernetes:core/v1:Secret";

    public Asked Plan => new(Program.Resources);

    public PlanDocument Document => PlanDocument.OfFirstUpdate(new("cross-cloud-mesh", "dev"), new(true, []), Program.Resources, Program.Findings, Program.Outputs);

    public string Text => Encoding.UTF8.GetString(PlanWriter.Write(Document).Span);

    /// <summary>The sites, from the names of their secrets.</summary>
    public IEnumerable<string> Sites => Secrets.Keys.Where(name => name.EndsWith("-authority", StringComparison.Ordinal)).Select(name => name[..^"-authority".Length]).Order(StringComparer.Ordinal);

    /// <summary>A key of the secret from which a site's istiod signs.</summary>
    public string Authority(string site, string key) => (string)Secrets[$"{site}-authority"][key];

    /// <summary>A key of the secret of a site's gateway.</summary>
    public string Gateway(string site, string key) => (string)Secrets[$"{site}-gateway"][key];

    /// <summary>What the stack of that file makes, its secrets being these.</summary>
    public static Task<MadeTrust> OfAsync(string stackYaml, params (string Name, string Value)[] secrets) => OfAsync(Project.Read(stackYaml), secrets);

    public static async Task<MadeTrust> OfAsync(StackFile file, params (string Name, string Value)[] secrets)
    {
        var settled = SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret);
        Assert.Empty(settled.Faults);
        var config = new Dictionary<string, string>(file.Config, StringComparer.Ordinal);
        foreach (var (name, value) in secrets)
        {
            config[$"{file.Project}:{name}"] = value;
        }

        var seen = new Dictionary<string, ImmutableDictionary<string, object>>(StringComparer.Ordinal);
        var cloud = new Cloud().Add(Secret, draft =>
        {
            if (draft.Inputs.TryGetValue("stringData", out var held))
            {
                lock (seen)
                {
                    seen[draft.Name] = (ImmutableDictionary<string, object>)held;
                }
            }

            Kubernetes.Secret(draft);
        });
        var evaluation = await Evaluator.RunAsync(
            new(file.Project, "dev", config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)), cloud: cloud);
        return new(evaluation, seen);
    }
}
