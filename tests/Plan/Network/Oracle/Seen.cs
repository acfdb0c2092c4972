namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>Remembers what came of a question, and which ways had been looked at for it: the state of all others makes no difference.</summary>
internal sealed class Seen
{
    /// <summary>How many ways a plan may have.</summary>
    public const int Most = 128;

    private readonly List<(UInt128 Asked, UInt128 Gone, string Beside, bool Answer)> answers = [];

    public static UInt128 Of(IEnumerable<Way> ways) => ways.Aggregate(UInt128.Zero, (sum, way) => sum | (UInt128.One << way.Index));

    public static bool Has(UInt128 some, Way way) => ((some >> way.Index) & UInt128.One) != 0;

    /// <param name="gone">The ways that are gone.</param>
    /// <param name="beside">What else the answer depends on.</param>
    /// <param name="ask">Asks anew, and must ask only by what it is given whether a way is there.</param>
    public bool Recall(UInt128 gone, string beside, Func<Func<Way, bool>, bool> ask)
    {
        foreach (var known in answers)
        {
            if ((gone & known.Asked) == known.Gone && known.Beside == beside)
            {
                return known.Answer;
            }
        }

        var asked = UInt128.Zero;
        var answer = ask(way =>
        {
            asked |= UInt128.One << way.Index;
            return !Has(gone, way);
        });
        answers.Add((asked, gone & asked, beside, answer));
        return answer;
    }
}
