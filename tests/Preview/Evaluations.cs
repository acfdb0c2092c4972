namespace CrossCloudMesh.Tests.Preview;

/// <summary>Tests that run a program: its configuration stands in the environment of the process, so nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Evaluations
{
    public const string Name = "evaluation";
}
