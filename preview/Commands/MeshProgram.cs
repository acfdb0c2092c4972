using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>This repository's own program, with the settings of a stack file.</summary>
internal static class MeshProgram
{
    public static LoadedProgram Load(string projectRoot, string stack) => Load(projectRoot, stack, StackFile.Read(projectRoot, stack));

    /// <summary>The same, of files that were read already.</summary>
    public static LoadedProgram Load(string projectRoot, string stack, StackFile file)
    {
        var faults = new List<string>();
        foreach (var fault in file.Faults)
        {
            faults.Add(fault.ToString());
        }

        // A file without a single section is told once, not once more for each section that is missing.
        if (faults.Count > 0 && file.Sections.Count == 0)
        {
            return new(null, faults, []);
        }

        var settled = SettingsLoader.Load(file.Sections, [.. AllRules.List.Select(rule => rule.About.Id)], file.HasSecret, DateOnly.FromDateTime(DateTime.UtcNow));
        foreach (var fault in settled.Faults)
        {
            faults.Add(Located(file, fault));
        }

        return faults.Count > 0
            ? new(null, faults, [])
            : new(
                new(file.Project, stack, file.Config, file.SecretKeys, options => new MeshStack(settled.Settings!, options)),
                [],
                file.Notes)
            {
                Suppressions = [.. settled.Settings!.Rules.Suppress.Select((each, index) => new Suppression(
                    $"rules.suppress[{index}]", each.Rule.ToString(), each.Resource, each.Reason.ToString(), each.Expires)
                {
                    Source = LineOf(file, $"rules.suppress[{index}]"),
                })],
                StackFile = file.Path,
                Use = UseOf(settled.Settings!.Cost),
                Policy = ServicePlan.PolicyOf(settled.Settings!),
                OnIstio = settled.Settings!.Mesh?.AppMesh is null ? null : () => StackMove.Of(file, projectRoot, stack, settled.Settings!),
            };
    }

    private static AssumedUse UseOf(CostSettings cost) => new()
    {
        Links = Sequence.Create<LinkUse>([.. cost.Links.SelectMany(link => link.Value.Select(way => new LinkUse(link.Key, way.Key, way.Value)))]),
        Sites = Sequence.Create<SiteUse>([.. cost.Sites.SelectMany(site => Uses(site.Key, site.Value))]),
    };

    private static IEnumerable<SiteUse> Uses(string site, SiteUseSettings use)
    {
        foreach (var (kind, gigabytes) in new[] { (UseKind.Nat, use.NatGb), (UseKind.Endpoints, use.EndpointGb), (UseKind.Logs, use.LogGb) })
        {
            if (gigabytes is { } told)
            {
                yield return new(site, kind, told);
            }
        }
    }

    private static SourceLine? LineOf(StackFile file, string path) => file.Locate(path) is var (line, _) ? new(file.FileOf(path), line) : null;

    private static string Located(StackFile file, Fault fault) =>
        file.Locate(fault.Path) is var (line, _)
            ? $"{file.FileOf(fault.Path)}:{line}: {file.AsTyped(fault)}"
            : $"{file.Path}: {fault}";
}
