using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>One root gives way to another, and nobody ever stops trusting anybody.</summary>
[Collection(Evaluations.Name)]
public sealed class RotationTests
{
    private const string First = "{ by: generated, generation: 1 }";
    private const string Second = "{ by: generated, generation: 2 }";
    private const string Root = "    root:\n      by: generated # its key is in the state; docs/mesh.md tells of other places\n      generation: 1\n";

    /// <summary>Each phase as a stack, in the order in which they are deployed, and at last the first one again, of the next root.</summary>
    private static readonly string[] Phases =
    [
        With(First, "{ phase: steady }"),
        With(First, $"{{ phase: trustBoth, to: {Second} }}"),
        With(First, $"{{ phase: signWithNew, to: {Second}, trustedSince: \"2026-11-01\" }}"),
        With(First, $"{{ phase: dropOld, to: {Second}, signedSince: \"2026-11-01\" }}"),
        With(Second, "{ phase: steady }"),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Neighbours_TrustOneAnother(int phase)
    {
        var (before, after) = (await MadeTrust.OfAsync(Phases[phase]), await MadeTrust.OfAsync(Phases[phase + 1]));
        Assert.True(Overlap.Trusts(before, after), "what is signed after is trusted before");
        Assert.True(Overlap.Trusts(after, before), "what was signed before is trusted after");
        Assert.Empty(Overlap.Found(before, after));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    [InlineData(0, 3)]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    public async Task APhase_ThatIsLeftOut_BreaksTrust_AndIsFound(int from, int to)
    {
        var (before, after) = (await MadeTrust.OfAsync(Phases[from]), await MadeTrust.OfAsync(Phases[to]));
        Assert.False(Overlap.Trusts(before, after) && Overlap.Trusts(after, before));
        Assert.NotEmpty(Overlap.Found(before, after));
    }

    [Fact]
    public async Task APhase_ThatIsLeftOut_IsToldByTheClustersThatWouldFail()
    {
        var (before, after) = (await MadeTrust.OfAsync(Phases[0]), await MadeTrust.OfAsync(Phases[2]));
        var second = Overlap.KeyOf(after, "trust-signed-by");
        Assert.Equal(
            [
                $"aws-east-authority does not trust the root {second} yet, by which aws-east-authority signs after the update",
                $"aws-east-authority does not trust the root {second} yet, by which gcp-east-authority signs after the update",
                $"gcp-east-authority does not trust the root {second} yet, by which aws-east-authority signs after the update",
                $"gcp-east-authority does not trust the root {second} yet, by which gcp-east-authority signs after the update",
            ],
            Overlap.Found(before, after));
    }

    [Fact]
    public async Task TheLastPhase_IsTheFirst_OfTheNextRoot() =>
        Assert.Equal((await MadeTrust.OfAsync(Phases[3])).Text, (await MadeTrust.OfAsync(Phases[4])).Text);

    [Theory]
    [InlineData(1, "trust-root-1 True, trust-root-2 True", 2)]
    [InlineData(2, "trust-root-1 False, trust-root-2 True", 2)]
    [InlineData(3, "trust-root-2 True", 1)]
    public async Task EachPhase_KeepsTheKeysThatItNeeds(int phase, string kept, int trusted)
    {
        var made = await MadeTrust.OfAsync(Phases[phase]);
        Assert.Equal(kept, string.Join(", ", made.Plan.OfType("tls:index/privateKey:PrivateKey")
            .Where(key => key.Name.StartsWith("trust-root", StringComparison.Ordinal)).Select(key => $"{key.Name} {key.Options.Protect}").Order(StringComparer.Ordinal)));
        Assert.Equal(trusted, Overlap.KeyOf(made, "trust-roots").Split(", ").Length);
    }

    [Fact]
    public async Task ARenewedRoot_IsTheSameToEverybody()
    {
        var (before, after) = (await MadeTrust.OfAsync(Phases[0]), await MadeTrust.OfAsync(With("{ by: generated, generation: 1, years: 12 }", "{ phase: steady }")));
        Assert.NotEqual(before.Authority("aws-east", "root-cert.pem"), after.Authority("aws-east", "root-cert.pem"));
        Assert.True(Overlap.Trusts(before, after) && Overlap.Trusts(after, before));
        Assert.Empty(Overlap.Found(before, after));
    }

    [Fact]
    public async Task ANewSite_ChangesNothing_OfTheOthers()
    {
        var start = Project.DevWithoutMesh.IndexOf("    gcp-east:\n", StringComparison.Ordinal);
        var end = Project.DevWithoutMesh.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal);
        var west = Project.DevWithoutMesh[start..end].Replace("gcp-east", "gcp-west").Replace("us-east4", "us-west1").Replace("slot: 0 }", "slot: 1 }").Replace("asn: 64600", "asn: 64601");
        var (before, after) = (await MadeTrust.OfAsync(Project.DevWithoutMesh), await MadeTrust.OfAsync(Project.DevWithoutMesh[..end] + west + Project.DevWithoutMesh[end..]));
        Assert.Equal(["aws-east", "gcp-east", "gcp-west"], after.Sites);
        Assert.All(before.Secrets, secret => Assert.Equal(secret.Value.OrderBy(each => each.Key), after.Secrets[secret.Key].OrderBy(each => each.Key)));
    }

    private static string With(string root, string rotation) => Project.DevWith(Root, $"    root: {root}\n    rotation: {rotation}\n");
}
