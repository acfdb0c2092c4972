namespace CrossCloudMesh.Offline.Tests.Generator;

/// <summary>Args, state and nested inputs take the official form.</summary>
public sealed class InputClassTest
{
    private const string Thing = """
        package test 1.2.3

        resource test:mod/thing:Thing Mod.Thing args!
          count int arg state out
          hosts [Mod.Host] arg! state out
          key string arg! secret state out secret-out
          labels {string} arg state out?
          limit string|int arg
          service=ServiceName string arg! state out
          size double arg default=1.5 state out
          tone string arg default="a\sb"
          zone string arg env=ZONE,REGION

        type Mod.Host args get out
          name string
          port? int
        """;

    private static readonly string s_thing = Generated.From(Thing).Text("Pulumi.Test.Mod.Thing");

    [Fact]
    public void Marks_Required()
    {
        Assert.Contains("""
            [Pulumi.InputAttribute("service", required: true)]
            public Pulumi.Input<string> ServiceName { get; set; } = null!;
            """, s_thing, StringComparison.Ordinal);
    }

    [Fact]
    public void Renames_InArgsStateAndOutput()
    {
        Assert.Equal(3, s_thing.Split(" ServiceName {").Length - 1);
        Assert.DoesNotContain(" Service {", s_thing, StringComparison.Ordinal);
    }

    [Fact]
    public void Backs_AListByAField_SoThatInitialisersWork()
    {
        Assert.Contains("""
            [Pulumi.InputAttribute("hosts", required: true)]
            private Pulumi.InputList<Pulumi.Test.Mod.Inputs.HostArgs>? _hosts;
            public Pulumi.InputList<Pulumi.Test.Mod.Inputs.HostArgs> Hosts
            {
            get => _hosts ?? (_hosts = new Pulumi.InputList<Pulumi.Test.Mod.Inputs.HostArgs>());
            set => _hosts = value;
            }
            """, s_thing, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_ASecret_InArgsAndState()
    {
        const string Setter = "set => _key = value is null ? null : (Pulumi.Input<string>)Pulumi.Output.CreateSecret(Pulumi.InputExtensions.ToOutput(value));";
        Assert.Equal(2, s_thing.Split(Setter).Length - 1);
        Assert.Contains("AdditionalSecretOutputs = { \"key\" },", s_thing, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_Defaults_ByType()
    {
        Assert.Contains("Size = 1.5;", s_thing, StringComparison.Ordinal);
        Assert.Contains("Tone = \"a b\";", s_thing, StringComparison.Ordinal);
        Assert.Contains("Zone = Utilities.GetEnv(\"ZONE\", \"REGION\")!;", s_thing, StringComparison.Ordinal);
    }

    /// <summary>The official <c>…State</c> constructors set them too.</summary>
    [Fact]
    public void Gives_Defaults_ToArgsAndState() => Assert.Equal(2, s_thing.Split("Size = 1.5;").Length - 1);

    [Fact]
    public void Keeps_TheOrderOfAUnion() =>
        Assert.Contains("public Pulumi.InputUnion<string, int>? Limit { get; set; }", s_thing, StringComparison.Ordinal);

    [Fact]
    public void Gives_State_ItsOwnNestedInputs() =>
        Assert.Contains("private Pulumi.InputList<Pulumi.Test.Mod.Inputs.HostGetArgs>? _hosts;", s_thing, StringComparison.Ordinal);

    /// <summary>A type that is itself named …Get has args that look like another type's state.</summary>
    [Fact]
    public void Tells_ATypeNamedGet_FromAGetForm()
    {
        var generated = Generated.From("""
            package test 1.2.3

            type Mod.ProbeHttpGet args get
              path? string
            """);
        Assert.Contains("public sealed class ProbeHttpGetArgs : Pulumi.ResourceArgs", generated.Text("Pulumi.Test.Mod.Inputs.ProbeHttpGetArgs"), StringComparison.Ordinal);
        Assert.Contains("public sealed class ProbeHttpGetGetArgs : Pulumi.ResourceArgs", generated.Text("Pulumi.Test.Mod.Inputs.ProbeHttpGetGetArgs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Forces_KindAndVersion_InKubernetes()
    {
        var generated = Generated.From("""
            package kubernetes 1.2.3

            resource kubernetes:core/v1:Pod Core.V1.Pod
              apiVersion string arg const=v1 out
              kind string arg const=Pod out
            """, kubernetesBase: true);
        var text = generated.Text("Pulumi.Kubernetes.Core.V1.Pod");
        Assert.Contains("args.ApiVersion = \"v1\";\nargs.Kind = \"Pod\";", text, StringComparison.Ordinal);
        Assert.Contains("public static Pod Get(string name, Pulumi.Input<string> id, Pulumi.CustomResourceOptions? options = null)", text, StringComparison.Ordinal);
        Assert.Contains("public class PodArgs : Pulumi.ResourceArgs", generated.Text("Pulumi.Kubernetes.Types.Inputs.Core.V1.PodArgs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sends_ProviderArgs_AsJsonText()
    {
        var text = Generated.From("""
            package test 1.2.3

            provider
              regions [string] arg json-text
              strict bool arg json-text env=STRICT default=true
            """).Text("Pulumi.Test.Provider");
        Assert.Contains("[Pulumi.InputAttribute(\"regions\", json: true)]", text, StringComparison.Ordinal);
        Assert.Contains("Strict = Utilities.GetEnvBoolean(\"STRICT\") ?? true;", text, StringComparison.Ordinal);
        Assert.Contains("public Provider(string name, Pulumi.Test.ProviderArgs? args = null, Pulumi.CustomResourceOptions? options = null) : base(\"test\", ", text, StringComparison.Ordinal);
    }
}
