namespace CrossCloudMesh.Tests.Components;

/// <summary>Tests that run a program: one after another, because configuration reaches a program through the process.</summary>
[CollectionDefinition(nameof(Programs), DisableParallelization = true)]
public sealed class Programs;
