using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes one resource; options that say nothing are left out.</summary>
internal static class ResourceWriter
{
    public static void Write(Utf8JsonWriter json, PlannedResource resource)
    {
        json.WriteStartObject();
        json.WriteString("urn", resource.Urn);
        json.WriteString("type", resource.Type);
        json.WriteString("name", resource.Name);
        json.WriteBoolean("custom", resource.IsCustom);
        json.WriteString("parent", resource.Parent);
        json.WriteString("provider", resource.Provider);
        ValueWriter.Write(json, "inputs", resource.Inputs);
        Options(json, resource.Options);
        PlanWriter.Texts(json, "dependsOn", resource.DependsOn);
        json.WriteStartObject("propertyDependencies");
        foreach (var (property, urns) in resource.PropertyDependencies)
        {
            PlanWriter.Texts(json, property, urns);
        }

        json.WriteEndObject();
        if (resource.Outputs.Count > 0)
        {
            ValueWriter.Write(json, "outputs", resource.Outputs);
        }

        Source(json, resource.Source);
        json.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter json, PlannedOptions options)
    {
        json.WriteStartObject("options");
        Flag(json, "protect", options.Protect);
        Flag(json, "retainOnDelete", options.RetainOnDelete);
        if (options.DeleteBeforeReplace is { } deleteFirst)
        {
            json.WriteBoolean("deleteBeforeReplace", deleteFirst);
        }

        Text(json, "deletedWith", options.DeletedWith);
        Texts(json, "ignoreChanges", options.IgnoreChanges);
        Texts(json, "replaceOnChanges", options.ReplaceOnChanges);
        Texts(json, "additionalSecretOutputs", options.AdditionalSecretOutputs);
        Texts(json, "aliases", options.Aliases);
        if (options.CustomTimeouts is { } timeouts)
        {
            json.WriteStartObject("customTimeouts");
            Seconds(json, "createSeconds", timeouts.CreateSeconds);
            Seconds(json, "updateSeconds", timeouts.UpdateSeconds);
            Seconds(json, "deleteSeconds", timeouts.DeleteSeconds);
            json.WriteEndObject();
        }

        Text(json, "version", options.Version);
        Text(json, "importId", options.ImportId);
        Text(json, "readId", options.ReadId);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, SourceLine? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("file", source.File);
        json.WriteNumber("line", source.Line);
        json.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, Sequence<string> texts)
    {
        if (texts.Count > 0)
        {
            PlanWriter.Texts(json, name, texts);
        }
    }

    private static void Seconds(Utf8JsonWriter json, string name, double? seconds)
    {
        if (seconds is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
