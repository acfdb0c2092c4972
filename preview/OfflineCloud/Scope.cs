using System.Collections.Immutable;
using System.Text.Json;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Where a provider works: which account, project and region, as far as its own inputs say so.</summary>
public sealed class Scope
{
    private readonly ImmutableDictionary<string, object> provider;

    internal Scope(ImmutableDictionary<string, object> providerInputs) => provider = providerInputs;

    /// <summary>No provider is known: every answer is one that documentation uses.</summary>
    internal static Scope Nowhere { get; } = new(ImmutableDictionary<string, object>.Empty);

    /// <summary>AWS account of 12 digits: the one the provider is held to, else the one of AWS's own examples.</summary>
    public string Account => FirstOfJson("allowedAccountIds") ?? "123456789012";

    public string Region => provider.GetValueOrDefault("region") as string ?? "us-east-1";

    /// <summary>Google project id.</summary>
    public string Project => provider.GetValueOrDefault("project") as string ?? "example-project";

    /// <summary>A provider takes what is no text as JSON text.</summary>
    private string? FirstOfJson(string input)
    {
        switch (provider.GetValueOrDefault(input))
        {
            case ImmutableArray<object> { Length: > 0 } list:
                return list[0] as string;
            case string json when json.StartsWith('['):
                using (var parsed = JsonDocument.Parse(json))
                {
                    foreach (var item in parsed.RootElement.EnumerateArray())
                    {
                        return item.GetString();
                    }

                    return null;
                }

            default:
                return null;
        }
    }
}
