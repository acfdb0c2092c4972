using CrossCloudMesh.Plan.Migration;
using CrossCloudMesh.Preview.Migration;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The move of a stack from App Mesh to Istio, for people: whether all stays as it is first, then what is done, then what changes.</summary>
internal static class MigrationPage
{
    private const int Margin = 2;
    private const int Column = 14;
    private const int Indent = 4;
    private const int Numbers = 10;

    /// <summary>The part of which all has been told by then.</summary>
    private const string Mesh = "mesh";

    private static readonly (ObjectFate Fate, string Word)[] Fates =
        [(ObjectFate.Lost, "lost"), (ObjectFate.Goes, "go"), (ObjectFate.Comes, "come"), (ObjectFate.Changes, "change"), (ObjectFate.Stays, "stay")];

    public static ReadOnlyMemory<byte> Render(MigrationReport report, ReportStyle style)
    {
        var page = new Canvas(style);
        page.Write($"{report.Stack.Project} · {report.Stack.Name}", Ink.Strong).Line($"   from App Mesh to Istio in {string.Join(", ", report.Sites)}", Ink.Faint).Line();
        Verdict(page, report);
        Same(page, report);
        Objects(page, report.Objects);
        page.Line().To(Margin).Line("steps", Ink.Faint);
        foreach (var (index, step) in report.Steps.Index())
        {
            Step(page, index + 1, step);
        }

        page.Line().To(Margin).Line("settings", Ink.Faint).Line();
        foreach (var line in report.Change.Diff.TrimEnd('\n').Split('\n'))
        {
            page.Line(line, line.StartsWith('-') && !line.StartsWith("---", StringComparison.Ordinal) ? Ink.Bad : Ink.Plain);
        }

        return page.ToUtf8();
    }

    private static void Verdict(Canvas page, MigrationReport report)
    {
        page.To(Margin);
        if (report.IsSame)
        {
            page.Line("behaviour is unchanged, in all that both kinds of mesh can do", Ink.Good).Line();
            return;
        }

        page.Line(Signs.Plural(report.Differences.Count, "difference"), Ink.Bad);
        foreach (var difference in report.Differences)
        {
            page.To(Indent).Flow(difference.Split(' '), Ink.Bad);
        }

        page.Line();
    }

    private static void Same(Canvas page, MigrationReport report)
    {
        page.To(Margin).Write("services", Ink.Faint).To(Column).Flow($"{report.Services} read back from both plans, and compared element by element".Split(' '));
        page.To(Margin).Write("calls", Ink.Faint).To(Column)
            .Flow($"{report.Calls.Calls.Count} may be made before, by what objects say{(report.Calls.OverBridge.Count == 0 ? "" : $", {report.Calls.OverBridge.Count} of them over a bridge, which goes")}".Split(' '));
        foreach (var call in report.Calls.Calls)
        {
            page.To(Column + Margin).Line($"{Caller(call)} calls {Callee(call)}{(report.Calls.OverBridge.Contains(call) ? ", over the bridge" : "")}", Ink.Faint);
        }

        if (report.Calls.OverBridge.Count > 0)
        {
            page.To(Column).Flow("without the bridge the service sees who calls, and not a gateway, and pods that fail are left out one by one".Split(' '));
        }

        page.To(Margin).Write("networks", Ink.Faint).To(Column).Flow((report.Network is { } network
            ? $"{Signs.Plural(network.Pairs.Count, "pair")} of sites, {NetworkChanges.PropertyCount} properties each, held against {network.FailureSets:N0} sets of failures before and after"
            : "no two sites are joined").Split(' '));
    }

    /// <summary>Namespace and account of an identity.</summary>
    private static string Caller(Call call) => call.Caller.Split('/') is [.., "ns", var place, "sa", var account] ? $"{place}/{account}" : call.Caller;

    /// <summary>Namespace and name of a host.</summary>
    private static string Callee(Call call) => call.Host.Split('.') is [var name, var place, "svc", ..] ? $"{place}/{name}" : call.Host;

    private static void Objects(Canvas page, ObjectChanges changes)
    {
        foreach (var site in changes.Objects.GroupBy(each => each.Site, StringComparer.Ordinal))
        {
            page.Line().To(Margin).Write(site.Key, Ink.Strong)
                .Line("   " + string.Join(", ", Fates.Select(fate => (fate.Word, Count: site.Count(each => each.Fate == fate.Fate))).Where(fate => fate.Count > 0).Select(fate => $"{fate.Count} {fate.Word}")), Ink.Faint);
            foreach (var (fate, word) in Fates.Where(fate => fate.Fate != ObjectFate.Stays))
            {
                foreach (var (kind, index) in site.Where(each => each.Fate == fate).GroupBy(each => each.Kind, StringComparer.Ordinal).Select((kind, index) => (kind, index)))
                {
                    page.To(Margin).Write(index == 0 ? word : "", fate == ObjectFate.Lost ? Ink.Bad : Ink.Faint).To(Column).Flow($"{kind.Key}: {string.Join(", ", kind.Select(each => each.Name))}".Split(' '));
                }
            }
        }

        page.Line().To(Margin).Line("untouched of all that there is", Ink.Faint);
        foreach (var part in changes.Parts)
        {
            page.To(Margin).Write(part.Part).To(Column + Margin).Write($"{part.Untouched} of {part.Before}".PadLeft(Numbers));
            if (part.Part == Mesh || part.Touched.Count == 0)
            {
                page.Line();
            }
            else
            {
                page.To(Column + Margin + Numbers + Margin).Flow($"not {string.Join(", ", part.Touched)}".Split(' '), Ink.Faint);
            }
        }
    }

    private static void Step(Canvas page, int number, MigrationStep step)
    {
        page.Line().To(Margin).Write($"{number,2}. ").Line(step.Title, Ink.Strong);
        foreach (var said in step.Says)
        {
            page.To(Margin + Indent).Flow(said.Split(' '));
        }

        // What is typed stays in one line, so that it can be copied.
        foreach (var command in step.Commands)
        {
            page.To(Margin + Indent + Margin).Line(command, Ink.Good);
        }

        page.To(Margin + Indent).Flow($"then: {step.Before}".Split(' '), Ink.Faint);
    }
}
