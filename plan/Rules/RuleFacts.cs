namespace CrossCloudMesh.Plan.Rules;

/// <summary>What is known of a rule before it has seen a plan.</summary>
public sealed record RuleFacts
{
    /// <summary>Stable, in kebab case: settings, pipelines and pages name the rule by it.</summary>
    public required string Id { get; init; }

    /// <summary>What must be so, as a short sentence without a full stop.</summary>
    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    public required RuleScope Scope { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Fix { get; init; }

    /// <summary>The checks of others that ask the same, as <c>framework@version:id</c>: <c>checkov@3.3:CKV_AWS_130</c>.</summary>
    /// <remarks>Never without the version: numbers change with the edition.</remarks>
    public Sequence<string> References { get; init; } = [];

    /// <summary>How much it matters to security, from 0.1 to 10 as CVSS counts; null where it does not.</summary>
    public decimal? SecuritySeverity => SecurityRules.SeverityOf(this);

    /// <summary>The page that explains the rule, from the root of the repository.</summary>
    public string HelpPage => $"docs/rules/{Id}.md";
}

/// <summary>How much of a plan a rule has to see.</summary>
public enum RuleScope
{
    /// <summary>One resource, with what it refers to.</summary>
    Resource,

    /// <summary>The resources of a network and how they hang together.</summary>
    Network,

    /// <summary>All resources at once.</summary>
    Stack,
}
