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
            roles[conduit.Index] = conduit.Kind == demand.Primary ? Roles.Primary : conduit.Kind == demand.Backup ? Roles.Backup : Roles.None;
        }

        Primary = [.. relevance.Conduits.Where(conduit => roles[conduit.Index] == Roles.Primary && conduit.ComesUp)];
        Backup = [.. relevance.Conduits.Where(conduit => roles[conduit.Index] == Roles.Backup && conduit.ComesUp)];
    }

    public Demand Demand { get; }

    /// <summary>Whether the link has two kinds of path to choose from.</summary>
    public bool IsAsked => Demand is { Primary: not null, Backup: not null } && Demand.Primary != Demand.Backup;

    /// <summary>Of the primary, what comes up.</summary>
    public IReadOnlyList<Conduit> Primary { get; } = [];

    /// <summary>Of the backup, what comes up.</summary>
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

    private string Word(Roles taken) => taken switch
    {
        Roles.Primary => Demand.Primary!,
        Roles.Backup => Demand.Backup!,
        Roles.Primary | Roles.Backup => $"{Demand.Primary} and {Demand.Backup} at once",
        _ => "neither",
    };
}
