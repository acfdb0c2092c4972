using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Whether both sites take the primary of their link as long as anything of it is there, and the backup when nothing is.</summary>
internal sealed class Preference
{
    private readonly LiveConduits live;
    private readonly Roles[] roles;

    public Preference(Demand demand, NetworkModel model, Relevance relevance, LiveConduits live)
    {
        this.live = live;
        (Demand, roles) = (demand, new Roles[model.Conduits.Count]);
        if (!IsAsked)
        {
            return;
        }

        foreach (var conduit in relevance.Conduits)
        {
            roles[conduit.Index] = conduit.Kind == demand.Primary ? Roles.Primary : IsPassed(conduit) ? Roles.None : Roles.Backup;
        }

        IsPrimaryMade = demand.HasLine || relevance.Conduits.Any(conduit => roles[conduit.Index] == Roles.Primary);
        Primary = [.. relevance.Conduits.Where(conduit => roles[conduit.Index] == Roles.Primary && conduit.ComesUp)];
        Backup = [.. relevance.Conduits.Where(conduit => roles[conduit.Index] == Roles.Backup && conduit.ComesUp)];
    }

    public Demand Demand { get; }

    /// <summary>Whether anybody said which kind of path is to be taken, and it can be told from another.</summary>
    public bool IsAsked => Demand.Primary is not null && Demand.Primary != Demand.Backup;

    /// <summary>Whether the plan has anything of the primary, good or bad; what is ordered and not there yet has nothing.</summary>
    public bool IsPrimaryMade { get; }

    /// <summary>Of the primary, what comes up.</summary>
    public IReadOnlyList<Conduit> Primary { get; } = [];

    /// <summary>Of whatever else joins the sites, what comes up.</summary>
    public IReadOnlyList<Conduit> Backup { get; } = [];

    public Roles RolesOf(Way way)
    {
        var found = Roles.None;
        for (var i = 0; IsAsked && i < way.Stages.Count; i++)
        {
            for (var j = 0; j < way.Stages[i].Count; j++)
            {
                found |= roles[way.Stages[i][j].Index];
            }
        }

        return found;
    }

    /// <param name="there">What is taken from the one site.</param>
    /// <param name="back">What is taken from the other.</param>
    /// <returns>Why another path is taken than the one that is meant; null where it is that one.</returns>
    public string? Fault(Roles there, Roles back)
    {
        if (!IsAsked || !Primary.Any(live.IsLive) || !(there | back).HasFlag(Roles.Backup))
        {
            return null;
        }

        return there == back
            ? $"both sites send by {Word(there)}, and {Demand.Primary} is there"
            : $"{Demand.One.Site} sends by {Word(there)} and {Demand.Other.Site} by {Word(back)}, and {Demand.Primary} is there";
    }

    /// <summary>Whether it leads to the hub by which the link's own path is reached, and so is no other path than that.</summary>
    private static bool IsPassed(Conduit conduit) => conduit is DeviceTunnel or PeeringConduit;

    private string Word(Roles taken) => taken switch
    {
        Roles.Primary => Demand.Primary!,
        Roles.Backup => Demand.Backup ?? "another path",
        Roles.Primary | Roles.Backup => $"{Demand.Primary} and {Demand.Backup ?? "another path"} at once",
        _ => "neither",
    };
}
