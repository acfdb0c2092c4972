using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>The proof alone and in full: findings about links, every pair of sites, and what the proof leaves out.</summary>
internal sealed class ProofReport : IReport
{
    private const string Links = "link-";

    private static readonly string[] NotProven =
    [
        "a whole region, gateway or router lost",
        "both halves of one redundancy lost at once",
        "what the clouds themselves get wrong",
        "loss that leaves BGP up",
    ];

    /// <summary>The plan with no findings but those about links.</summary>
    public static PlanDocument Alone(PlanDocument plan) => plan with
    {
        Findings = Sequence.Create<Finding>([.. plan.Findings.Where(finding => finding.Rule.StartsWith(Links, StringComparison.Ordinal))]),
    };

    public bool TellsSources(Detail detail) => false;

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style)
    {
        var page = new Canvas(style);
        page.Line($"{plan.Stack.Project}  {plan.Stack.Name}").Line();
        FindingList.Write(page, plan, Detail.Full);
        if (plan.Network is null)
        {
            return page.Line("  no sites are linked").ToUtf8();
        }

        NetworkSection.Write(page, plan, Detail.Full);
        page.Line($"  {plan.Network.Domains} things may fail by themselves; {plan.Network.NotIndependent:#,0} pairs of them are two parts of one redundancy");
        page.Write("  not proven: ").Flow(string.Join("; ", NotProven).Split(' '));
        return page.ToUtf8();
    }
}
