using System.Reflection;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What was looked at, and the verdict.</summary>
internal static class Heading
{
    public static void Write(Canvas page, PlanDocument plan)
    {
        page.Write($"{plan.Stack.Project} · {plan.Stack.Name}", Ink.Strong)
            .Line($"   first deployment, previewed offline ({Flavour()} SDK)", Ink.Faint)
            .Line();
        Verdict(page, plan);
        page.Line().Line();
    }

    private static void Verdict(Canvas page, PlanDocument plan)
    {
        page.Write("  ");
        foreach (var (word, count) in plan.Summary.Changes)
        {
            page.Write($"{Signs.Of(word)}{count} to {word}", Ink.Good).Write(" │ ", Ink.Faint);
        }

        if (plan.Changes.Count == 0)
        {
            page.Write("nothing to do").Write(" │ ", Ink.Faint);
        }

        foreach (var (package, count) in plan.Summary.Packages)
        {
            page.Write($"{package} {count}").Write(" │ ", Ink.Faint);
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

    /// <summary>Which of the two sets of packages the program was compiled against.</summary>
    private static string Flavour()
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
}
