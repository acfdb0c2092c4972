using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

[Collection(Evaluations.Name)]
public class ResourceTests
{
    [Fact]
    public async Task Urn_HoldsTheTypesOfAllParents_ButNotTheStack()
    {
        var evaluated = await Run.OfAsync(() => _ = new Group("site", null, "infra:sites:Site", site =>
            _ = new Group("net", new() { Parent = site }, "infra:networks:Net", net =>
                _ = new Thing("vpc", null, new() { Parent = net }))));

        Assert.Equal(
            "urn:pulumi:dev::mesh::infra:sites:Site$infra:networks:Net$aws:ec2/vpc:Vpc::vpc", evaluated.Named("vpc").Urn);
        Assert.Equal(evaluated.Named("net").Urn, evaluated.Named("vpc").Parent);
        Assert.Null(evaluated.Named("site").Parent);
        Assert.False(evaluated.Named("net").IsCustom);
    }

    [Fact]
    public async Task Rejects_TwinUrns()
    {
        var messages = await Run.FailureOfAsync(() => (_, _) = (new Thing("vpc"), new Thing("vpc")));

        Assert.Equal(["urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::vpc: is made twice; give one of the two another name"], messages);
    }

    [Fact]
    public async Task Accepts_OneNameTwice_BelowDifferentComponents()
    {
        var evaluated = await Run.OfAsync(() =>
        {
            foreach (var kind in new[] { "infra:tests:Left", "infra:tests:Right" })
            {
                _ = new Group("net", null, kind, net => _ = new Thing("vpc", new() { Text = kind }, new() { Parent = net }));
            }
        });

        Assert.Equal(
            ["infra:tests:Left", "infra:tests:Right"],
            evaluated.Resources.Where(r => r.Name == "vpc").Select(r => ((PlanValue.TextValue)r.Inputs["text"]!).Value));
    }

    [Fact]
    public async Task Rejects_AComponent_ThatNeverRegistersItsOutputs()
    {
        var messages = await Run.FailureOfAsync(() => (_, _) = (new Group("done"), new Group("open", registers: false)));

        Assert.Equal(["urn:pulumi:dev::mesh::infra:tests:Group::open: never registers its outputs; end its constructor with RegisterOutputs()"], messages);
    }

