namespace Pulumi.Testing;

/// <summary>The stack around a function under test. It waits for the function: a stack is complete when its constructor ends.</summary>
internal sealed class TestStack : Stack
{
    public TestStack(Func<Task<IDictionary<string, object?>>> createResources) => Outputs = createResources().GetAwaiter().GetResult();

    public IDictionary<string, object?> Outputs { get; }
}
