using System.Buffers;
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

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\e\u001C\u001D\u001E\u001F\u007F\u0080\u0081\u0082\u0083\u0084\u0086\u0087\u0088\u0089\u008A\u008B"
        + "\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F"
        + "\uFEFF\uFFFE\uFFFF");

    private readonly Parser parser;
    private readonly Dictionary<string, Node> anchors = new(StringComparer.Ordinal);

    private Place last = new(1, 1);

    private readonly string reads;

    private YamlReader(string text, string reads) => (parser, this.reads) = (new Parser(new StringReader(text)), reads);

    /// <summary>The document; null where the file holds nothing but space and comments.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reads">Who reads such a file.</param>
    /// <exception cref="YamlFault">The text is not YAML, or not such as the CLI would read.</exception>
    public static Node? Read(string text, string reads = "Pulumi")
    {
        RefuseControlLetters(text);
        var reader = new YamlReader(text, reads);
        try
        {
            return reader.ReadStream();
        }
        catch (YamlException fault)
        {
            throw Tab(text, PlaceOf(fault.Start)) ?? new YamlFault(PlaceOf(fault.Start), "is not valid YAML: " + Sentence(fault.Message));
        }
        catch (InvalidOperationException)
        {
            // The parser's own way to say that a bracket is missing somewhere.
            throw new YamlFault(reader.last, "is not valid YAML after this place", "look for a missing bracket, quote or colon");
        }
    }

    /// <summary>The fault of a tab before a key, which YAML's own words hide well; null where there is none from that place on.</summary>
    private static YamlFault? Tab(string text, Place from)
    {
        var lines = text.Split('\n');
        for (var line = from.Line; line <= Math.Min(from.Line + 1, lines.Length); line++)
        {
            var typed = lines[line - 1];
            if (typed[..(typed.Length - typed.TrimStart().Length)].IndexOf('\t') is >= 0 and var column)
            {
                return new YamlFault(
                    new Place(line, column + 1),
                    "is not valid YAML: a tab stands where only spaces may",
                    "replace it with spaces");
            }
        }

        return null;
    }

    private static void RefuseControlLetters(string text)
    {
        var at = text.AsSpan().IndexOfAny(Forbidden);
        if (at >= 0)
        {
            var before = text.AsSpan(0, at);
            throw new YamlFault(
                new Place(before.Count('\n') + 1, at - before.LastIndexOf('\n')),
                "is a control character, which YAML does not allow",
                "remove it");
        }
    }

    private static string Sentence(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');

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
            throw new YamlFault(
                PlaceOf(second.Start),
                $"begins a second document, which {reads} never reads",
                "keep all in one document, without ---");
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
                : throw new YamlFault(
                    PlaceOf(alias.Start),
                    "begins with *, which refers to an anchor, but none of that name is complete before it",
                    "quote the value if it is no reference");
        }

        var start = parser.Consume<NodeEvent>();
        var place = last = PlaceOf(start.Start);
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
        var typed = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = PlaceOf(parser.Current!.Start);
            if (ReadNode(depth + 1) is not ScalarNode key)
            {
                throw new YamlFault(place, "a key must be plain text, not a list or a map");
            }

            if (!typed.TryAdd(key.Text, key))
            {
                throw new YamlFault(place, $"the key {key.Text} already stands at line {typed[key.Text].Place.Line}", "keep one");
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
