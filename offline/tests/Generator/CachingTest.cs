using CrossCloudMesh.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossCloudMesh.Offline.Tests.Generator;

/// <summary>An edit elsewhere in a project must not generate a provider again.</summary>
public sealed class CachingTest
{
    [Fact]
    public void Keeps_WhatItWrote_WhileTheSchemaStands()
    {
        var compilation = CSharpCompilation.Create("Pulumi.Test");
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SchemaGenerator().AsSourceGenerator()], [new Generated.SchemaFile("package test 1.2.3")], driverOptions: options);
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edit;")));
        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }
}
