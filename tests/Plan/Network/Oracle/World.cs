using System.Globalization;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>The resources of a plan and nothing else. The oracle shares no code with the proof: it reads them anew.</summary>
internal sealed class World(PlanDocument plan)
{
    private readonly Dictionary<string, PlannedResource> byUrn = plan.Resources.ToDictionary(resource => resource.Urn);
    private readonly ILookup<string, PlannedResource> byType = plan.Resources.ToLookup(resource => resource.Type[(resource.Type.IndexOf(':') + 1)..]);

    private readonly Dictionary<(string, string, string), List<PlannedResource>> users = [];

    /// <summary>All prefixes that any input of any resource names.</summary>
    public IReadOnlyList<Net> Named { get; } = [.. plan.Resources.SelectMany(resource => resource.Inputs.SelectMany(input => In(input.Value))).Distinct()];

    /// <param name="type">Without its package: <c>ec2/vpc:Vpc</c>.</param>
    public IEnumerable<PlannedResource> All(string type) => byType[type];

    /// <summary>What an input comes from, of one type.</summary>
    public PlannedResource? From(PlannedResource? resource, string input, string type) =>
        resource?.PropertyDependencies[input]?.Select(urn => byUrn.GetValueOrDefault(urn)).FirstOrDefault(each => each?.Type.EndsWith(type, StringComparison.Ordinal) == true);

    public IEnumerable<PlannedResource> AllFrom(PlannedResource resource, string input) =>
        (resource.PropertyDependencies[input] ?? []).Select(urn => byUrn.GetValueOrDefault(urn)).OfType<PlannedResource>();

    /// <summary>Those of a type whose input comes from a resource.</summary>
    public List<PlannedResource> Of(PlannedResource? resource, string type, string input)
    {
        var key = (resource?.Urn ?? "", type, input);
        return users.TryGetValue(key, out var found)
            ? found
            : users[key] = [.. byType[type].Where(each => each.PropertyDependencies[input]?.Contains(key.Item1) == true)];
    }

    /// <summary>The table of a hub by which what comes from an attachment is routed.</summary>
    public PlannedResource? TableOf(PlannedResource attachment) =>
        Of(attachment, "ec2transitgateway/routeTableAssociation:RouteTableAssociation", "transitGatewayAttachmentId")
            .Select(each => From(each, "transitGatewayRouteTableId", "RouteTable")).FirstOrDefault();

    /// <summary>The attachments that announce themselves to a table of a hub.</summary>
    public IEnumerable<PlannedResource> Speakers(PlannedResource? table) =>
        Of(table, "ec2transitgateway/routeTablePropagation:RouteTablePropagation", "transitGatewayRouteTableId")
            .SelectMany(each => AllFrom(each, "transitGatewayAttachmentId"));

    public static string? Text(PlanValue? at, params string[] path)
    {
        var found = Down(at, path);
        return found switch
        {
            PlanValue.TextValue text => text.Value,
            PlanValue.NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
            PlanValue.BoolValue truth => truth.Value ? "true" : "false",
            PlanValue.SecretValue secret => "secret " + secret.Ref,
            _ => null,
        };
    }

    public static string? Text(PlannedResource? resource, params string[] path) =>
        resource is null ? null : Text(resource.Inputs[path[0]], path[1..]);

    public static int Number(PlanValue? at, int other, params string[] path) => int.TryParse(Text(at, path), out var number) ? number : other;

    public static IEnumerable<PlanValue> Items(PlannedResource? resource, params string[] path) =>
        resource is not null && Down(resource.Inputs[path[0]], path[1..]) is PlanValue.ListValue list ? list.Items : [];

    public static string Words(PlannedResource resource, params string[] path) => string.Join(',', Items(resource, path).Select(item => Text(item)));

    private static PlanValue? Down(PlanValue? at, string[] path)
    {
        foreach (var step in path)
        {
            at = (at as PlanValue.ObjectValue)?.Members[step];
        }

        return at;
    }

    private static IEnumerable<Net> In(PlanValue value) => value switch
    {
        PlanValue.TextValue { Value: var text } when text.Contains('/', StringComparison.Ordinal) => Net.Of(text) is { } net ? [net] : [],
        PlanValue.ListValue list => list.Items.SelectMany(In),
        PlanValue.ObjectValue map => map.Members.SelectMany(member => In(member.Value)),
        _ => [],
    };
}
