using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CrossCloudMesh.Preview.Manifests;

/// <summary>Writes members as a YAML file, the same to the byte for the same members, that every reader of YAML 1.1 and 1.2 takes alike.</summary>
/// <remarks>
/// What has no value to show is a scalar with a tag of its own, which no text can be mistaken for: <c>!secret</c> with where it comes from,
/// <c>!unknown</c> with what will answer it, <c>!asset</c> with the kind of file.
/// </remarks>
internal sealed partial class YamlText
{
    public const string Secret = "!secret";
    public const string Unknown = "!unknown";
    public const string Asset = "!asset";

    private const string Derived = "derived:";

    private static readonly EmitterSettings Form = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: false, newLine: "\n");

    /// <summary>What some reader takes for a truth, nothing or a number if it stands without quotes.</summary>
    private static readonly HashSet<string> Words =
        new(["true", "false", "yes", "no", "on", "off", "y", "n", "null", "inf", "nan"], StringComparer.OrdinalIgnoreCase);

    private readonly Emitter emitter;

    private YamlText(TextWriter to) => emitter = new(to, Form);

    /// <param name="comment">Lines for whoever opens the file; none where it speaks for itself.</param>
    /// <param name="members">In the order in which they are written; members of members come in ordinal order.</param>
    /// <returns>UTF-8 without a mark.</returns>
    public static byte[] Of(IReadOnlyList<string> comment, IEnumerable<ManifestMember> members)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var line in comment)
        {
            text.Write($"# {line}\n");
        }

        new YamlText(text).Write(members);

        // The library writes this letter as it is, which other readers refuse; it stands in double quotes always.
        return Encoding.UTF8.GetBytes(text.ToString().Replace("\uFEFF", "\\uFEFF"));
    }

    private void Write(IEnumerable<ManifestMember> members)
    {
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(new MappingStart());
        foreach (var (name, value, from) in members)
        {
            Write(name, isKey: true);
            Write(value, from);
        }

        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private void Write(PlanValue value, Sequence<string> from)
    {
        switch (value)
        {
            case PlanValue.NullValue:
                Plain("null");
                break;
            case PlanValue.BoolValue truth:
                Plain(truth.Value ? "true" : "false");
                break;
            case PlanValue.NumberValue number:
                Plain(Digits(number.Value));
                break;
            case PlanValue.TextValue text:
                Write(text.Value, isKey: false);
                break;
            case PlanValue.ListValue list:
                emitter.Emit(new SequenceStart(default, default, isImplicit: true, list.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items)
                {
                    Write(item, from);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case PlanValue.ObjectValue map:
                emitter.Emit(new MappingStart(default, default, isImplicit: true, map.Members.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, member) in map.Members)
                {
                    Write(key, isKey: true);
                    Write(member, from);
                }

                emitter.Emit(new MappingEnd());
                break;
            case PlanValue.SecretValue secret:
                // The other references are a setting or an output, and say all by themselves.
                Tagged(Secret, secret.Ref.StartsWith(Derived, StringComparison.Ordinal) ? $"{secret.Ref} from {Told(from, "the configuration")}" : secret.Ref);
                break;
            case PlanValue.UnknownValue:
                Tagged(Unknown, $"from {Told(from, "the cloud")}");
                break;
            case PlanValue.AssetValue asset:
                Tagged(Asset, asset.Kind);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private void Write(string text, bool isKey)
    {
        var isPlain = SurelyText().IsMatch(text) && !Words.Contains(text);
        var style = isPlain ? ScalarStyle.Plain
            : !isKey && Lines().IsMatch(text) ? ScalarStyle.Literal
            : text.AsSpan().ContainsAny('"', '\\') && Line().IsMatch(text) ? ScalarStyle.SingleQuoted
            : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(default, default, text, style, isPlainImplicit: isPlain, isQuotedImplicit: true));
    }

    private void Plain(string text) => emitter.Emit(new Scalar(default, default, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));

    private void Tagged(string tag, string text) =>
        emitter.Emit(new Scalar(default, new TagName(tag), text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: false));

    private static string Told(Sequence<string> from, string otherwise) => from.Count == 0 ? otherwise : string.Join(", ", from);

    /// <summary>Whole numbers without an exponent, as most readers would take one for a fraction.</summary>
    private static string Digits(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Words of letters, digits and a few signs, a letter or a slash first: no number, no time, no sign that means something.</summary>
    [GeneratedRegex(@"\A[A-Za-z/_][A-Za-z0-9_./@+-]*([ :][A-Za-z0-9_./@+-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SurelyText();

    /// <summary>Several lines of visible ASCII, none of which begins or ends with a space, with one end of line at most after the last.</summary>
    [GeneratedRegex(@"\A([!-~]([ -~]*[!-~])?\n)+([!-~]([ -~]*[!-~])?\n?)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Lines();

    /// <summary>One line of visible ASCII that neither begins nor ends with a space.</summary>
    [GeneratedRegex(@"\A[!-~]([ -~]*[!-~])?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
