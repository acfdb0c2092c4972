using Pulumi;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class OptionsTests
{
    [Fact]
    public async Task Merge_ReplacesValuesAndJoinsLists()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "x" },
            DeleteBeforeReplace = true,
            Aliases = { new Alias { Name = "old" } },
            EnvVarMappings = { ["k"] = "1" },
            CustomTimeouts = new() { Create = TimeSpan.FromMinutes(1) },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            IgnoreChanges = { "b" },
            AdditionalSecretOutputs = { "y" },
            ImportId = "id",
            Id = "read",
            EnvVarMappings = { ["k"] = "2" },
            ReplaceOnChanges = { "r" },
            HideDiffs = { "h" },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal((false, "1", true, "id"), (merged.Protect, merged.Version, merged.DeleteBeforeReplace, merged.ImportId));
        Assert.Equal("read", await OutputUtilities.GetValueAsync(merged.Id.ToOutput()));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
        Assert.Equal(["r"], merged.ReplaceOnChanges);
        Assert.Equal(["h"], merged.HideDiffs);
        Assert.Equal("2", merged.EnvVarMappings["k"]);
        Assert.Single(merged.Aliases);
        Assert.Equal(TimeSpan.FromMinutes(1), merged.CustomTimeouts?.Create);
        Assert.Equal(["a"], first.IgnoreChanges);
    }

    [Fact]
    public void Merge_OfNothingIsEmpty()
    {
        var merged = CustomResourceOptions.Merge(null, null);

        Assert.Null(merged.Protect);
        Assert.Empty(merged.IgnoreChanges);
        Assert.Empty(ComponentResourceOptions.Merge(null, null).Providers);
    }

    [Fact]
    public async Task Merge_JoinsDependsOn()
    {
        var merged = Array.Empty<Resource>();
        Resource[] made = [];
        await Deployment.TestAsync(new Recorder(), new(), async () =>
        {
            Thing first = new("first"), second = new("second");
            made = [first, second];
            var options = CustomResourceOptions.Merge(new() { DependsOn = first }, new() { DependsOn = { second } });
            merged = [.. await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput())];
        });

        Assert.Equal(made, merged);
    }

    [Fact]
    public async Task Merge_KeepsTheLastProviderOfAPackage()
    {
        ComponentResourceOptions merged = null!;
        TestProvider east = null!, west = null!;
        await new Recorder().RunAsync(() =>
        {
            (east, west) = (new("east"), new("west"));
            merged = ComponentResourceOptions.Merge(new() { Providers = { east } }, new() { Providers = { west } });
        });

        Assert.Equal([west], merged.Providers);
    }

    [Fact]
    public async Task Merge_JoinsHooks()
    {
        ComponentResourceOptions merged = null!;
        await new Recorder().RunAsync(() =>
        {
            ComponentResourceOptions first = new(), second = new();
            first.Hooks.AfterCreate.Add(new("a", (_, _) => Task.CompletedTask));
            second.Hooks.AfterCreate.Add(new("b", (_, _) => Task.CompletedTask));
            second.Hooks.OnError.Add(new("c", (_, _) => Task.FromResult(false)));
            merged = ComponentResourceOptions.Merge(first, second);
            Assert.Single(first.Hooks.AfterCreate);
        });

        Assert.Equal(["a", "b"], merged.Hooks.AfterCreate.Select(hook => hook.Name));
        Assert.False(merged.Hooks.IsEmpty);
    }
}
