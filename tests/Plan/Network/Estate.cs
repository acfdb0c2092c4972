using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Plans of sites joined by HA VPN, by the official types, with nothing wrong in them.</summary>
internal static class Estate
{
    /// <param name="aws">How many sites on AWS.</param>
    /// <param name="google">How many on Google Cloud.</param>
    /// <param name="isMesh">Whether each is joined with each; else number n of one cloud with number n of the other.</param>
    /// <param name="mbps">What is demanded of every link.</param>
    public static PlanDocument Of(int aws = 1, int google = 1, bool isMesh = true, int mbps = 500)
    {
        var plan = new PlanBuilder();
        var vpcs = Enumerable.Range(0, aws).Select(index => new AwsEstate(plan, index)).ToList();
        var networks = Enumerable.Range(0, google).Select(index => new GoogleEstate(plan, index)).ToList();
        var told = new List<string>();
        for (var a = 0; a < aws; a++)
        {
            for (var g = 0; g < google; g++)
            {
                if (isMesh || a == g)
                {
                    LinkEstate.Join(plan, vpcs[a], networks[g], (a * google) + g);
                    told.Add($$""" "link{{a}}-{{g}}": { "sites": "{{vpcs[a].Site}}, {{networks[g].Site}}", "demandedMbps": "{{mbps}}", "packetBytes": "1350" } """);
                }
            }
        }

        return plan.Plan(PlanBuilder.Map($$"""{ "links": { {{string.Join(',', told)}} } }"""));
    }
}
