using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a hook does; mocks do not run it.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>Answers whether the failed operation is to be tried again; mocks do not run it.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

public class ResourceHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    public string Urn { get; } = urn;
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Type { get; } = type;
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}

public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null)
{
    public string Urn { get; } = urn;
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Type { get; } = type;
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
    public string FailedOperation { get; } = failedOperation;
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}

public class ResourceHookOptions
{
    public bool? OnDryRun { get; set; }
    public bool? IgnoreErrors { get; set; }
}

/// <summary>A callback that an engine runs before or after an operation on a resource.</summary>
public class ResourceHook
{
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
    {
        _ = Deployment.Instance;
        (Name, Callback, Options) = (name, callback, options ?? new());
    }

    public string Name { get; }
    public ResourceHookCallback Callback { get; }
    public ResourceHookOptions Options { get; }
}

/// <summary>A callback that an engine runs when an operation on a resource failed.</summary>
public class ErrorHook
{
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public ErrorHook(string name, ErrorHookCallback callback)
    {
        _ = Deployment.Instance;
        (Name, Callback) = (name, callback);
    }

    public string Name { get; }
    public ErrorHookCallback Callback { get; }
}

/// <summary>The hooks of one resource.</summary>
public class ResourceHookBinding
{
    public List<ResourceHook> BeforeCreate { get => field ??= []; set; }
    public List<ResourceHook> AfterCreate { get => field ??= []; set; }
    public List<ResourceHook> BeforeUpdate { get => field ??= []; set; }
    public List<ResourceHook> AfterUpdate { get => field ??= []; set; }
    public List<ResourceHook> BeforeDelete { get => field ??= []; set; }
    public List<ResourceHook> AfterDelete { get => field ??= []; set; }
    public List<ErrorHook> OnError { get => field ??= []; set; }

    public bool IsEmpty =>
        BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count + BeforeDelete.Count + AfterDelete.Count
            + OnError.Count == 0;

    public ResourceHookBinding Clone() => Concat(new());

    public ResourceHookBinding Concat(ResourceHookBinding other) => new()
    {
        BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
        AfterCreate = [.. AfterCreate, .. other.AfterCreate],
        BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
        AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
        BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
        AfterDelete = [.. AfterDelete, .. other.AfterDelete],
        OnError = [.. OnError, .. other.OnError],
    };
}
