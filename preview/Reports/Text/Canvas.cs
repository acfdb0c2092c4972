using System.Text;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What a piece of text means; only a terminal shows it as colour.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Good,
    Warning,
    Bad,
}

/// <summary>A page of text that knows its column, so that colour never disturbs what stands below each other.</summary>
internal sealed class Canvas(ReportStyle style)
{
    /// <summary>Columns of the page.</summary>
    public const int Width = 96;

    private readonly StringBuilder text = new(8 * 1024);

    /// <summary>Column of the next character, from 0.</summary>
    public int Column { get; private set; }

    public bool IsUnicode => style.IsUnicode;

    public Canvas Write(string piece, Ink ink = Ink.Plain)
    {
        piece = style.IsUnicode ? piece : Ascii(piece);
        Column += piece.Length;
        if (!style.IsColored || ink == Ink.Plain || piece.Length == 0)
        {
            text.Append(piece);
            return this;
        }

        text.Append(ink switch
        {
            Ink.Strong => "\u001b[1m",
            Ink.Faint => "\u001b[2m",
            Ink.Good => "\u001b[32m",
            Ink.Warning => "\u001b[33m",
            _ => "\u001b[31m",
        }).Append(piece).Append("\u001b[0m");
        return this;
    }

    /// <summary>Spaces up to a column, and at least one where something stands before it.</summary>
    public Canvas To(int column)
    {
        var spaces = Math.Max(column - Column, Column == 0 ? 0 : 1);
        text.Append(' ', column == Column ? 0 : spaces);
        Column += column == Column ? 0 : spaces;
        return this;
    }

    public Canvas Line(string piece = "", Ink ink = Ink.Plain)
    {
        Write(piece, ink);
        text.Append('\n');
        Column = 0;
        return this;
    }

    /// <summary>Words from the current column on, broken between words so that every further line begins in the same column.</summary>
    /// <param name="words">Kept whole.</param>
    /// <param name="ink">For all of them.</param>
    /// <param name="beforeLine">Draws what stands to the left on each further line.</param>
    public void Flow(IEnumerable<string> words, Ink ink = Ink.Plain, Action? beforeLine = null)
    {
        var (start, first) = (Column, true);
        foreach (var word in words)
        {
            if (!first && Column + 1 + word.Length > Width)
            {
                Line();
                beforeLine?.Invoke();
                To(start);
                first = true;
            }

            Write(first ? word : " " + word, ink);
            first = false;
        }

        Line();
    }

    public ReadOnlyMemory<byte> ToUtf8() => Encoding.UTF8.GetBytes(text.ToString());

    private static string Ascii(string piece)
    {
        if (System.Text.Ascii.IsValid(piece))
        {
            return piece;
        }

        var plain = new StringBuilder(piece.Length);
        foreach (var letter in piece)
        {
            plain.Append(letter switch
            {
                '├' or '└' => '+',
                '─' => '-',
                '│' => '|',
                '·' => '-',
                '…' => '.',
                '×' => 'x',
                '█' => '#',
                '░' => '.',
                > '\u007f' => '?',
                _ => letter,
            });
        }

        return plain.ToString();
    }
}
