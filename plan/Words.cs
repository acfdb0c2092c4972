using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Risk;
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

    public static string Of(VerdictWord word) => word switch
    {
        VerdictWord.Nothing => "nothing",
        VerdictWord.Fine => "fine",
        VerdictWord.Look => "look",
        VerdictWord.Stop => "stop",
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    public static string Of(LossKind kind) => kind switch
    {
        LossKind.Connection => "connection",
        LossKind.Quality => "quality",
        LossKind.Redundancy => "redundancy",
        LossKind.Paths => "paths",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What is lost, by that word, or null.</summary>
    public static LossKind? LossKindOf(string word) => word switch
    {
        "connection" => LossKind.Connection,
        "quality" => LossKind.Quality,
        "redundancy" => LossKind.Redundancy,
        "paths" => LossKind.Paths,
        _ => null,
    };

    public static string Of(LossTime time) => time switch
    {
        LossTime.Meanwhile => "meanwhile",
        LossTime.Afterwards => "afterwards",
        _ => throw new ArgumentOutOfRangeException(nameof(time)),
    };

    /// <summary>The time of that word, or null.</summary>
    public static LossTime? LossTimeOf(string word) => word switch
    {
        "meanwhile" => LossTime.Meanwhile,
        "afterwards" => LossTime.Afterwards,
        _ => null,
    };

    public static string Of(BaseKind kind) => kind switch
    {
        BaseKind.Plan => "plan",
        BaseKind.Commit => "commit",
        BaseKind.State => "state",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of base of that word, or null.</summary>
    public static BaseKind? BaseKindOf(string word) => word switch
    {
        "plan" => BaseKind.Plan,
        "commit" => BaseKind.Commit,
        "state" => BaseKind.State,
        _ => null,
    };
}
