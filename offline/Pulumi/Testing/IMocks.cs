using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Plays the engine and the providers for a program under test.</summary>
public interface IMocks
{
    /// <summary>Answers with the resource's id, null for unknown, and its state: a dictionary from text to object, or args.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a function or method with a dictionary from text to object.</summary>
    Task<object> CallAsync(MockCallArgs args);

    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

/// <summary>A resource that is to be made, or to be read if <see cref="Id"/> is not empty.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }
    public string? Name { get; set; }
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>URN and id of the provider, joined by two colons; empty for the default provider.</summary>
    public string? Provider { get; set; }

    public string? Id { get; set; }
}

/// <summary>A call of a provider's function or of a resource's method.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }
    public ImmutableDictionary<string, object> Args { get; set; } = null!;
    public string? Provider { get; set; }
}

/// <summary>The outputs that a component or the stack has registered.</summary>
public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;

    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

/// <summary>Mocks that give each resource its inputs as state, and no id.</summary>
public class EmptyMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
        Task.FromResult<(string?, object)>((null, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args);
}

/// <summary>What the deployment under test is called; null takes the default.</summary>
public class TestOptions
{
    /// <remarks>Default "project".</remarks>
    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    /// <remarks>Default "stack".</remarks>
    public string? StackName { get; set; }

    /// <summary>Whether what a mock leaves out is unknown, as in a preview, or has its type's default value, as in an update.</summary>
    /// <remarks>Default true.</remarks>
    public bool? IsPreview { get; set; }

    /// <remarks>Default "organization".</remarks>
    public string? OrganizationName { get; set; }
}
