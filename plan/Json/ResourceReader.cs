namespace CrossCloudMesh.Plan.Json;

/// <summary>Reads one resource of a plan.</summary>
internal static class ResourceReader
{
    public static PlannedResource Read(JsonNode node)
    {
        var members = node.Object();
        var resource = new PlannedResource
        {
            Urn = members["urn"].Text(),
            Type = members["type"].Text(),
            Name = members["name"].Text(),
            IsCustom = members["custom"].Flag(),
            Parent = members.Optional("parent")?.Text(),
            Provider = members.Optional("provider")?.Text(),
            Inputs = members["inputs"].Map(ValueReader.Read),
            Options = Options(members["options"]),
            DependsOn = members["dependsOn"].Texts(),
            PropertyDependencies = members["propertyDependencies"].Map(n => n.Texts()),
            Outputs = members.Optional("outputs")?.Map(ValueReader.Read) ?? SortedMap<PlanValue>.Empty,
            Source = members.Optional("source") is { } source ? Source(source) : null,
        };
        members.End();
        return resource;
    }

    private static PlannedOptions Options(JsonNode node)
    {
        var members = node.Object();
        var options = new PlannedOptions
        {
            Protect = members.Optional("protect")?.Flag() ?? false,
            RetainOnDelete = members.Optional("retainOnDelete")?.Flag() ?? false,
            DeleteBeforeReplace = members.Optional("deleteBeforeReplace")?.Flag(),
            DeletedWith = members.Optional("deletedWith")?.Text(),
            IgnoreChanges = Texts(members, "ignoreChanges"),
            ReplaceOnChanges = Texts(members, "replaceOnChanges"),
            AdditionalSecretOutputs = Texts(members, "additionalSecretOutputs"),
            Aliases = Texts(members, "aliases"),
            CustomTimeouts = members.Optional("customTimeouts") is { } timeouts ? Timeouts(timeouts) : null,
            Version = members.Optional("version")?.Text(),
            ImportId = members.Optional("importId")?.Text(),
            ReadId = members.Optional("readId")?.Text(),
        };
        members.End();
        return options;
    }

    private static PlannedTimeouts Timeouts(JsonNode node)
    {
        var members = node.Object();
        var timeouts = new PlannedTimeouts(
            members.Optional("createSeconds")?.Number(),
            members.Optional("updateSeconds")?.Number(),
            members.Optional("deleteSeconds")?.Number());
        members.End();
        return timeouts;
    }

    internal static SourceLine Source(JsonNode node)
    {
        var members = node.Object();
        var source = new SourceLine(members["file"].Text(), members["line"].Count());
        members.End();
        return source;
    }

    private static Sequence<string> Texts(JsonObject members, string name) =>
        members.Optional(name)?.Texts() ?? Sequence<string>.Empty;
}
