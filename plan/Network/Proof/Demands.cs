using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Finds out what a plan demands of its links.</summary>
/// <remarks>
/// The stack says it in its output <c>links</c>. A data centre is to reach its site on AWS, and by the links that it names also the sites on
/// Google Cloud behind them. Without that output, what is joined by anything, or was meant to be, must be joined whatever fails.
/// </remarks>
internal static class Demands
{
    public static IReadOnlyList<Demand> Of(NetworkModel model, SortedMap<PlanValue> outputs)
    {
        if (StatedLink.Read(outputs) is not { } links)
        {
            return Joined(model);
        }

        StatedRates.Tell(model, links);
        var places = DataCentres.Of(model, links).ToDictionary(each => each.Site, each => (Place)each, StringComparer.Ordinal);
        foreach (var network in model.GoogleNetworks)
        {
            places.TryAdd(network.Site, new GooglePlace(network));
        }

        foreach (var vpc in model.Vpcs)
        {
            places.TryAdd(vpc.Site, new VpcPlace(vpc));
        }

        var lines = model.Lines.Select(line => StatedLink.Of(links, line)).OfType<StatedLink>().ToHashSet();
        return [.. links.SelectMany(link => Of(link, links, places)).Select(each => each.Demand with { HasLine = lines.Contains(each.Taken) })];
    }

    private static IEnumerable<(Demand Demand, StatedLink Taken)> Of(StatedLink link, List<StatedLink> links, Dictionary<string, Place> places)
    {
        if (!places.TryGetValue(link.Sites[0], out var one) || !places.TryGetValue(link.Sites[1], out var other))
        {
            yield break;
        }

        yield return (Between(one, other, link, link), link);
        var centre = one as CentrePlace ?? other as CentrePlace;
        foreach (var passed in centre is null ? [] : links.Where(each => link.Through.Contains(each.Key)))
        {
            foreach (var beyond in passed.Sites.Select(site => places.GetValueOrDefault(site)).OfType<GooglePlace>())
            {
                yield return (Between(centre!, beyond, link, passed), passed);
            }
        }
    }

    /// <param name="one">The one site.</param>
    /// <param name="other">The other.</param>
    /// <param name="asked">The link that says how much must pass.</param>
    /// <param name="taken">The link that says what carries it.</param>
    private static Demand Between(Place one, Place other, StatedLink asked, StatedLink taken)
    {
        var isOther = other is VpcPlace && one is not VpcPlace;
        return new(isOther ? other : one, isOther ? one : other, asked.Mbps, asked.PacketBytes) { Primary = taken.Primary, Backup = taken.Backup };
    }

    private static List<Demand> Joined(NetworkModel model)
    {
        var demands = new List<Demand>();
        foreach (var vpc in model.Vpcs)
        {
            foreach (var google in model.GoogleNetworks)
            {
                if (vpc.Attachment is { } attachment && model.Conduits.Any(conduit => conduit.At.Hub == attachment.Hub && conduit.Network == google))
                {
                    demands.Add(new(new VpcPlace(vpc), new GooglePlace(google), 0, 0));
                }
            }
        }

        foreach (var (near, far) in model.Conduits.OfType<PeeringConduit>().Select(peering => (peering.Near, peering.Near.Other)))
        {
            foreach (var vpc in model.Vpcs.Where(vpc => vpc.Attachment?.Hub == near.Hub))
            {
                demands.AddRange(model.Vpcs.Where(other => other.Attachment?.Hub == far.Hub).Select(other => new Demand(new VpcPlace(vpc), new VpcPlace(other), 0, 0)));
            }
        }

        return demands;
    }
}
