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
}
