using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan;

/// <summary>The words by which the written plan names what the code holds as an enum.</summary>
public static class Words
{
    public static string Of(Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Import => "import",
        Operation.Read => "read",
        Operation.Update => "update",
        Operation.Replace => "replace",
        Operation.Delete => "delete",
        Operation.Rename => "rename",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Of(RuleScope scope) => scope switch
    {
        RuleScope.Resource => "resource",
        RuleScope.Network => "network",
        RuleScope.Stack => "stack",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    /// <summary>The operation of that word, or null.</summary>
    public static Operation? OperationOf(string word) => word switch
    {
        "create" => Operation.Create,
        "import" => Operation.Import,
        "read" => Operation.Read,
        "update" => Operation.Update,
        "replace" => Operation.Replace,
        "delete" => Operation.Delete,
        "rename" => Operation.Rename,
        _ => null,
    };

    /// <summary>The severity of that word, or null.</summary>
    public static Severity? SeverityOf(string word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => null,
    };

    public static string Of(PathChangeKind kind) => kind switch
    {
        PathChangeKind.Added => "added",
        PathChangeKind.Changed => "changed",
        PathChangeKind.Removed => "removed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of that word, or null.</summary>
    public static PathChangeKind? PathChangeKindOf(string word) => word switch
    {
        "added" => PathChangeKind.Added,
        "changed" => PathChangeKind.Changed,
        "removed" => PathChangeKind.Removed,
        _ => null,
    };

    public static string Of(ReasonSource source) => source switch
    {
        ReasonSource.Provider => "provider",
        ReasonSource.Option => "replaceOnChanges",
        ReasonSource.Follows => "follows",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>The source of that word, or null.</summary>
    public static ReasonSource? ReasonSourceOf(string word) => word switch
    {
        "provider" => ReasonSource.Provider,
        "replaceOnChanges" => ReasonSource.Option,
        "follows" => ReasonSource.Follows,
        _ => null,
    };
}
