using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>What was found, a line each, and what to do below what is not as it should be.</summary>
internal static class DoctorPage
{
    private const int Subject = 9;
    private const int Found = 26;

    public static ReadOnlyMemory<byte> Render(IReadOnlyList<Diagnosis> all, ReportStyle style)
    {
        var page = new Canvas(style);
        foreach (var each in all)
        {
            var (word, ink) = each.Health switch
            {
                Health.Fault => ("fault", Ink.Bad),
                Health.Warning => ("warning", Ink.Warning),
                _ => ("ok", Ink.Good),
            };
            page.Write(word, ink).To(Subject).Write(each.Subject).To(Found).Flow(each.Found.Split(' '));
            if (each.Cure is { } cure)
            {
                page.To(Found).Flow($"do: {cure}".Split(' '), Ink.Faint);
            }
        }

        var (faults, warnings) = (Count(all, Health.Fault), Count(all, Health.Warning));
        page.Line();
        page.Line($"{Signs.Plural(faults, "fault")}, {Signs.Plural(warnings, "warning")}", faults > 0 ? Ink.Bad : warnings > 0 ? Ink.Warning : Ink.Good);
        return page.ToUtf8();
    }

    private static int Count(IReadOnlyList<Diagnosis> all, Health health) => all.Count(each => each.Health == health);
}
