using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.State;
using CrossCloudMesh.Plan.Timeline;
using CrossCloudMesh.Preview.Commands.Bases;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Preview.Reports;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>One preview, from the stack's name to the exit code.</summary>
internal sealed class PreviewRun(Surroundings around, ProgramLoader load)
{
    private static readonly string[] NeverConsulted =
        ["live state", "permissions", "provider defaults and checks", "quotas"];

    public Task<int> RunAsync(PreviewRequest request) =>
        new StackRun(around, load).RunAsync(request.Project, request.Stack, loaded => TryAsync(loaded, request));

    /// <summary>What no preview asks, and what this stack would take from elsewhere.</summary>
    public static Sequence<string> NotConsulted(LoadedProgram loaded) => Sequence.Sorted([.. NeverConsulted, .. loaded.NotConsulted]);

    /// <summary>The plan of a stack of which nothing is there yet, and no more: no findings, no proof, no cost.</summary>
    public static async Task<PlanDocument> FirstUpdateAsync(LoadedProgram loaded)
    {
        var program = loaded.Program!;
        var evaluation = await Evaluator.RunAsync(program);
        return PlanDocument.OfFirstUpdate(
            new(program.Project, program.Stack),
            new(SurvivesUnknownOutputs: true, NotConsulted(loaded)),
            evaluation.Resources,
            [],
            evaluation.Outputs);
    }

    /// <summary>The same with all that can be said of it.</summary>
    /// <param name="loaded">The program and its settings.</param>
    /// <param name="today">By which versions, waivers and prices are judged.</param>
    /// <param name="withSources">Whether each resource tells the line that makes it.</param>
    /// <param name="state">What is deployed, whose ids and outputs resources have; null where nothing is.</param>
    public static async Task<PlanDocument> AnalysedAsync(LoadedProgram loaded, DateOnly today, bool withSources = false, StateDocument? state = null)
    {
        var program = loaded.Program!;
        var evaluation = await Evaluator.RunAsync(program, withSources, new() { Memory = state is null ? null : new StateMemory(state).Fill });
        var matrix = CertificateMatrix.Of(new(evaluation.Resources));
        var proof = NetworkProof.Of(evaluation.Resources, evaluation.Outputs);
        var cost = CostEstimate.Of(evaluation.Resources, evaluation.Outputs, loaded.Use);
        return PlanDocument.OfFirstUpdate(
            new(program.Project, program.Stack),
            new(SurvivesUnknownOutputs: true, NotConsulted(loaded)),
            evaluation.Resources,
            [.. evaluation.Findings, .. NetworkFindings.Of(proof), .. Suppression.Apply(AllRules.Judge(evaluation.Resources, today, evaluation.Outputs), loaded.Suppressions, today)],
            evaluation.Outputs) with
        {
            Network = proof,
            Certificates = matrix.HasBridge ? matrix : null,
            Cost = cost with { Old = OldPrices.On(today, cost) },
            Timeline = CreationTimeline.Of(evaluation.Resources),
        };
    }

    private async Task<int> TryAsync(LoadedProgram loaded, PreviewRequest request)
    {
        var root = ProjectFolder.Above(Path.GetFullPath(request.Project ?? ".", around.Directory))!;
        var basis = await new BaseFinder(around, load).FindAsync(request.Base, root, new(loaded.Program!.Project, loaded.Program.Stack));
        if (basis.Problems.Count > 0)
        {
            return around.Fail(ExitCode.BadSettings, basis.Problems);
        }

        var (state, noState) = request.State is { } named ? StateFile.Read(named, around.Directory, new(loaded.Program.Project, loaded.Program.Stack)) : default;
        if (noState is not null)
        {
            return around.Fail(ExitCode.BadSettings, noState);
        }

        PlanDocument plan;
        using (new Progress(around, $"previewing {request.Stack} ..."))
        {
            plan = await AnalysedAsync(loaded, around.Today, request.Report.TellsSources(request.Detail), state);
        }

        plan = state is not null ? PlanComparison.Of(state, plan, request.State!)
            : basis.Plan is not null ? PlanComparison.Of(basis.Plan, plan, basis.Source)
            : plan;
        var code = CodeOf(plan, request);
        return Told(plan, request, new(around.Today, code, loaded.StackFile, around.Pages)) is { } problem
            ? around.Fail(ExitCode.BadSettings, problem)
            : code;
    }

    private static int CodeOf(PlanDocument plan, PreviewRequest request)
    {
        foreach (var finding in plan.Findings)
        {
            if (finding.Suppressed is null && finding.Severity >= request.FailOn)
            {
                return ExitCode.Findings;
            }
        }

        return request.ExpectsNoChanges && (plan.Changes.Count > 0 || plan.Base?.State?.IsAtRest == false) ? ExitCode.Changes : ExitCode.Fine;
    }

    /// <summary>Writes the report.</summary>
    /// <returns>Null, or why it could not be written.</returns>
    private string? Told(PlanDocument plan, PreviewRequest request, ReportOccasion occasion)
    {
        var toTerminal = request.Out is null && around.IsOutTerminal;
        var style = new ReportStyle(
            request.Detail,
            request.Color ?? around.WantsColor(toTerminal),
            IsUnicode: request.Out is not null || around.IsUnicode)
        {
            Occasion = occasion,
        };
        var report = request.Report.Render(plan, style);
        if (request.Out is null)
        {
            around.Tell(report);
            return null;
        }

        return OutFile.Write(around, request.Out, report.Span);
    }
}
