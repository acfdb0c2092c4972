using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network.Proof;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>Findings that no rule makes from the resources alone. None of them can be suppressed.</summary>
public static class OtherFindings
{
    public static RuleFacts ProtectedLoss { get; } = new()
    {
        Id = "protected-loss",
        Title = "No update replaces or deletes what was protected before it",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "take the change back; if it is meant, set lifecycle.protect to false and deploy that alone first",
    };

    public static RuleFacts SecretAsPlainText { get; } = new()
    {
        Id = "secret-as-plain-text",
        Title = "A secret is marked as one wherever it goes",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "read it by GetSecret or RequireSecret, and pass the output on unopened",
    };

    public static RuleFacts SuppressionExpired { get; } = new()
    {
        Id = "suppression-expired",
        Title = "No suppression is past its date",
        Severity = Severity.Warning,
        Scope = RuleScope.Stack,
        Fix = "mend what the rule finds, or decide anew and set another date",
    };

    public static RuleFacts SuppressionUnused { get; } = new()
    {
        Id = "suppression-unused",
        Title = "Every suppression has something to suppress",
        Severity = Severity.Info,
        Scope = RuleScope.Stack,
        Fix = "remove it from the settings",
    };

    public static IReadOnlyList<RuleFacts> List { get; } = [ProtectedLoss, SecretAsPlainText, SuppressionExpired, SuppressionUnused, LinkChanges.About, TrustChanges.About, .. NetworkFindings.Rules];
}
