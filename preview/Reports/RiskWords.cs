using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>What sites lose between them while an update runs and by it, the same in every report.</summary>
internal static class RiskWords
{
    /// <summary>So many causes are named; of more, how many there are.</summary>
    private const int MostCauses = 4;

    /// <summary>Who loses what, while what happens, and what is left.</summary>
    public static string Of(PairLoss loss)
    {
        if (loss.Away.Count > 0)
        {
            return loss.Away.Count > 1
                ? $"{loss.From} and {loss.To} are away {Meanwhile(loss)}"
                : $"{loss.Away[0]} is away {Meanwhile(loss)}, and cut off from {(loss.Away[0] == loss.From ? loss.To : loss.From)}";
        }

        var when = loss.When == LossTime.Afterwards ? "from then on" : Meanwhile(loss);
        var left = loss.Before.Select(path => $"{loss.Left.FirstOrDefault(each => each.Kind == path.Kind)?.Up ?? 0} of {path.Up} {path.Kind}")
            .Concat(loss.Left.Where(path => loss.Before.All(each => each.Kind != path.Kind)).Select(path => $"{path.Up} {path.Kind}, new"));
        return $"{loss.From} and {loss.To} {What(loss.Kind)} {when}: {string.Join(", ", left)} left";
    }

    /// <summary>What shows it.</summary>
    public static string Evidence(PairLoss loss) => loss switch
    {
        { Shown: { } shown } => NetworkSection.Sentence(shown),
        { Away.Count: > 0 } => "what it stands on is deleted before it is made anew",
        { Kind: LossKind.Paths } => $"they still stand any one failure; the way is then {loss.Path}",
        _ => "nothing is there any more that is to join them",
    };

    private static string What(LossKind kind) => kind switch
    {
        LossKind.Connection => "are cut off",
        LossKind.Quality => "are joined worse than demanded",
        LossKind.Redundancy => "are without redundancy",
        _ => "are joined by less",
    };

    private static string Meanwhile(PairLoss loss) => $"while {Causes(loss)} {(loss.Causes.Count == 1 ? "changes" : "change")}";

    private static string Causes(PairLoss loss)
    {
        var names = loss.Causes.Take(loss.Causes.Count > MostCauses ? MostCauses - 1 : MostCauses).Select(Signs.Short).ToList();
        var more = loss.Causes.Count - names.Count;
        return more > 0 ? $"{string.Join(", ", names)} and {more} more"
            : names.Count > 1 ? $"{string.Join(", ", names[..^1])} and {names[^1]}"
            : names[0];
    }
}
