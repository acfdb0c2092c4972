using CrossCloudMesh.Refresh.Scripts;

namespace CrossCloudMesh.Offline.Tests.Refresh;

/// <summary>The refresh tool reads from a script what the declarations do not tell.</summary>
public sealed class ResourceScriptTest
{
    private static readonly ResourceScript s_script = ResourceScript.Parse("""
            static __pulumiType = 'test:mod/thing:Thing';
                resourceInputs["key"] = state?.key;
                resourceInputs["key"] = args?.key ? pulumi.secret(args.key) : undefined;
                resourceInputs["kind"] = "Thing";
                resourceInputs["note"] = (args?.note) ?? "Managed by Pulumi";
                resourceInputs["strict"] = pulumi.output((args?.strict) ?? true).apply(JSON.stringify);
                resourceInputs["zone"] = (args?.zone) ?? utilities.getEnv("ZONE", "REGION");
                resourceInputs["arn"] = undefined /*out*/;
            const aliasOpts = { aliases: [{ type: "test:old/thing:Thing" }, { type: "test:older/thing:Thing" }] };
            const secretOpts = { additionalSecretOutputs: ["key", "token"] };

        """);

    [Fact]
    public void Reads_Token_Aliases_Secrets()
    {
        Assert.Equal("test:mod/thing:Thing", s_script.Token);
        Assert.Equal(["test:old/thing:Thing", "test:older/thing:Thing"], s_script.Aliases);
        Assert.Equal(["key", "token"], s_script.SecretOutputs);
        Assert.True(s_script.Args["key"].Secret);
    }

    [Fact]
    public void Reads_Constants_AndDefaults()
    {
        Assert.Equal("Thing", s_script.Args["kind"].Constant);
        Assert.Equal("\"Managed by Pulumi\"", s_script.Args["note"].Default?.Literal);
        Assert.True(s_script.Args["strict"].Json);
        Assert.Equal("true", s_script.Args["strict"].Default?.Literal);
        Assert.Equal(["ZONE", "REGION"], s_script.Args["zone"].Default?.Variables);
        Assert.Null(s_script.Args["zone"].Default?.Literal);
        Assert.DoesNotContain("arn", s_script.Args.Keys);
    }
}
