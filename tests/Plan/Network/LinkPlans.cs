using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Plan.Network.Estates;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Plans of links of every kind with nothing wrong in them, one thing broken in them, and what the rules about links say of it.</summary>
internal static class LinkPlans
{
    private static readonly string[] Drawn = ["generatedActivationKey", "pairingKey"];

    /// <summary>A site on each cloud, joined so, with HA VPN behind it.</summary>
    public static PlanDocument Joined(string primary, int connections = 2, string? backup = "haVpn") =>
        Of(new Shape { Links = [new(0, 0, primary, backup, connections)] });

    /// <summary>The same with a data centre at the hub, which passes through where that is said.</summary>
    public static PlanDocument WithCentre(bool passes) =>
        Of(new Shape { Links = [new(0, 0, "haVpn", null)], DataCentres = [new(0, passes ? [0] : [])] });

    /// <summary>What the estates leave out: regions, and what is secret.</summary>
    public static PlanDocument Of(Shape shape)
    {
        var plan = shape.Plan();
        return With(plan, plan.Resources.Select(resource => resource.Type switch
        {
            "aws:ec2transitgateway/transitGateway:TransitGateway" => resource.With("region", "\"us-east-1\""),
            "gcp:compute/interconnect:Interconnect" => resource.With("remoteLocation", "\"aws-eqdc2\""),
            "gcp:networkconnectivity/transport:Transport" => Keeping(resource.With("project", "\"mesh\"")),
            "gcp:compute/interconnectAttachment:InterconnectAttachment" => Keeping(resource),
            _ => resource,
        }));
    }

    public static PlanDocument Change(PlanDocument plan, string type, string name, Func<PlannedResource, PlannedResource> change)
    {
        var one = plan.Resources.First(resource => resource.Type == type && resource.Name.EndsWith(name, StringComparison.Ordinal));
        return With(plan, plan.Resources.Select(resource => ReferenceEquals(resource, one) ? change(one) : resource));
    }

    public static PlanDocument Set(PlanDocument plan, string type, string name, string path, string? json) =>
        Change(plan, type, name, resource => resource.With(path, json));

    public static PlanDocument Put(PlanDocument plan, string type, string input, PlanValue value) => Change(
        plan, type, "", resource => resource with { Inputs = new([.. resource.Inputs.Where(each => each.Key != input), new(input, value)]) });

    public static PlanDocument Without(PlanDocument plan, string type, string name) =>
        With(plan, plan.Resources.Where(resource => resource.Type != type || !resource.Name.EndsWith(name, StringComparison.Ordinal)));

    public static PlanDocument Plus(PlanDocument plan, Action<PlanBuilder> add)
    {
        var builder = new PlanBuilder();
        add(builder);
        return With(plan, plan.Resources.Concat(builder.Plan().Resources));
    }

    public static string Urn(PlanDocument plan, string type, string name) =>
        plan.Resources.First(resource => resource.Type == type && resource.Name.EndsWith(name, StringComparison.Ordinal)).Urn;

    /// <summary>What a rule finds, as <c>name: message</c> in ordinal order.</summary>
    public static IEnumerable<string> Found<TRule>(PlanDocument plan)
        where TRule : Rule, new() => All(plan).Where(finding => finding.Rule == new TRule().About.Id).Select(Told).Order(StringComparer.Ordinal);

    /// <summary>What all rules about links find.</summary>
    public static IEnumerable<Finding> All(PlanDocument plan) =>
        AllRules.Judge(plan.Resources, new DateOnly(2026, 11, 21), plan.Outputs).Where(finding => finding.Rule.StartsWith("link-", StringComparison.Ordinal));

    public static string Told(Finding finding) => $"{finding.Urn![(finding.Urn!.LastIndexOf("::", StringComparison.Ordinal) + 2)..]}: {finding.Message}";

    private static PlannedResource Keeping(PlannedResource resource) =>
        resource with { Options = resource.Options with { AdditionalSecretOutputs = Sequence.Sorted(Drawn) } };

    private static PlanDocument With(PlanDocument plan, IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs);
}
