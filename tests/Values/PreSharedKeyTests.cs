using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class PreSharedKeyTests
{
    private const string Secret = "an example of a secret, long enough";

    private static readonly Arbitrary<(string Secret, string Link, int Tunnel, int Generation)> AnyPurpose =
        (from secret in Gen.Choose(32, 0xFFFF).Select(letter => (char)letter).ArrayOf(PreSharedKey.ShortestSecret)
         from link in Gen.Elements("a", "east", "east-1", "frankfurt-and-back-x")
         from tunnel in Gen.Choose(0, 3)
         from generation in Gen.Choose(1, 1_000_000)
         select (new string(secret), link, tunnel, generation)).ToArbitrary();

    [Fact]
    public void Derive_IsTakenByBothClouds_ForAnySecret() => Prop.ForAll(AnyPurpose, purpose =>
    {
        var key = PreSharedKey.Derive(purpose.Secret, purpose.Link, purpose.Tunnel, purpose.Generation);
        return key.Length is PreSharedKey.Length and >= 8 and <= 64 && char.IsAsciiLetter(key[0]) && key.All(char.IsAsciiLetterOrDigit);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Derive_IsTheSame_OnEveryRun() => Prop.ForAll(AnyPurpose, purpose =>
        PreSharedKey.Derive(purpose.Secret, purpose.Link, purpose.Tunnel, purpose.Generation)
        == PreSharedKey.Derive(purpose.Secret, purpose.Link, purpose.Tunnel, purpose.Generation)).QuickCheckThrowOnFailure();

    [Fact]
    public void Derive_NeverGivesTheSameKey_ToTwoPurposes() => Prop.ForAll(AnyPurpose, AnyPurpose, (one, other) =>
        (PreSharedKey.Derive(one.Secret, one.Link, one.Tunnel, one.Generation)
            == PreSharedKey.Derive(other.Secret, other.Link, other.Tunnel, other.Generation)) == (one == other)).QuickCheckThrowOnFailure();

    [Fact]
    public void Derive_ChangesWithEachPartOfThePurpose()
    {
        var keys = from secret in new[] { Secret, Secret + "." }
                   from link in new[] { "east", "eas", "east-" }
                   from tunnel in Enumerable.Range(0, LinkTunnel.PerLink)
                   from generation in Enumerable.Range(1, 20)
                   select PreSharedKey.Derive(secret, link, tunnel, generation);
        Assert.Equal(2 * 3 * 4 * 20, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Derive_UsesEveryCharacter_AboutAsOften()
    {
        var seen = Enumerable.Range(1, 2000).SelectMany(generation => PreSharedKey.Derive(Secret, "east", 0, generation)[1..])
            .GroupBy(letter => letter).Select(letter => letter.Count()).ToList();
        var mean = 2000 * (PreSharedKey.Length - 1) / 62.0;
        Assert.Equal(62, seen.Count);
        Assert.All(seen, count => Assert.InRange(count, mean * 0.8, mean * 1.2));
    }

    [Fact]
    public void Derive_IsFrozen() => Assert.Equal("xQ87YKCkjnr19Kuud8xesh0LAuzU5OVIcPUGywPF", PreSharedKey.Derive(Secret, "east", 0, 1));

    [Fact]
    public void Derive_RefusesAShortSecret_WithoutShowingIt()
    {
        var fault = Assert.Throws<ArgumentException>(() => PreSharedKey.Derive("canary-canary", "east", 0, 1));
        Assert.StartsWith("the secret of link east must have 24 characters or more", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", fault.Message, StringComparison.Ordinal);
    }
}
