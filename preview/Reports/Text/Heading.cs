using System.Reflection;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Preview.Reports.Markdown;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What was looked at, and the verdict.</summary>
internal static class Heading
{
    public static void Write(Canvas page, PlanDocument plan)
    {
        page.Write($"{plan.Stack.Project} · {plan.Stack.Name}", Ink.Strong)
            .Line($"   {Occasion(plan)}, previewed offline ({Flavour()} SDK)", Ink.Faint)
            .Line();
        if (plan.Base is not null)
        {
            var verdict = PlanVerdict.Of(plan);
            var ink = verdict.Word switch { VerdictWord.Stop => Ink.Bad, VerdictWord.Look => Ink.Warning, _ => Ink.Good };
            page.Write("  ").Write($"{VerdictLine.Word(verdict.Word)}:", ink).Write(" ").Flow(verdict.Why.Split(' '));
        }

        Verdict(page, plan);
        page.Line().Line();
    }

    private static void Verdict(Canvas page, PlanDocument plan)
    {
        page.Write("  ");
        if (plan.Base is null)
        {
            First(page, plan);
        }
        else
        {
            Compared(page, plan);
        }

        var (errors, warnings, infos, suppressed) = FindingList.Count(plan);
        var pieces = new List<string>();
        Add(errors, "error");
        Add(warnings, "warning");
        Add(infos, "remark");
        if (pieces.Count == 0)
        {
            pieces.Add("no findings");
        }

        page.Write(string.Join(", ", pieces), errors > 0 ? Ink.Bad : warnings > 0 ? Ink.Warning : infos > 0 ? Ink.Plain : Ink.Good);
        if (suppressed > 0)
        {
            page.Write($", {suppressed} waived", Ink.Faint);
        }

        void Add(int count, string noun)
        {
            if (count > 0)
            {
                pieces.Add(Signs.Plural(count, noun));
            }
        }
    }

    /// <summary>What the plan is a plan of.</summary>
    public static string Occasion(PlanDocument plan) =>
        plan.Base is { } basis ? $"compared with {BaseWords.Of(basis)}" : "first deployment";

    private static void First(Canvas page, PlanDocument plan)
    {
        foreach (var (word, count) in plan.Summary.Changes)
        {
            page.Write($"{Signs.Of(word)}{count:#,0} to {word}", Ink.Good).Write(" │ ", Ink.Faint);
        }

        if (plan.Changes.Count == 0)
        {
            page.Write("nothing to do").Write(" │ ", Ink.Faint);
        }

        foreach (var (package, count) in plan.Summary.Packages)
        {
            page.Write($"{package} {count}").Write(" │ ", Ink.Faint);
        }
    }

    /// <summary>As <c>+2 ~1 ±1 -1 =114</c>; what is imported or read counts as made, what is renamed as the same.</summary>
    private static void Compared(Canvas page, PlanDocument plan)
    {
        if (plan.Changes.Count == 0)
        {
            page.Write("no changes", Ink.Good).Write(" ");
        }

        var counts = plan.Summary.Changes;
        Add(Operation.Create, Ink.Good, counts["create"] + counts["import"] + counts["read"]);
        Add(Operation.Update, Ink.Warning, counts["update"]);
        Add(Operation.Replace, Ink.Bad, counts["replace"]);
        Add(Operation.Delete, Ink.Bad, counts["delete"]);
        page.Write($"={counts[PlanSummary.Same] + counts["rename"]}").Write(" │ ", Ink.Faint);
        Tell(counts["rename"], "renamed", Ink.Plain);
        Tell(plan.Changes.Count(c => c.MayReplace), "in doubt", Ink.Bad);
        Tell(plan.Changes.Count(c => c.IsRefused), "refused", Ink.Bad);

        void Add(Operation operation, Ink ink, int count)
        {
            if (count > 0)
            {
                page.Write($"{Signs.Of(operation, page.IsUnicode)}{count}", ink).Write(" ");
            }
        }

        void Tell(int count, string word, Ink ink)
        {
            if (count > 0)
            {
                page.Write($"{count} {word}", ink).Write(" │ ", Ink.Faint);
            }
        }
    }

    /// <summary>Which of the two sets of packages the program was compiled against.</summary>
    public static string Flavour()
    {
        foreach (var data in typeof(Heading).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (data.Key == "PulumiSdk")
            {
                return data.Value!;
            }
        }

        return "unknown";
    }

    /// <summary>The option by which a build takes the same one.</summary>
    public static string FlavourOption() => $"-p:PulumiSdk={Flavour()}";
}
