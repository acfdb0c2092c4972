using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Values;

public sealed class LinkSessionTests
{
    private const string Secret = "an example of a secret, long enough";

    [Fact]
    public void Sessions_OfAnySlot_AreClearOfWhatIsReserved_OfTunnels_AndOfOneAnother() => Prop.ForAll(
        Gen.Choose(0, AttachmentPlan.Links - 1).ToArbitrary(),
        Gen.Choose(0, AttachmentPlan.Links - 1).ToArbitrary(),
        (one, other) =>
        {
            var sessions = SessionsOf(one).Concat(one == other ? [] : SessionsOf(other)).ToList();
            return sessions.TrueForAll(session => !session.Inside.Overlaps(TunnelPlan.Range) && VpnFacts.InsideRanges.All(row => !row.Range.Overlaps(session.Inside)))
                && sessions.TrueForAll(session => sessions.TrueForAll(twin => twin == session || !twin.Inside.Overlaps(session.Inside)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sessions_AreThese() => Assert.Equal(
        [
            "0: 169.254.128.1/29 and 169.254.128.2/29", "1: 169.254.128.9/29 and 169.254.128.10/29",
            "2: 169.254.128.17/29 and 169.254.128.18/29", "3: 169.254.128.25/29 and 169.254.128.26/29",
            "0: 169.254.135.225/29 and 169.254.135.226/29",
        ],
        SessionsOf(0).Append(LinkSession.Of(AttachmentPlan.OfLink(63), 0))
            .Select(session => $"{session.Number}: {session.GoogleRange} and {session.AwsRange}"));

    [Fact]
    public void AKey_IsTakenByBothClouds_AndIsFrozen()
    {
        var key = SessionKey.Derive(Secret, "us", 0, 1);
        Assert.Equal("MQ1lXZLvgBoXjL0byEYjJRlFa5o0ARf6Iyg28Pu2", key);
        Assert.True(key.Length is >= 6 and <= 80 && key.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public void AKey_ChangesWithItsPurpose_ItsLink_ItsNumber_AndItsGeneration() => Assert.Equal(
        5,
        new[]
        {
            SessionKey.Derive(Secret, "us", 0, 1), PreSharedKey.Derive(Secret, "us", 0, 1), SessionKey.Derive(Secret, "eu", 0, 1),
            SessionKey.Derive(Secret, "us", 1, 1), SessionKey.Derive(Secret, "us", 0, 2),
        }.Distinct(StringComparer.Ordinal).Count());

    private static IEnumerable<LinkSession> SessionsOf(int slot) =>
        Enumerable.Range(0, AttachmentPlan.Connections).Select(number => LinkSession.Of(AttachmentPlan.OfLink(slot), number));
}
