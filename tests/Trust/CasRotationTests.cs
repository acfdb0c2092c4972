using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>A root in Google's CAS gives way to another in four phases, and nobody ever stops trusting anybody.</summary>
[Collection(Evaluations.Name)]
public sealed class CasRotationTests
{
    private const string Authority = "gcp:certificateauthority/authority:Authority";

    /// <summary>For roots that are made there and roots that stand: each phase in its order, and at last the first one again, of the next root.</summary>
    private static readonly Lazy<Task<MadeTrust>>[][] Phases =
    [
        [.. Rotations($"to: {CasStacks.Generated(2)}").Select(rotation => Evaluated(CasStacks.Made(more: rotation))), Evaluated(CasStacks.Made().Replace("generation: 1", "generation: 2"))],
        [.. Rotations($"to:\n{CasStacks.StandingRoot("next", 8)}").Select(rotation => Evaluated(CasStacks.Standing(rotation: rotation))), Evaluated(CasStacks.Standing("next"))],
    ];

    public static TheoryData<int, int> Steps => new() { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 0, 3 }, { 1, 0 }, { 1, 1 }, { 1, 2 }, { 1, 3 } };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Neighbours_TrustOneAnother(int kind, int phase)
    {
        var (before, after) = (await Phases[kind][phase].Value, await Phases[kind][phase + 1].Value);
        Assert.True(Overlap.Trusts(before, after), "what is signed after is trusted before");
        Assert.True(Overlap.Trusts(after, before), "what was signed before is trusted after");
        Assert.Empty(Overlap.Found(before, after));
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(0, 3, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(1, 2, 0)]
    public async Task APhase_ThatIsLeftOut_BreaksTrust_AndIsFound(int kind, int from, int to)
    {
        var (before, after) = (await Phases[kind][from].Value, await Phases[kind][to].Value);
        Assert.False(Overlap.Trusts(before, after) && Overlap.Trusts(after, before));
        Assert.NotEmpty(Overlap.Found(before, after));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task TheLastPhase_IsTheFirst_OfTheNextRoot(int kind) =>
        Assert.Equal((await Phases[kind][3].Value).Text, (await Phases[kind][4].Value).Text);

    [Theory]
    [InlineData(1, "trust-root-1 True true, trust-root-2 True true", 2)]
    [InlineData(2, "trust-root-1 False false, trust-root-2 True true", 2)]
    [InlineData(3, "trust-root-2 True true", 1)]
    public async Task EachPhase_KeepsTheRootsThatItNeeds_InOnePool(int phase, string kept, int trusted)
    {
        var made = await Phases[0][phase].Value;
        Assert.Equal(kept, string.Join(", ", made.Plan.OfType(Authority)
            .Select(root => $"{root.Name} {root.Options.Protect} {root.Input("deletionProtection")}").Order(StringComparer.Ordinal)));
        Assert.Equal(trusted, Overlap.KeyOf(made, "trust-roots").Split(", ").Length);
        Assert.Equal("true", made.Plan.One("gcp:certificateauthority/caPool:CaPool").Options.Protect.ToString()!.ToLowerInvariant());
        Assert.All(made.Plan.OfType(Authority), root => Assert.Equal("false", root.Input("skipGracePeriod")));
    }

    [Fact]
    public async Task TheNextRoot_SignsInThePlaceOfTheOld_WhoseCertificatesGo()
    {
        var changes = PlanComparison.Of((await Phases[0][1].Value).Document, (await Phases[0][2].Value).Document).Changes;
        Assert.Equal(
            ["trust-aws-east-1 Replace", "trust-gcp-east-1 Replace"],
            changes.Where(change => change.Urn.Contains(CasStacks.Certificate, StringComparison.Ordinal))
                .Select(change => $"{change.Urn[(change.Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..]} {change.Op}").Order(StringComparer.Ordinal));
    }

    private static Lazy<Task<MadeTrust>> Evaluated(string stack) => new(() => MadeTrust.OfAsync(stack));

    private static IEnumerable<string> Rotations(string to) =>
    [
        "",
        Rotation("trustBoth", to),
        Rotation("signWithNew", "trustedSince: \"2026-11-01\"\n      " + to),
        Rotation("dropOld", "signedSince: \"2026-11-01\"\n      " + to),
    ];

    private static string Rotation(string phase, string more) => $"    rotation:\n      phase: {phase}\n      {more}{(more.EndsWith('\n') ? "" : "\n")}";
}
