using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>Reads YAML as the Pulumi CLI does, which is by the rules of Go's yaml.v3.</summary>
/// <remarks>
/// One difference, on purpose: the CLI reads the first document and never looks at the rest; here a second one is refused.
/// </remarks>
internal sealed class YamlReader
{
    private const int Deepest = 100;

    private readonly Parser parser;
    private readonly Dictionary<string, Node> anchors = new(StringComparer.Ordinal);

    private YamlReader(string text) => parser = new Parser(new StringReader(text));

    /// <summary>The document; null where the file holds nothing but space and comments.</summary>
    /// <exception cref="YamlFault">The text is not YAML, or not such as the CLI would read.</exception>
    public static Node? Read(string text)
    {
        try
        {
            return new YamlReader(text).ReadStream();
        }
        catch (YamlException fault)
        {
            var reason = fault.Message.TrimEnd('.');
            throw new YamlFault(PlaceOf(fault.Start), "is not valid YAML: " + char.ToLowerInvariant(reason[0]) + reason[1..]);
        }
    }

    private Node? ReadStream()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var node = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw new YamlFault(PlaceOf(second.Start), "begins a second document, which Pulumi never reads", "keep all in one document, without ---");
        }

        return node;
    }

    private Node ReadNode(int depth)
    {
        if (depth > Deepest)
        {
            throw new YamlFault(PlaceOf(parser.Current!.Start), $"is nested more than {Deepest} deep");
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.TryGetValue(alias.Value.Value, out var anchored)
                ? anchored
                : throw new YamlFault(PlaceOf(alias.Start), $"refers to *{alias.Value.Value}, but no anchor &{alias.Value.Value} is complete before it");
        }

        var start = parser.Consume<NodeEvent>();
        var place = PlaceOf(start.Start);
        Node node = start switch
        {
            Scalar scalar => new ScalarNode(place, scalar.Value, scalar.Style is ScalarStyle.Plain, ShortTag(scalar.Tag)),
            SequenceStart => new ListNode(place, ReadItems(depth)),
            _ => new MapNode(place, ReadEntries(depth)),
        };
        if (!start.Anchor.IsEmpty)
        {
            anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private List<Node> ReadItems(int depth)
    {
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return items;
    }

    private List<Entry> ReadEntries(int depth)
    {
        var entries = new List<Entry>();
        var merged = new List<Node>();
        var typed = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = PlaceOf(parser.Current!.Start);
            if (ReadNode(depth + 1) is not ScalarNode key)
            {
                throw new YamlFault(place, "a key must be plain text, not a list or a map");
            }

            if (!typed.TryAdd(key.Text, place))
            {
                throw new YamlFault(place, $"the key {key.Text} already stands at line {typed[key.Text].Line}", "keep one");
            }

            var value = ReadNode(depth + 1);
            if (key is { Text: "<<", IsPlain: true, Tag: null or "!" or "!!merge" })
            {
                merged.AddRange(value is ListNode list ? list.Items : [value]);
                continue;
            }

            var name = ScalarRules.KeyText(key);
            if (entries.Exists(entry => entry.Key == name))
            {
                throw new YamlFault(place, $"the key {key.Text} is read as {name}, which is already there", "keep one");
            }

            entries.Add(new Entry(name, place, value));
        }

        foreach (var node in merged)
        {
            var map = node as MapNode ?? throw new YamlFault(node.Place, "a merge key << takes a map or a list of maps");
            // What is typed stands before what is merged, and what is merged first before the rest.
            entries.AddRange(map.Entries.Where(entry => !entries.Exists(own => own.Key == entry.Key)).ToArray());
        }

        return entries;
    }

    private static Place PlaceOf(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static string? ShortTag(TagName tag)
    {
        const string Standard = "tag:yaml.org,2002:";
        return tag.IsEmpty ? null
            : tag.IsNonSpecific ? "!"
            : tag.Value.StartsWith(Standard, StringComparison.Ordinal) ? "!!" + tag.Value[Standard.Length..]
            : tag.Value;
    }
}
