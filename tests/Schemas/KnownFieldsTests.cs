using CrossCloudMesh.Plan.Lint.Envoy;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>The names that the lint knows are those of Envoy's API.</summary>
public class KnownFieldsTests
{
    public static TheoryData<string> Messages => [.. KnownFields.Table.Keys.Order(StringComparer.Ordinal)];

    [CrdTheory]
    [MemberData(nameof(Messages))]
    public void Message_HasTheFieldsThatTheLintKnows_AndNoOthers(string message) => Assert.Equal(
        EnvoyFields.OfMessage(message)!.Keys.Order(StringComparer.Ordinal), KnownFields.Table[message].Keys.Order(StringComparer.Ordinal));
}
