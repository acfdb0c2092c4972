namespace Pulumi;

/// <summary>Which provider answers a function.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }
    public ProviderResource? Provider { get; set; }
    public string? Version { get; set; }
    public string? PluginDownloadURL { get; set; }
}

/// <summary>The same for a function whose result is an output, and so can wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? dependsOn;

    public InputList<Resource> DependsOn { get => dependsOn ??= []; set => dependsOn = value; }
}

/// <summary>Which provider answers a resource's method.</summary>
public class CallOptions
{
    public Resource? Parent { get; set; }
    public ProviderResource? Provider { get; set; }
    public string? Version { get; set; }
    public string? PluginDownloadURL { get; set; }
}
