using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Text;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>What becomes of a service's policy, for people.</summary>
internal static class ExplainPage
{
    private const int Margin = 2;
    private const int Column = 12;

    public static ReadOnlyMemory<byte> Render(StackIdentity stack, Explanation told, ReportStyle style)
    {
        var page = new Canvas(style);
        page.Write($"{stack.Project} · {stack.Name} · {told.Service}", Ink.Strong)
            .Line($"   {Word(told.Kind)} in {string.Join(", ", told.Sites)}", Ink.Faint);
        foreach (var element in told.Elements)
        {
            page.Line().Write($"{element.Element.Title}: ", Ink.Strong);
            page.Flow(element.Demanded.Split(' '), Ink.Strong);
            foreach (var field in element.Fields)
            {
                page.To(Margin).Write(Word(field.Kind)).To(Column);
                Write(page, field, told.Service);
            }
        }

        return page.ToUtf8();
    }

    private static void Write(Canvas page, ExplainedField told, ServiceName service)
    {
        if (told.Field.Path is not { } path)
        {
            page.Line("has no field for it");
        }
        else if (told.Found.IsEmpty)
        {
            page.Flow($"{told.Field.Carrier} {FieldPath.For(path, service)}, not in this plan".Split(' '), Ink.Faint);
        }

        foreach (var same in told.Found.GroupBy(found => (found.Object, found.Path, found.Value)))
        {
            page.To(Column).Flow($"{same.Key.Object} in {string.Join(", ", same.Select(found => found.Site).Distinct(StringComparer.Ordinal))}".Split(' '));
            page.To(Column + Margin).Flow($"{same.Key.Path} = {same.Key.Value}".Split(' '));
        }

        page.To(Column).Flow($"without it: {told.Field.Otherwise}".Split(' '), Ink.Faint);
        if (told.Assumption is { } assumption)
        {
            page.To(Column).Flow($"taken for true: {assumption.Says.TrimEnd('.')}".Split(' '), Ink.Faint);
        }
    }

    private static string Word(PolicyTargets kind) => kind switch
    {
        PolicyTargets.Istio => "Istio",
        PolicyTargets.AppMesh => "App Mesh",
        _ => "Envoy",
    };
}
