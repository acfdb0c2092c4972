namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>Ports 22, 3389 and 80, and all ports at once, are what scanners try first; nothing that is made here needs them open.</summary>
public sealed class FirewallOpenIngress() : Rule(new()
{
    Id = "google-open-ingress",
    Title = "No firewall rule lets the internet in to administration ports",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "name the source ranges that need it, or reach the machine through Identity-Aware Proxy",
    References = ["checkov@3.3:CKV_GCP_2", "checkov@3.3:CKV_GCP_3", "checkov@3.3:CKV_GCP_106"],
})
{
    private static readonly int[] Ports = [22, 80, 3389];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var rule in plan.Of(Types.Firewall))
        {
            if (rule.Text("direction") == "EGRESS" || rule.Is("disabled", true))
            {
                continue;
            }

            var world = rule.Items("sourceRanges").FirstOrDefault(path => rule.Text(path) is "0.0.0.0/0" or "::/0");
            if (world is null)
            {
                continue;
            }

            foreach (var allowed in rule.Items("allows"))
            {
                if (Opened(rule, allowed) is { Length: > 0 } ports)
                {
                    yield return Found(rule, $"lets the whole internet in on {ports}", world, allowed);
                }
            }
        }
    }

    private static string Opened(PlannedResource rule, string allowed)
    {
        if (rule.Text($"{allowed}.protocol") is not ("tcp" or "6" or "all"))
        {
            return "";
        }

        if (rule.IsEmpty($"{allowed}.ports"))
        {
            return "every port";
        }

        var ranges = rule.Items($"{allowed}.ports").Select(path => Range(rule.Text(path) ?? "")).ToList();
        var open = Ports.Where(port => ranges.Exists(range => range.From <= port && port <= range.To)).ToList();
        return open.Count == 0 ? "" : "port " + string.Join(", ", open);
    }

    private static (int From, int To) Range(string text)
    {
        var ends = text.Split('-');
        return int.TryParse(ends[0], out var from) && int.TryParse(ends[^1], out var to) ? (from, to) : (-1, -1);
    }
}
