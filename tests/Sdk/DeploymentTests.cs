using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Xunit;

namespace CrossCloudMesh.Tests.Sdk;

public sealed class DeploymentTests
{
    [Fact]
    public async Task Defaults_ArePreviewOfStackAndProject()
    {
        (bool, string, string, string) found = default;
        await Deployment.TestAsync(new Recorder(), new(), () =>
        {
            var instance = Deployment.Instance;
            found = (instance.IsDryRun, instance.StackName, instance.ProjectName, instance.OrganizationName);
        });

        Assert.Equal((true, "stack", "project", "organization"), found);
    }

    [Fact]
    public async Task Options_NameTheDeployment()
    {
        (bool, string, string, string, string) found = default;
        var options = new TestOptions
        {
            IsPreview = false,
            StackName = "s",
            ProjectName = "p",
            OrganizationName = "o",
            RootDirectory = "/r",
        };
        await Deployment.TestAsync(new Recorder(), options, () =>
        {
            var instance = Deployment.Instance;
            found = (instance.IsDryRun, instance.StackName, instance.ProjectName, instance.OrganizationName, instance.RootDirectory);
        });

        Assert.Equal((false, "s", "p", "o", "/r"), found);
    }

    [Fact]
    public async Task RootDirectory_ThatWasNotToldFails()
    {
        await new Recorder().RunAsync(() => Assert.Throws<InvalidOperationException>(() => Deployment.Instance.RootDirectory));
    }

    [Fact]
    public async Task Stack_IsFirstAndNotSentToTheMock()
    {
        var mocks = new Recorder();
        var resources = await Deployment.TestAsync<ThingStack>(mocks);

        Assert.Equal(["pulumi:pulumi:Stack", "test:index/thing:Thing"], resources.Select(resource => resource.GetResourceType()));
        Assert.Equal("project-stack", resources[0].GetResourceName());
        Assert.Equal(
            "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", await OutputUtilities.GetValueAsync(resources[0].Urn));
        Assert.Single(mocks.Resources);
    }

    [Fact]
    public async Task Stack_IsHiddenForFunctions()
    {
        var resources = await Deployment.TestAsync(new Recorder(), new(), async () =>
        {
            await Task.Yield();
            _ = new Thing("thing");
        });

        Assert.IsType<Thing>(Assert.Single(resources));
    }

    [Fact]
    public async Task Stack_IsTakenFromTheServiceProvider()
    {
        ThingStack? made = null;
        var resources = await Deployment.TestWithServiceProviderAsync<ThingStack>(new Recorder(), new Services(() => made = new()));

        Assert.Same(made, resources[0]);
        Assert.NotNull(made);
    }

    [Fact]
    public async Task Stack_ThatTheServiceProviderLacksFails()
    {
        var failure = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<ThingStack>(new Recorder(), new Services(() => null)));

        Assert.Contains("Failed to resolve instance of type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instance_OutsideADeploymentFails() => Assert.Equal(
        "Trying to acquire Deployment.Instance before 'Run' was called.",
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message);

    [Fact]
    public void Resources_CannotBeMadeOutsideADeployment() => Assert.Equal(
        "Trying to acquire Deployment.Instance before 'Run' was called.",
        Assert.Throws<InvalidOperationException>(() => new Thing("thing")).Message);

    [Fact]
    public async Task Instance_IsUnsetAfterTheRun()
    {
        await new Recorder().RunAsync(() => { });

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Runs_InsideARunFail()
    {
        Exception? inner = null;
        await Deployment.TestAsync(new Recorder(), new(), async () =>
            inner = await Record.ExceptionAsync(() => new Recorder().RunAsync(() => { })));

        Assert.Equal(
            "Deployment.Instance should only be set once at the beginning of a 'Run' call.",
            Assert.IsType<InvalidOperationException>(inner).Message);
    }

    [Fact]
    public async Task Runs_InParallelDoNotMeet()
    {
        var runs = Enumerable.Range(0, 16).Select(run => Task.Run(async () =>
        {
            var mocks = new Recorder
            {
                OnResource = async args =>
                {
                    await Task.Delay(2);
                    return (args.Name, args.Inputs.Add("text", Deployment.Instance.StackName));
                },
            };
            Thing last = null!;
            await mocks.RunAsync(
                () =>
                {
                    last = new("thing0");
                    for (var i = 1; i < 5; i++)
                    {
                        last = new($"thing{i}", new() { Enabled = last.Enabled });
                    }
                },
                new() { StackName = $"stack{run}", IsPreview = false });
            return (mocks.Resources.Count, await OutputUtilities.GetValueAsync(last.Text));
        }));

        Assert.Equal(Enumerable.Range(0, 16).Select(run => (5, $"stack{run}")), await Task.WhenAll(runs));
    }

    [Fact]
    public async Task ResourcesMadeInApply_AreAwaited()
    {
        var mocks = new Recorder
        {
            OnResource = async args =>
            {
                await Task.Delay(5);
                return (args.Name, args.Inputs);
            },
        };
        var resources = await mocks.RunAsync(() =>
            new Thing("first").Id.Apply(id => new Thing($"{id}-second").Id.Apply(inner => new Thing($"{inner}-third"))));

        Assert.Equal(["first", "first-second", "first-second-third"], resources.Select(resource => resource.GetResourceName()));
    }

    private sealed class ThingStack : Stack
    {
        public ThingStack() => _ = new Thing("thing");
    }

    private sealed class Services(Func<object?> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => make();
    }
}
