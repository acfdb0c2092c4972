using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Projects;

namespace CrossCloudMesh.Foundation;

/// <summary>Enables the Google APIs that a project needs before anything can be made in it.</summary>
/// <remarks>
/// Makes one resource per API. An API stays enabled when the stack goes: others in the project may stand on it.
/// Ask for one with <see cref="Enabled"/>, so that a resource waits for its own API and for no other.
/// </remarks>
public sealed class GoogleApis : ComponentResource
{
    public const string Token = "infra:foundation:GoogleApis";

    private readonly ImmutableSortedDictionary<string, Service> services;

    public GoogleApis(string name, GoogleApisArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        services = args.Apis.ToImmutableSortedDictionary(api => api, api => new Service($"{name}-{api.Split('.')[0]}", new()
        {
            Project = args.Project,
            ServiceName = api,
            DisableOnDestroy = false,
            DisableDependentServices = false,
        }, new() { Parent = this }), StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>The resource that stands for the given API being enabled.</summary>
    /// <exception cref="ResourceException">The API is not among <see cref="GoogleApisArgs.Apis"/>.</exception>
    public Service Enabled(string api) => services.TryGetValue(api, out var service)
        ? service
        : throw new ResourceException($"apis: must hold {api}; got {string.Join(", ", services.Keys)}; add it to the list", this, hideStack: true);
}

/// <summary>What <see cref="GoogleApis"/> needs.</summary>
public sealed record GoogleApisArgs
{
    /// <summary>The project's id: <c>acme-mesh-dev</c>.</summary>
    public required string Project { get; init; }

    /// <summary>Service names: <c>container.googleapis.com</c>.</summary>
    public required ImmutableSortedSet<string> Apis { get; init; }
}
