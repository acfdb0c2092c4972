using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Observability;

/// <summary>What a dashboard of CloudWatch shows, and its JSON.</summary>
/// <remarks>
/// 24 columns, 500 widgets at most. The widget <c>chart</c>, in which PromQL stands, was read second-hand and tried nowhere.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html, read 2026-11-20.
/// </remarks>
internal sealed record DashboardBody(ImmutableArray<DashboardRow> Rows)
{
    private const int Columns = 24;

    /// <summary>The body, its widgets from left to right and from top to bottom.</summary>
    public string ToJson()
    {
        var (widgets, top) = (new JsonArray(), 0);
        foreach (var row in Rows)
        {
            var width = Columns / row.Widgets.Length;
            for (var index = 0; index < row.Widgets.Length; index++)
            {
                widgets.Add(new JsonObject
                {
                    ["type"] = row.Widgets[index].Type,
                    ["x"] = index * width,
                    ["y"] = top,
                    ["width"] = width,
                    ["height"] = row.Height,
                    ["properties"] = row.Widgets[index].Properties(),
                });
            }

            top += row.Height;
        }

        return new JsonObject { ["start"] = "-PT3H", ["periodOverride"] = "inherit", ["widgets"] = widgets }.ToJsonString();
    }
}

/// <summary>Widgets side by side, all as wide and as high as one another.</summary>
/// <param name="Height">In units of the grid, 1 to 1000.</param>
/// <param name="Widgets">1 to 24, as many as divide 24.</param>
internal sealed record DashboardRow(int Height, params ImmutableArray<DashboardWidget> Widgets);

/// <summary>One thing that a dashboard shows.</summary>
/// <param name="Type">CloudWatch's word for it.</param>
internal abstract record DashboardWidget(string Type)
{
    public abstract JsonObject Properties();
}

/// <summary>Words, in Markdown.</summary>
internal sealed record TextWidget(string Markdown) : DashboardWidget("text")
{
    public override JsonObject Properties() => new() { ["markdown"] = Markdown };
}

/// <summary>The state of alarms of one region.</summary>
internal sealed record AlarmWidget(string Title, ImmutableArray<string> Arns) : DashboardWidget("alarm")
{
    public override JsonObject Properties() => new() { ["title"] = Title, ["alarms"] = new JsonArray([.. Arns.Select(arn => JsonValue.Create(arn))]) };
}

/// <summary>Lines over what AWS measures.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Region">The region that has the metrics.</param>
/// <param name="Statistic">How samples of a period become one: <c>Minimum</c>, <c>Sum</c>.</param>
/// <param name="Unit">What the axis counts.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Limit">A value to keep to, with its name; null where there is none.</param>
internal sealed record MetricWidget(string Title, string Region, string Statistic, string Unit, ImmutableArray<MetricLine> Lines, (string Name, double Value)? Limit = null)
    : DashboardWidget("metric")
{
    private const int PeriodSeconds = 60;

    public override JsonObject Properties()
    {
        var properties = new JsonObject
        {
            ["title"] = Title,
            ["region"] = Region,
            ["view"] = "timeSeries",
            ["stat"] = Statistic,
            ["period"] = PeriodSeconds,
            ["metrics"] = new JsonArray([.. Lines.Select(line => line.ToJson())]),
            ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["label"] = Unit, ["min"] = 0, ["showUnits"] = false } },
        };
        if (Limit is { } limit)
        {
            properties["annotations"] = new JsonObject { ["horizontal"] = new JsonArray(new JsonObject { ["label"] = limit.Name, ["value"] = limit.Value }) };
        }

        return properties;
    }
}

/// <summary>A line over one metric.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Namespace">Of the metric.</param>
/// <param name="Metric">Its name.</param>
/// <param name="Dimensions">Its dimensions, by name.</param>
internal sealed record MetricLine(string Label, string Namespace, string Metric, ImmutableArray<(string Name, string Value)> Dimensions)
{
    public JsonArray ToJson()
    {
        // Nodes, because Add makes one out of anything else by a serializer, which is long in starting.
        var line = new JsonArray(Namespace, Metric);
        foreach (var (name, value) in Dimensions)
        {
            line.Add(JsonValue.Create(name));
            line.Add(JsonValue.Create(value));
        }

        line.Add(new JsonObject { ["label"] = Label });
        return line;
    }
}

/// <summary>Lines over what was sent by OTLP.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Region">The region that has the metrics.</param>
/// <param name="Unit">What the axis counts.</param>
/// <param name="Lines">Name of each line, which may name a label in double braces, to its query in PromQL.</param>
/// <param name="Limit">A value to keep to, with its name; null where there is none.</param>
internal sealed record QueryWidget(string Title, string Region, string Unit, ImmutableArray<(string Label, string Query)> Lines, (string Name, double Value)? Limit = null)
    : DashboardWidget("chart")
{
    private const int StepSeconds = 60;

    public override JsonObject Properties()
    {
        var properties = new JsonObject
        {
            ["title"] = Title,
            ["region"] = Region,
            ["view"] = "timeSeries",
            ["data"] = new JsonObject
            {
                ["queries"] = new JsonArray([.. Lines.Select((line, index) => new JsonObject
                {
                    ["id"] = $"q{index}",
                    ["type"] = "cloudwatch-metrics",
                    ["language"] = "PromQL",
                    ["query"] = line.Query,
                    ["step"] = StepSeconds,
                    ["label"] = line.Label,
                })]),
            },
            ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["label"] = Unit, ["min"] = 0 } },
        };
        if (Limit is { } limit)
        {
            properties["annotations"] = new JsonObject { ["horizontal"] = new JsonArray(new JsonObject { ["label"] = limit.Name, ["value"] = limit.Value }) };
        }

        return properties;
    }
}
