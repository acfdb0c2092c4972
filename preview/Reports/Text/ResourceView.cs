using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>One resource with its inputs; a document that is sent as JSON text is shown as what it says.</summary>
internal sealed class ResourceView(Canvas page, string stem)
{
    private const int Step = 2;

    public void Write(PlannedResource resource, Operation operation)
    {
        page.Write(stem, Ink.Faint).Write(Signs.Of(Words.Of(operation)), Ink.Good).Write(" ")
            .Write(Signs.Kind(resource), Ink.Strong).Write(" ").Write(resource.Name);
        if (resource.Source is { } source)
        {
            page.Write($"  {source.File}:{source.Line}", Ink.Faint);
        }

        page.Line();
        Options(resource);
        Members(resource.Inputs, 1);
    }

    private void Options(PlannedResource resource)
    {
        var said = new List<string>();
        Add("protected", resource.Options.Protect);
        Add("retained on delete", resource.Options.RetainOnDelete);
        Add($"deleted with {Name(resource.Options.DeletedWith)}", resource.Options.DeletedWith is not null);
        Add($"ignores changes of {string.Join(", ", resource.Options.IgnoreChanges)}", resource.Options.IgnoreChanges.Count > 0);
        Add($"replaced when {string.Join(", ", resource.Options.ReplaceOnChanges)} change", resource.Options.ReplaceOnChanges.Count > 0);
        Add($"waits for {string.Join(", ", resource.DependsOn.Select(Name))}", resource.DependsOn.Count > 0);
        if (said.Count > 0)
        {
            Start(1).Flow(string.Join("; ", said).Split(' '), Ink.Faint, () => page.Write(stem, Ink.Faint));
        }

        void Add(string words, bool applies)
        {
            if (applies)
            {
                said.Add(words);
            }
        }
    }

    private void Members(SortedMap<PlanValue> members, int depth)
    {
        foreach (var (key, value) in members)
        {
            // The first member of an item stands behind its dash.
            (page.Column == 0 ? Start(depth) : page).Write(key + ":");
            Value(value, depth);
        }
    }

    /// <summary>Writes a value behind its key, or below it where it has parts.</summary>
    private void Value(PlanValue value, int depth)
    {
        switch (value)
        {
            case PlanValue.ObjectValue { Members.Count: > 0 } map:
                page.Line();
                Members(map.Members, depth + 1);
                break;
            case PlanValue.ListValue { Items.Count: > 0 } list:
                page.Line();
                foreach (var item in list.Items)
                {
                    Start(depth + 1).Write("-");
                    if (item is PlanValue.ObjectValue { Members: { Count: > 0 } members })
                    {
                        page.Write(" ");
                        Members(members, depth + 2);
                    }
                    else
                    {
                        Value(item, depth + 1);
                    }
                }

                break;
            case PlanValue.TextValue text when JsonText.Read(text.Value) is PlanValue.ObjectValue document:
                page.Write(" (JSON)", Ink.Faint);
                Value(document, depth);
                break;
            default:
                var (said, ink) = Scalar(value);
                page.Write(" ").Line(said, ink);
                break;
        }
    }

    private Canvas Start(int depth) => page.Write(stem, Ink.Faint).To(stem.Length + (depth * Step));

    /// <remarks>Half a character of UTF-16, which a text may hold and no file can, is told as U+FFFD.</remarks>
    internal static (string Said, Ink Ink) Scalar(PlanValue value) => value switch
    {
        PlanValue.TextValue t => ('"' + JsonEncodedText.Encode(Encoding.UTF8.GetBytes(t.Value), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() + '"', Ink.Plain),
        PlanValue.NumberValue n => (n.Value.ToString("R"), Ink.Plain),
        PlanValue.BoolValue b => (b.Value ? "true" : "false", Ink.Plain),
        PlanValue.SecretValue s => ($"[secret {s.Ref}]", Ink.Warning),
        PlanValue.UnknownValue => ("(known once deployed)", Ink.Faint),
        PlanValue.AssetValue a => ($"({a.Kind})", Ink.Faint),
        PlanValue.ObjectValue => ("{}", Ink.Plain),
        PlanValue.ListValue => ("[]", Ink.Plain),
        _ => ("null", Ink.Faint),
    };

    private static string Name(string? urn) => urn is null ? "" : Signs.Short(urn);
}
