using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Timeline;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>One preview, from the stack's name to the exit code.</summary>
internal sealed class PreviewRun(Surroundings around, ProgramLoader load)
{
    private const string Debug = "PREVIEW_DEBUG";

    private static readonly string[] NeverConsulted =
        ["live state", "permissions", "provider defaults and checks", "quotas"];

    public async Task<int> RunAsync(PreviewRequest request)
    {
        try
        {
            return await TryAsync(request);
        }
        catch (Exception fault) when (string.IsNullOrEmpty(around.Variable(Debug)))
        {
            return Fail(ExitCode.Internal, $"the preview itself failed: {fault.GetType().FullName}: {fault.Message}; set {Debug}=1 to see where");
        }
    }

    private async Task<int> TryAsync(PreviewRequest request)
    {
        var from = Path.GetFullPath(request.Project ?? ".", around.Directory);
        if (ProjectFolder.Above(from) is not { } root)
        {
            return Fail(ExitCode.BadSettings, $"there is no {ProjectFolder.File} in {from} or above it; run this inside the project, or pass --project");
        }

        var loaded = load(root, request.Stack);
        if (loaded.Program is null)
        {
            return Fail(ExitCode.BadSettings, loaded.Faults);
        }

        var (basis, unreadable) = BasePlan.Read(request.Base, loaded.Program, around.Directory);
        if (unreadable is not null)
        {
            return Fail(ExitCode.BadSettings, unreadable);
        }

        PlanDocument plan;
        try
        {
            using var progress = new Progress(around, $"previewing {request.Stack} ...");
            plan = await PlanAsync(loaded, request);
        }
        catch (ProgramFailedException failure)
        {
            return Fail(ExitCode.ProgramFailed, failure.Messages);
        }

        plan = basis is null ? plan : PlanComparison.Of(basis, plan);
        plan = request.IsProofAlone ? ProofReport.Alone(plan) : plan;
        if (Told(plan, request) is { } problem)
        {
            return Fail(ExitCode.BadSettings, problem);
        }

        foreach (var finding in plan.Findings)
        {
            if (finding.Suppressed is null && finding.Severity >= request.FailOn)
            {
                return ExitCode.Findings;
            }
        }

        return request.ExpectsNoChanges && plan.Changes.Count > 0 ? ExitCode.Changes : ExitCode.Fine;
    }

    private async Task<PlanDocument> PlanAsync(LoadedProgram loaded, PreviewRequest request)
    {
        var program = loaded.Program!;
        var evaluation = await Evaluator.RunAsync(program, withSources: request.Report.TellsSources(request.Detail));
        var network = NetworkProof.Of(evaluation.Resources, evaluation.Outputs);
        return PlanDocument.OfFirstUpdate(
            new(program.Project, program.Stack),
            new(SurvivesUnknownOutputs: true, Sequence.Sorted([.. NeverConsulted, .. loaded.NotConsulted])),
            evaluation.Resources,
            [.. evaluation.Findings, .. NetworkFindings.Of(network), .. Suppression.Apply(AllRules.Judge(evaluation.Resources, around.Today), loaded.Suppressions, around.Today)],
            evaluation.Outputs) with
        {
            Network = network,
            Cost = CostEstimate.Of(evaluation.Resources),
            Timeline = CreationTimeline.Of(evaluation.Resources),
        };
    }

    /// <summary>Writes the report.</summary>
    /// <returns>Null, or why it could not be written.</returns>
    private string? Told(PlanDocument plan, PreviewRequest request)
    {
        var toTerminal = request.Out is null && around.IsOutTerminal;
        var style = new ReportStyle(
            request.Detail,
            request.Color ?? around.WantsColor(toTerminal),
            IsUnicode: request.Out is not null || around.IsUnicode);
        var report = request.Report.Render(plan, style).Span;
        if (request.Out is null)
        {
            try
            {
                around.Out.Write(report);
                around.Out.Flush();
            }
            catch (IOException)
            {
                // The reader has seen enough and closed the pipe: `preview dev | head`.
            }

            return null;
        }

        var path = Path.GetFullPath(request.Out, around.Directory);
        if (!Directory.Exists(Path.GetDirectoryName(path)) || Directory.Exists(path))
        {
            return $"--out: must name a file in a folder that exists; got {request.Out}";
        }

        try
        {
            AtomicFile.Write(path, report);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"--out: {request.Out} cannot be written; {problem.Message.TrimEnd('.')}";
        }
    }

    private int Fail(int code, params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            around.Error.WriteLine(message);
        }

        around.Error.Flush();
        return code;
    }
}
