using System.Text;
using CrossCloudMesh.Plan.Pictures.Svg;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>HTML that is also XML: every element that is opened is closed, and nothing of a plan is taken for markup.</summary>
internal sealed class Markup
{
    private readonly StringBuilder text = new(128 * 1024);

    /// <summary>An element with what stands in it.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="body">Writes what stands in it.</param>
    /// <param name="attributes">Names and values.</param>
    public Markup In(string tag, Action body, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        text.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            text.Append(' ').Append(name).Append("=\"").Append(XmlText.Escaped(value)).Append('"');
        }

        text.Append('>');
        body();
        text.Append("</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>An element of nothing but text, without a class where that is empty.</summary>
    public Markup Element(string tag, string content, string kind = "") =>
        kind.Length == 0 ? In(tag, () => Text(content)) : In(tag, () => Text(content), ("class", kind));

    public Markup Text(string content)
    {
        text.Append(XmlText.Escaped(content));
        return this;
    }

    /// <summary>What is markup already, and safe.</summary>
    public Markup Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>What is shown once somebody asks for it.</summary>
    public Markup Folded(string title, Action body, bool isOpen = false)
    {
        void Inside()
        {
            Element("summary", title);
            body();
        }

        return isOpen ? In("details", Inside, ("open", "open")) : In("details", Inside);
    }

    /// <summary>A table that scrolls by itself where it is too wide for the page.</summary>
    /// <param name="caption">What it tells.</param>
    /// <param name="heads">Of its columns; one that begins with <c>#</c> is of numbers.</param>
    /// <param name="rows">Each with a cell for each column.</param>
    /// <param name="total">A last row; null for none.</param>
    public Markup Table(string caption, string[] heads, IEnumerable<Cell[]> rows, Cell[]? total = null) => In(
        "div",
        () => In("table", () =>
        {
            Element("caption", caption);
            In("thead", () => In("tr", () =>
            {
                foreach (var head in heads)
                {
                    In("th", () => Text(head.TrimStart('#')), ("scope", "col"), ("class", IsNumber(head) ? "n" : "t"));
                }
            }));
            In("tbody", () =>
            {
                foreach (var row in rows)
                {
                    Row(heads, row);
                }
            });
            if (total is not null)
            {
                In("tfoot", () => Row(heads, total));
            }
        }),
        ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption));

    public override string ToString() => text.ToString();

    private static bool IsNumber(string head) => head.StartsWith('#');

    private void Row(string[] heads, Cell[] cells) => In("tr", () =>
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            var kind = $"{(IsNumber(heads[column]) ? "n" : "t")}{(cell.Kind.Length == 0 ? "" : " " + cell.Kind)}";
            if (column == 0)
            {
                In("th", () => Text(cell.Text), ("scope", "row"), ("class", kind));
            }
            else
            {
                In("td", () => Text(cell.Text), ("class", kind));
            }
        }
    });
}

/// <summary>What stands in one place of a table.</summary>
/// <param name="Text">As it is read.</param>
/// <param name="Kind">How it is set: <c>bad</c>, <c>good</c>, <c>soft</c>, <c>code</c>; empty for plainly.</param>
internal readonly record struct Cell(string Text, string Kind = "")
{
    public static implicit operator Cell(string text) => new(text);
}
