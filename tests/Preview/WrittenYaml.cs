using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Manifests;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Reads back what was rendered, by the rules of Go's YAML and not by those of the writer.</summary>
internal static class WrittenYaml
{
    private const string From = " from ";

    public static SortedMap<PlanValue> Read(string text) => Assert.IsType<PlanValue.ObjectValue>(Value(YamlReader.Read(text)!)).Members;

    private static PlanValue Value(Node node) => node switch
    {
        MapNode map => new PlanValue.ObjectValue(new([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Value(entry.Value)))])),
        ListNode list => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. list.Items.Select(Value)])),
        ScalarNode { Tag: YamlText.Secret } secret => new PlanValue.SecretValue(Reference(secret.Text)),
        ScalarNode { Tag: YamlText.Unknown } => PlanValue.Unknown,
        ScalarNode { Tag: YamlText.Asset } asset => new PlanValue.AssetValue(asset.Text),
        ScalarNode scalar => ScalarRules.Resolve(scalar) switch
        {
            null => PlanValue.Null,
            bool truth => PlanValue.Of(truth),
            string text => PlanValue.Of(text),
            long number => PlanValue.Of(number),
            ulong number => PlanValue.Of(number),
            double number => PlanValue.Of(number),
            var other => throw new InvalidDataException($"{scalar.Text} is read as {other}"),
        },
        _ => throw new InvalidDataException($"{node}"),
    };

    private static string Reference(string text) =>
        text.StartsWith("derived:", StringComparison.Ordinal) ? text[..text.IndexOf(From, StringComparison.Ordinal)] : text;
}
