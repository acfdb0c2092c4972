using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Changes one resource of a plan, drawn at random among those of a type.</summary>
internal static class Alter
{
    public static PlanDocument Swap(PlanDocument plan, Random random, string type, string path)
    {
        var all = plan.Resources.Where(resource => resource.Type == type).ToArray();
        random.Shuffle(all);
        var (one, other) = (all[0], all[1]);
        return With(plan, resource =>
            resource == one ? Put(one, path, other.Inputs[path]!)
            : resource == other ? Put(other, path, one.Inputs[path]!)
            : resource);
    }

    public static PlannedResource Put(PlannedResource resource, string path, PlanValue value) =>
        resource with { Inputs = new([.. resource.Inputs.Where(input => input.Key != path), new(path, value)]) };

    public static PlanDocument Set(PlanDocument plan, Random random, string type, string path, string json)
    {
        var one = Any(plan, random, type);
        return With(plan, resource => resource == one ? resource.With(path, json) : resource);
    }

    public static PlanDocument Drop(PlanDocument plan, Random random, string type)
    {
        var one = Any(plan, random, type);
        return Of(plan, plan.Resources.Where(resource => resource != one));
    }

    public static PlannedResource Any(PlanDocument plan, Random random, string type)
    {
        var all = plan.Resources.Where(resource => resource.Type == type).ToList();
        return all[random.Next(all.Count)];
    }

    public static PlanDocument With(PlanDocument plan, Func<PlannedResource, PlannedResource> change) => Of(plan, plan.Resources.Select(change));

    public static PlanDocument Of(PlanDocument plan, IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, resources, [], plan.Outputs);

    /// <summary>Takes the value anew from the resource that is changed; null leaves it out.</summary>
    public static PlanDocument Set(PlanDocument plan, Random random, string type, string path, Func<PlannedResource, string?> json)
    {
        var one = Any(plan, random, type);
        return With(plan, resource => resource == one ? resource.With(path, json(one)) : resource);
    }

    public static PlanDocument Lead(PlanDocument plan, Random random, string type, string property, string to)
    {
        var (one, other) = (Any(plan, random, type), Any(plan, random, to));
        return With(plan, resource => resource == one ? resource.Referring(property, other.Urn) : resource);
    }

    /// <summary>Leaves out one of those of a type that come from another type.</summary>
    public static PlanDocument Drop(PlanDocument plan, Random random, string type, string source)
    {
        var all = plan.Resources.Where(resource => resource.Type == type && IsFrom(resource, source)).ToList();
        var one = all[random.Next(all.Count)];
        return Of(plan, plan.Resources.Where(resource => resource != one));
    }

    private static bool IsFrom(PlannedResource resource, string type) =>
        resource.PropertyDependencies.Any(each => each.Value.Any(urn => urn.Contains($"::{type}::", StringComparison.Ordinal)));
}
