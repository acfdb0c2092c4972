namespace CrossCloudMesh.Offline.Tests.Generator;

/// <summary>Nested outputs, functions and enums take the official form; a bad schema is told by line.</summary>
public sealed class OutputClassTest
{
    [Fact]
    public void Names_ConstructorParameters_AsTheWireDoes()
    {
        var text = Generated.From("""
            package test 1.2.3

            type Mod.Place out
              $ref?=Ref string
              Port int
              items [string]
              labels? {any}
              namespace string
            """).Text("Pulumi.Test.Mod.Outputs.Place");
        Assert.Contains("""
            public readonly string? Ref;
            public readonly int Port;
            public readonly System.Collections.Immutable.ImmutableArray<string> Items;
            public readonly System.Collections.Immutable.ImmutableDictionary<string, object>? Labels;
            public readonly string Namespace;
            """, text, StringComparison.Ordinal);
        Assert.Contains(
            "private Place([Pulumi.OutputConstructorParameterAttribute(\"$ref\")] string? @ref, int Port, "
            + "System.Collections.Immutable.ImmutableArray<string> items, System.Collections.Immutable.ImmutableDictionary<string, object>? labels, string @namespace)",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Never_MakesAList_Nullable()
    {
        var text = Generated.From("""
            package test 1.2.3

            resource test:mod/thing:Thing Mod.Thing
              hosts [string] out?
              labels {string} out?
              weight int out?
            """).Text("Pulumi.Test.Mod.Thing");
        Assert.Contains("Pulumi.Output<System.Collections.Immutable.ImmutableArray<string>> Hosts ", text, StringComparison.Ordinal);
        Assert.Contains("Pulumi.Output<System.Collections.Immutable.ImmutableDictionary<string, string>?> Labels ", text, StringComparison.Ordinal);
        Assert.Contains("Pulumi.Output<int?> Weight ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_AFunction_InThreeWays()
    {
        var generated = Generated.From("""
            package test 1.2.3

            function test:mod/getThing:getThing Mod.GetThing args!
              filters [Mod.GetThingFilter] arg
              limit int arg!
              found [Mod.GetThingFound] result

            type Mod.GetThingFilter invoke
              name string

            type Mod.GetThingFound result
              id string
            """);
        var text = generated.Text("Pulumi.Test.Mod.GetThing");
        Assert.Contains("InvokeAsync(GetThingArgs args, Pulumi.InvokeOptions? options = null)", text, StringComparison.Ordinal);
        Assert.Contains("Invoke(GetThingInvokeArgs args, Pulumi.InvokeOptions? options = null)", text, StringComparison.Ordinal);
        Assert.Contains("Invoke(GetThingInvokeArgs args, Pulumi.InvokeOutputOptions options)", text, StringComparison.Ordinal);
        Assert.Contains("private System.Collections.Generic.List<Pulumi.Test.Mod.Inputs.GetThingFilterArgs>? _filters;", text, StringComparison.Ordinal);
        Assert.Contains("private Pulumi.InputList<Pulumi.Test.Mod.Inputs.GetThingFilterInputArgs>? _filters;", text, StringComparison.Ordinal);
        Assert.Contains("ImmutableArray<Pulumi.Test.Mod.Outputs.GetThingFoundResult> Found;", text, StringComparison.Ordinal);
        Assert.Contains("class GetThingFilterArgs : Pulumi.InvokeArgs", generated.Text("Pulumi.Test.Mod.Inputs.GetThingFilterArgs"), StringComparison.Ordinal);
        Assert.Contains("class GetThingFilterInputArgs : Pulumi.ResourceArgs", generated.Text("Pulumi.Test.Mod.Inputs.GetThingFilterInputArgs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_AnEnum_ByItsStruct_OrAsPlainText()
    {
        var generated = Generated.From("""
            package test 1.2.3

            resource test:mod/thing:Thing Mod.Thing
              tier string|Mod.Tier arg

            enum Mod.Tier
              A1_2XLarge a1.2xlarge
              Windows Windows with SQL
            """);
        Assert.Contains("public Pulumi.InputUnion<string, Pulumi.Test.Mod.Tier>? Tier ", generated.Text("Pulumi.Test.Mod.Thing"), StringComparison.Ordinal);
        Assert.Contains("public static Tier Windows { get; } = new Tier(\"Windows with SQL\");", generated.Text("Pulumi.Test.Mod.Tier"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package test 1.2.3\ntype Mod.A args\n  x [string", "type: not in the schema's notation; got '[string'; refresh the schema")]
    [InlineData("package test 1.2.3\nthing Mod.A", "block: not in the schema's notation; got 'thing Mod.A'; refresh the schema")]
    [InlineData("# empty", "package: no line names package and version; refresh the schema")]
    public void Refuses_ABrokenSchema_WithItsLine(string schema, string message)
    {
        var fault = Assert.Single(Generated.From(schema).Diagnostics);
        Assert.Equal("CCM001", fault.Id);
        Assert.Equal(message, fault.GetMessage());
    }
}
