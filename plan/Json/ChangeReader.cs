using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Reads what happens to one resource.</summary>
internal static class ChangeReader
{
    public static PlannedChange Change(JsonNode node)
    {
        var members = node.Object();
        var op = members["op"];
        var change = new PlannedChange(
            members["urn"].Text(),
            Words.OperationOf(op.Text()) ?? throw op.Wrong("create, import, read, update, replace, delete or rename"))
        {
            RenamedFrom = members.Optional("renamedFrom")?.Text(),
            IsRefused = members.Optional("refused")?.Flag() ?? false,
            DeletesFirst = members.Optional("deletesFirst")?.Flag() ?? false,
            IsRetained = members.Optional("retained")?.Flag() ?? false,
            MayReplace = members.Optional("mayReplace")?.Flag() ?? false,
            Hazards = members.Optional("hazards")?.Texts() ?? [],
            Dependents = members.Optional("dependents")?.Count(),
            Reasons = members.Optional("reasons") is { } reasons
                ? Sequence.Create<ChangeReason>([.. reasons.Items().ConvertAll(Reason)])
                : Sequence<ChangeReason>.Empty,
            Paths = Paths(members.Optional("paths")),
            Options = Paths(members.Optional("options")),
        };
        members.End();
        return change;
    }

    public static ComparedPlan Base(JsonNode node)
    {
        var members = node.Object();
        var basis = new ComparedPlan(members["resources"].Count(), members["replacementNotKnown"].Texts(), Paths(members["outputs"]))
        {
            Source = members.Optional("source") is { } source ? BaseJson.Source(source) : null,
            State = members.Optional("state") is { } state ? BaseJson.State(state) : null,
        };
        members.End();
        return basis;
    }

    private static ChangeReason Reason(JsonNode node)
    {
        var members = node.Object();
        var source = members["source"];
        var reason = new ChangeReason(
            Path(members["path"]),
            Words.ReasonSourceOf(source.Text()) ?? throw source.Wrong("provider, replaceOnChanges or follows"),
            members.Optional("urn")?.Text());
        members.End();
        return reason;
    }

    private static Sequence<PathChange> Paths(JsonNode? node) =>
        node is { } list ? Sequence.Create<PathChange>([.. list.Items().ConvertAll(PathChange)]) : Sequence<PathChange>.Empty;

    private static PathChange PathChange(JsonNode node)
    {
        var members = node.Object();
        var kind = members["kind"];
        var change = new PathChange(
            Path(members["path"]),
            Words.PathChangeKindOf(kind.Text()) ?? throw kind.Wrong("added, changed or removed"),
            Value(members.Present("before")),
            Value(members.Present("after")));
        members.End();
        return change;
    }

    private static PlanValue? Value(JsonNode? node) => node is { } value ? ValueReader.Read(value) : null;

    private static PropertyPath Path(JsonNode node) => PropertyPath.Parse(node.Text()) ?? throw node.Wrong("a path such as a.b[0]");
}