    [Fact]
    public async Task Rejects_AComponent_ThatIsMadeInAProvider()
    {
        var message = Assert.Single(await Run.FailureOfAsync(() => _ = new Away("away")));

        Assert.Contains("is made inside the provider", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Protect_IsInherited_UntilAChildSaysOtherwise()
    {
        var evaluated = await Run.OfAsync(() => _ = new Group("net", new() { Protect = true }, fill: net =>
        {
            _ = new Thing("kept", null, new() { Parent = net });
            _ = new Thing("free", null, new() { Parent = net, Protect = false });
            _ = new Thing("outside");
        }));

        Assert.True(evaluated.Named("kept").Options.Protect);
        Assert.False(evaluated.Named("free").Options.Protect);
        Assert.False(evaluated.Named("outside").Options.Protect);
    }

    [Fact]
    public async Task Provider_IsInherited_ByPackage()
    {
        var evaluated = await Run.OfAsync(() =>
        {
            var (east, west, gcp) = (new CloudProvider("east"), new CloudProvider("west"), new CloudProvider("gcp", package: "gcp"));
            _ = new Group("site", new() { Providers = { east, gcp } }, fill: site =>
            {
                _ = new Group("net", new() { Parent = site }, fill: net => _ = new Thing("inherits", null, new() { Parent = net }));
                _ = new Group("other", new() { Parent = site, Provider = west }, fill: net => _ = new Thing("overrides", null, new() { Parent = net }));
                var named = new Thing("named", null, new() { Parent = site, Provider = west });
                _ = new Thing("below", null, new() { Parent = named });
                _ = new Thing("google", null, new() { Parent = site }, "gcp:compute/network:Network");
            });
            _ = new Thing("alone");
        });

        string Provider(string name) => Run.Names([evaluated.Named(name).Provider ?? "::none"]);
        Assert.Equal(
            ("east", "west", "west", "west", "gcp", "none"),
            (Provider("inherits"), Provider("overrides"), Provider("named"), Provider("below"), Provider("google"), Provider("alone")));
        Assert.Null(evaluated.Named("net").Provider);
    }

    [Fact]
    public async Task DependsOn_AComponent_WaitsForTheCustomResourcesBelowIt()
    {
        var evaluated = await Run.OfAsync(() =>
        {
            var outer = new Group("outer", null, fill: outer =>
            {
                var first = new Thing("first", null, new() { Parent = outer });
                _ = new Thing("below-first", null, new() { Parent = first });
                _ = new Group("inner", new() { Parent = outer }, fill: inner => _ = new Thing("second", null, new() { Parent = inner }));
            });
            _ = new Thing("waits", null, new() { DependsOn = { outer } });
        });

        Assert.Equal("first second", Run.Names(evaluated.Named("waits").DependsOn));
    }

    [Fact]
    public async Task Dependencies_AreTold_ByProperty()
    {
        var waits = await Run.OneAsync("waits", () =>
        {
            var (a, b, c) = (new Thing("a"), new Thing("b"), new Thing("c"));
            _ = new Thing("waits", new()
            {
                Text = Output.Format($"{a.Arn} {b.Id}"),
                List = { "plain", c.Arn },
                Parts = { new PartArgs { Key = a.Id }, new PartArgs { Key = "plain" } },
                Map = { ["k"] = b.Arn },
                Anything = Output.Create<object>(new Dictionary<string, object> { ["deep"] = c.Id }),
                Count = 3,
            });
        });

        Assert.Equal(
            ["anything: c", "list: c", "map: b", "parts: a", "text: a b"],
            waits.PropertyDependencies.Select(p => $"{p.Key}: {Run.Names(p.Value)}"));
        Assert.Empty(waits.DependsOn);
    }

    [Fact]
    public async Task Aliases_FollowTheParents()
    {
        var evaluated = await Run.OfAsync(() => _ = new Group(
            "net",
            new() { Aliases = { new Alias { Name = "old" } } },
            fill: net => _ = new Thing("net-vpc", null, new() { Parent = net, Aliases = { new Alias { Name = "lone", NoParent = true } } })));

        Assert.Equal(["urn:pulumi:dev::mesh::infra:tests:Group::old"], evaluated.Named("net").Options.Aliases);
        Assert.Equal(
            [
                "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::lone",
                "urn:pulumi:dev::mesh::infra:tests:Group$aws:ec2/vpc:Vpc::lone",
                "urn:pulumi:dev::mesh::infra:tests:Group$aws:ec2/vpc:Vpc::old-vpc",
            ],
            evaluated.Named("net-vpc").Options.Aliases);
    }

    [Fact]
    public async Task Options_AreTold_AsGiven()
    {
        var options = (await Run.OneAsync("vpc", () =>
        {
            var cluster = new Thing("cluster");
            _ = new Thing("vpc", null, new()
            {
                RetainOnDelete = true,
                DeletedWith = cluster,
                DeleteBeforeReplace = false,
                IgnoreChanges = { "tags", "list" },
                ReplaceOnChanges = { "text" },
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(30) },
                ImportId = "vpc-1",
                Version = "7.48.0",
            });
        })).Options;

        Assert.Equal(
            new PlannedOptions
            {
                RetainOnDelete = true,
                DeletedWith = "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::cluster",
                DeleteBeforeReplace = false,
                IgnoreChanges = ["list", "tags"],
                ReplaceOnChanges = ["text"],
                CustomTimeouts = new(1800, null, null),
                ImportId = "vpc-1",
                Version = "7.48.0",
            },
            options);
    }

    [Fact]
    public async Task ReadId_IsTold_OnlyWhereThereIsOne()
    {
        var evaluated = await Run.OfAsync(() =>
        {
            // Generated classes pass an empty id for a resource that is to be made.
            _ = new Thing("made", null, new() { Id = "" });
            _ = new Thing("read", null, new() { Id = "vpc-1" });
        });

        Assert.Null(evaluated.Named("made").Options.ReadId);
        Assert.Equal("vpc-1", evaluated.Named("read").Options.ReadId);
    }

    [Fact]
    public async Task Source_IsTheLineOfTheCaller()
    {
        var evaluated = await Evaluator.RunAsync(
            Run.Program(() => _ = new Group("net", null, fill: net => _ = new Thing("vpc", null, new() { Parent = net }))), withSources: true);

        Assert.EndsWith("tests/Preview/ResourceTests.cs", evaluated.Named("vpc").Source!.File, StringComparison.Ordinal);
        Assert.Equal(evaluated.Named("net").Source, evaluated.Named("vpc").Source);
    }
}
