using System.CommandLine;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Lint.Envoy;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary><c>preview lint-envoy</c>: what is wrong with a file that an Envoy starts with.</summary>
internal static class LintEnvoyCommand
{
    public const string Name = "lint-envoy";

    private const int Column = 10;

    public static Command Build(Surroundings around)
    {
        var file = new NamedArgument("file", "envoy.yaml") { Description = "A bootstrap of Envoy's v3 API, as YAML or JSON" };
        var format = PreviewCommand.Choice("--format", ["text", "json"], "text", "How to tell it");
        var failOn = PreviewCommand.Choice("--fail-on", ["error", "warning", "info", "never"], "error", "The least finding that ends with exit code 5");
        var color = PreviewCommand.Color();
        var command = new TaughtCommand(Name, "Finds what is wrong with a file that an Envoy starts with", new(
            [
                "Finds what is wrong with a file that an Envoy starts with: who may call, whom callers take for the service, what becomes of a "
                + "request, and what the proxy tells of itself. docs/lint-envoy.md lists the rules.",
            ],
            [],
            [new("lint-envoy envoy.yaml", "each finding with its place and its cure"), new("lint-envoy envoy.yaml --fail-on warning", "for a pipeline, stricter than usual")],
            [Ending.Fine, new(ExitCode.BadSettings, "no such file, or none that an Envoy starts with"), new(ExitCode.Findings, "findings at or above --fail-on")]))
        {
            file, format, failOn, color,
        };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(file)!;
            var source = EnvoySource.Read(around.Directory, name);
            if (source.Fault is { } fault)
            {
                return around.Fail(ExitCode.BadSettings, fault.ToString());
            }

            var findings = EnvoyLint.Judge(source.Root!);
            var style = new ReportStyle(Detail.Full, PreviewCommand.ColorOf(parsed.GetValue(color)!) ?? around.WantsColor(around.IsOutTerminal), around.IsUnicode);
            around.Tell(parsed.GetValue(format) == "json" ? LintJson.Write(name, findings) : Text(name, findings, style));
            var least = Words.SeverityOf(parsed.GetValue(failOn)!);
            return findings.Any(finding => finding.Severity >= least) ? ExitCode.Findings : ExitCode.Fine;
        });
        return command;
    }

    private static ReadOnlyMemory<byte> Text(string name, IReadOnlyList<Finding> findings, ReportStyle style)
    {
        var page = new Canvas(style);
        foreach (var finding in findings)
        {
            var ink = finding.Severity switch { Severity.Error => Ink.Bad, Severity.Warning => Ink.Warning, _ => Ink.Plain };
            page.Write("  ").Write(Words.Of(finding.Severity).PadRight(Column - 2), ink).Line($"[{finding.Rule}]", Ink.Faint);
            page.To(Column).Flow(finding.Message.Split(' '));
            page.To(Column).Flow($"at: {finding.Evidence[0].Path}".Split(' '), Ink.Faint);
            page.To(Column).Flow($"fix: {finding.Fix}".Split(' '), Ink.Faint);
            page.Line();
        }

        page.Line($"{name}: {Count(findings, Severity.Error)}, {Count(findings, Severity.Warning)}, {Count(findings, Severity.Info)}");
        return page.ToUtf8();
    }

    private static string Count(IReadOnlyList<Finding> findings, Severity severity)
    {
        var count = findings.Count(finding => finding.Severity == severity);
        return severity is Severity.Info ? $"{count} info" : $"{count} {Words.Of(severity)}{(count == 1 ? "" : "s")}";
    }
}
