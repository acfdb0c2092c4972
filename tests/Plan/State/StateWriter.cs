using System.Text.Json.Nodes;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace CrossCloudMesh.Tests.Plan.State;

/// <summary>Writes a plan as the engine would have written it down once it is deployed: version 3, secrets encrypted.</summary>
/// <remarks>Without the ids that clouds give, which a plan does not have; a test that needs one writes it.</remarks>
internal static class StateWriter
{
    public const string Signature = "4dabf18193072939515e22adb298388d";
    public const string SecretMark = "1b47061264138c4ac30d75fd1eb44270";

    public static JsonObject Of(PlanDocument plan, Action<JsonObject>? edit = null)
    {
        var stack = $"urn:pulumi:{plan.Stack.Name}::{plan.Stack.Project}::pulumi:pulumi:Stack::{plan.Stack.Project}-{plan.Stack.Name}";
        var resources = new JsonArray(new JsonObject
        {
            ["urn"] = stack,
            ["custom"] = false,
            ["type"] = "pulumi:pulumi:Stack",
            ["outputs"] = Map(plan.Outputs),
        });
        foreach (var resource in plan.Resources)
        {
            resources.Add(Resource(resource, stack));
        }

        var document = new JsonObject
        {
            ["version"] = 3,
            ["deployment"] = new JsonObject
            {
                ["manifest"] = new JsonObject { ["time"] = "2026-11-21T09:00:00Z", ["magic"] = "0", ["version"] = "v3.259.0" },
                ["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = "v1:c2FsdA==" } },
                ["resources"] = resources,
            },
        };
        edit?.Invoke(document);
        return document;
    }

    public static JsonArray Resources(JsonObject document) => document["deployment"]!["resources"]!.AsArray();

    /// <summary>The resource of that name; components have other names in these plans.</summary>
    public static JsonObject Named(JsonObject document, string name) =>
        Resources(document).Select(each => each!.AsObject()).First(each => each["urn"]!.GetValue<string>().EndsWith("::" + name, StringComparison.Ordinal));

    public static JsonObject Secret(string? plain = null) => plain is null
        ? new() { [Signature] = SecretMark, ["ciphertext"] = "AAABAOnlyCipherTextThatNobodyReads" }
        : new() { [Signature] = SecretMark, ["plaintext"] = plain };

    private static JsonObject Resource(PlannedResource resource, string stack)
    {
        var inputs = Map(resource.Inputs);
        if (resource.IsCustom && !resource.IsProvider && resource.Package is "aws" or "gcp")
        {
            inputs["__defaults"] = new JsonArray();
        }

        var written = new JsonObject
        {
            ["urn"] = resource.Urn,
            ["custom"] = resource.IsCustom,
            ["type"] = resource.Type,
            ["inputs"] = inputs,
            ["outputs"] = Map(resource.Inputs),
            ["parent"] = resource.Parent ?? stack,
            ["dependencies"] = new JsonArray([.. resource.DependsOn.Select(urn => (JsonNode)urn)]),
        };
        if (resource.IsCustom)
        {
            written["id"] = resource.Options.ReadId;
            written["provider"] = resource.Provider is { } provider ? $"{provider}::6fdb2b5c" : null;
        }

        Flag("protect", resource.Options.Protect);
        Flag("retainOnDelete", resource.Options.RetainOnDelete);
        Flag("external", resource.Options.ReadId is not null);
        if (resource.Options.DeletedWith is { } with)
        {
            written["deletedWith"] = with;
        }

        if (resource.Options.CustomTimeouts is { } limits)
        {
            written["customTimeouts"] = new JsonObject { ["create"] = limits.CreateSeconds ?? 0, ["update"] = limits.UpdateSeconds ?? 0, ["delete"] = limits.DeleteSeconds ?? 0 };
        }

        return written;

        void Flag(string name, bool isSo)
        {
            if (isSo)
            {
                written[name] = true;
            }
        }
    }

    private static JsonObject Map(SortedMap<PlanValue> members) => new(members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value))));

    private static JsonNode? Value(PlanValue value) => value switch
    {
        PlanValue.SecretValue => Secret(),
        PlanValue.ObjectValue map => Map(map.Members),
        PlanValue.ListValue list => new JsonArray([.. list.Items.Select(Value)]),
        PlanValue.AssetValue => new JsonObject { [Signature] = "c44067f5952c0a294b673a41bacd8c17", ["hash"] = "00" },
        PlanValue.UnknownValue => "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        _ => JsonNode.Parse(PlanWriter.Write(value).Span),
    };
}
