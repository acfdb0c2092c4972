using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>The way of one resource from its constructor to the mock and back to its outputs.</summary>
internal sealed class Registration(
    Deployment deployment, Resource resource, ResourceArgs args, ResourceOptions options, ResourceOutputs outputs)
{
    // Taken now, because the caller may change its options object after the constructor has ended.
    private readonly Output<string>? id = options.Id?.ToOutput();
    private readonly string? urn = options.Urn;
    private readonly string importId = (options as CustomResourceOptions)?.ImportId ?? "";
    private readonly Resource? parent = options.Parent;
    private readonly InputList<Resource>? dependsOn = options.GivenDependsOn?.Clone();

    /// <summary>Registers or reads the resource. Whatever happens, all its outputs have ended after that.</summary>
    public async Task RunAsync()
    {
        try
        {
            var (ownUrn, ownId, state) = urn is not null ? deployment.Registered(urn) : await AskMockAsync();
            var properties = await WireProperties.WriteStateAsync(state);
            resource.Urn.Resolve(ownUrn, isKnown: true, isSecret: false);
            resource.ResolveId(ownId);
            foreach (var (key, data) in properties)
                outputs.Resolve(key, data);
        }
        catch (Exception exception)
        {
            resource.FailIdentity(exception);
            outputs.Fail(exception);
            throw;
        }
        finally
        {
            outputs.ResolveRest(isKnown: !deployment.IsDryRun);
        }
    }

    private async ValueTask<MockedResource> AskMockAsync()
    {
        var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
        var toRead = id is null ? "" : await id.GetValueAsync(whenUnknown: "");
        var isRead = !string.IsNullOrEmpty(toRead);
        if (isRead && resource is not CustomResource)
            throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");

        await WaitForDependsOnAsync();
        var properties = await WireProperties.WriteAsync($"resource:{name}[{type}]", args);
        var parentUrn = await ParentUrnAsync(type);
        var provider = resource.Provider is { } given ? await given.ReferenceAsync() : "";
        await WaitForAsync(WireProperties.Resources(properties));

        var ownUrn = deployment.NewUrn(parentUrn, type, name);
        if (!isRead)
            deployment.Add(resource);
        if (type == Stack.RootType)
            return new(ownUrn, null, new Dictionary<string, object?>());

        var (newId, state) = await deployment.Mocks.NewResourceAsync(new()
        {
            Type = type,
            Name = name,
            Inputs = WireProperties.Known(properties, withIdentity: false),
            Provider = provider,
            Id = isRead ? toRead : importId,
        });
        if (isRead)
            deployment.Add(resource);
        return deployment.Remember(new(ownUrn, isRead ? toRead : newId ?? importId, state));
    }

    private async ValueTask<string> ParentUrnAsync(string type)
    {
        var above = parent ?? (type == Stack.RootType ? null : deployment.Stack);
        return above is null ? "" : (await above.Urn.DataAsync()).Value;
    }

    private async ValueTask WaitForDependsOnAsync()
    {
        if (dependsOn is null)
            return;
        var data = await dependsOn.ToOutput().DataAsync();
        if (!data.IsKnown)
            return;
        foreach (var dependency in data.Value)
        {
            if (dependency is not null)
                await WaitForAsync(new(dependency));
        }
    }

    /// <summary>Waits until the resources are registered; a component counts as all that is in it.</summary>
    private async ValueTask WaitForAsync(ResourceSet dependencies)
    {
        if (dependencies.IsEmpty)
            return;

        List<Resource> waiting = [];
        dependencies.AddTo(waiting);
        for (var i = 0; i < waiting.Count; i++)
        {
            var dependency = waiting[i];
            if (ReferenceEquals(dependency, resource))
            {
                throw new InvalidOperationException(
                    $"Resource '{resource.GetResourceName()}' depends on a component that it is a part of, and would wait for itself.");
            }

            if (dependency is ComponentResource { IsRemote: false })
                waiting.AddRange(dependency.ChildrenOfComponent());
            else
                await dependency.Urn.DataAsync();
        }
    }
}

/// <summary>What is known of a resource once its mock has answered.</summary>
internal readonly record struct MockedResource(string Urn, string? Id, object State);
