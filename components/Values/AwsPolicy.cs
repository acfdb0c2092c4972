using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CrossCloudMesh.Values;

/// <summary>An IAM policy document: who may do what to which resource, under which conditions.</summary>
/// <remarks>Rendered with the statements in the order given and nothing that differs between two runs.</remarks>
public sealed record AwsPolicy(params AwsStatement[] Statements)
{
    /// <summary>The document that lets the given services, and nobody else, assume a role.</summary>
    /// <param name="service">The service principal: <c>eks.amazonaws.com</c>.</param>
    /// <param name="actions">What it may do; <c>sts:AssumeRole</c> where none is given.</param>
    public static AwsPolicy AssumableBy(string service, params string[] actions) => new(new AwsStatement
    {
        Sid = "Assume",
        Principal = PolicyPrincipal.Service(service),
        Actions = actions.Length == 0 ? ["sts:AssumeRole"] : actions,
        Resources = [],
    });

    /// <summary>The document as JSON text.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("Version", "2012-10-17");
            json.WriteStartArray("Statement");
            foreach (var statement in Statements)
            {
                statement.Write(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>Who a statement of a trust, key or resource policy speaks of.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c> or <c>Federated</c>.</param>
/// <param name="Id">An ARN, a service name, or <c>*</c>.</param>
public sealed record PolicyPrincipal(string Kind, string Id)
{
    /// <summary>Everybody; only ever with a condition that narrows it.</summary>
    public static PolicyPrincipal Anyone { get; } = new("AWS", "*");

    /// <summary>The account itself: whoever its IAM policies allow.</summary>
    public static PolicyPrincipal Account(string accountId) => new("AWS", $"arn:aws:iam::{accountId}:root");

    public static PolicyPrincipal Service(string name) => new("Service", name);

    /// <summary>Whoever bears a token of an issuer that IAM trusts; only ever with a condition that says who.</summary>
    public static PolicyPrincipal Issuer(string arn) => new("Federated", arn);
}

/// <summary>One statement of an <see cref="AwsPolicy"/>.</summary>
public sealed record AwsStatement
{
    public required string Sid { get; init; }

    /// <summary>Whether it forbids, whatever others allow.</summary>
    public bool Denies { get; init; }

    /// <summary>Null in a policy that is attached to an identity.</summary>
    public PolicyPrincipal? Principal { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>ARNs or <c>*</c>; empty in a trust policy.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>
    /// Operator, condition key, value: <c>("StringEquals", "kms:CallerAccount", "…")</c>. All must hold; where operator and key stand more
    /// than once, one of their values is enough.
    /// </summary>
    public IReadOnlyList<(string Operator, string Key, string Value)> Conditions { get; init; } = [];

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(nameof(Sid), Sid);
        json.WriteString("Effect", Denies ? "Deny" : "Allow");
        if (Principal is not null)
        {
            json.WriteStartObject(nameof(Principal));
            json.WriteString(Principal.Kind, Principal.Id);
            json.WriteEndObject();
        }

        WriteList(json, "Action", Actions);
        WriteList(json, "Resource", Resources);
        if (Conditions.Count > 0)
        {
            json.WriteStartObject("Condition");
            foreach (var byOperator in Conditions.GroupBy(condition => condition.Operator, StringComparer.Ordinal))
            {
                json.WriteStartObject(byOperator.Key);
                foreach (var byKey in byOperator.GroupBy(condition => condition.Key, condition => condition.Value, StringComparer.Ordinal))
                {
                    if (byKey.Count() == 1)
                    {
                        json.WriteString(byKey.Key, byKey.Single());
                    }
                    else
                    {
                        WriteList(json, byKey.Key, [.. byKey]);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
