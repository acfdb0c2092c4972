using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program. Offline it is always a run against mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly PendingWork work = new();
    private readonly List<string> errors = [];
    private readonly List<Resource> resources = [];
    private readonly Dictionary<string, MockedResource> registered = new(StringComparer.Ordinal);
    private Stack? stack;

    private Deployment(IMocks mocks, TestOptions? options)
    {
        Mocks = mocks;
        IsDryRun = options?.IsPreview ?? true;
        StackName = options?.StackName ?? "stack";
        ProjectName = options?.ProjectName ?? "project";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory;
        Settings = ReadSettings(Environment.GetEnvironmentVariable("PULUMI_CONFIG"));
    }

    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public static DeploymentInstance Instance =>
        Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static Deployment Current => Instance.Deployment;

    internal IMocks Mocks { get; }

    internal bool IsDryRun { get; }

    internal string StackName { get; }

    internal string ProjectName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    /// <summary>All settings by their full keys, <c>namespace:key</c>.</summary>
    internal IReadOnlyDictionary<string, string> Settings { get; }

    internal Stack Stack
    {
        get => stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => stack = value;
    }

    internal static void TrackIfRunning(Task task) => Running.Value?.Deployment.work.Track(task);

    internal void Start(Registration registration) => work.Track(registration.RunAsync());

    internal void StartOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        work.Track(RegisterOutputsAsync(resource, outputs));

    internal void LogError(string message)
    {
        lock (errors)
            errors.Add(message);
    }

    internal void Add(Resource resource)
    {
        lock (resources)
            resources.Add(resource);
    }

    internal MockedResource Remember(MockedResource resource)
    {
        lock (registered)
            registered[resource.Urn] = resource;
        return resource;
    }

    internal MockedResource Registered(string urn)
    {
        lock (registered)
            return registered.TryGetValue(urn, out var found) ? found : throw new InvalidOperationException($"Unknown resource {urn}");
    }

    /// <summary>The URN by the mock engine's rule: of the types above only the outermost is kept.</summary>
    internal string NewUrn(string parentUrn, string type, string name)
    {
        if (parentUrn.Length > 0)
        {
            var above = parentUrn.Split("::")[2];
            var end = above.IndexOf('$', StringComparison.Ordinal);
            type = $"{(end < 0 ? above : above[..end])}${type}";
        }

        return $"urn:pulumi:{StackName}::{ProjectName}::{type}::{name}";
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.DataAsync();
        var given = await outputs.DataAsync();
        if (!given.IsKnown)
            return;

        var request = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (key, data) in await WireProperties.WriteAsync("monitor.registerResourceOutputs(...)", given.Value))
            request.Add(key, new(new OutputData<object?>(default, data.Value, data.IsKnown, data.IsSecret)));
        await Mocks.RegisterResourceOutputs(new(urn.Value, request.ToImmutable()));
    }

    private static Dictionary<string, string> ReadSettings(string? json)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is null)
            return settings;

        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
            settings[ShortKey(property.Name)] = property.Value.ToString();
        return settings;
    }

    private static string ShortKey(string key)
    {
        const string Infix = "config:";
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && key.AsSpan(colon + 1).StartsWith(Infix, StringComparison.Ordinal)
            ? key.Remove(colon + 1, Infix.Length)
            : key;
    }
}
