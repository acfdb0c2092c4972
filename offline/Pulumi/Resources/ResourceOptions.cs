namespace Pulumi;

/// <summary>How an engine treats a resource, whatever its type.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? dependsOn;
    private InputList<Resource>? replaceWith;
    private List<string>? ignoreChanges;
    private List<string>? replaceOnChanges;
    private List<string>? hideDiffs;
    private List<Input<Alias>>? aliases;
    private List<ResourceTransformation>? transformations;
    private List<ResourceTransform>? transforms;
    private ResourceHookBinding? hooks;

    public Input<string>? Id { get; set; }
    public Resource? Parent { get; set; }
    public InputList<Resource> DependsOn { get => dependsOn ??= []; set => dependsOn = value; }
    public bool? Protect { get; set; }
    public List<string> IgnoreChanges { get => ignoreChanges ??= []; set => ignoreChanges = value; }
    public string? Version { get; set; }
    public ProviderResource? Provider { get; set; }
    public CustomTimeouts? CustomTimeouts { get; set; }
    public List<ResourceTransformation> ResourceTransformations { get => transformations ??= []; set => transformations = value; }
    public List<ResourceTransform> ResourceTransforms { get => transforms ??= []; set => transforms = value; }
    public List<Input<Alias>> Aliases { get => aliases ??= []; set => aliases = value; }
    public string? Urn { get; set; }
    public List<string> ReplaceOnChanges { get => replaceOnChanges ??= []; set => replaceOnChanges = value; }
    public string? PluginDownloadURL { get; set; }
    public bool? RetainOnDelete { get; set; }
    public Resource? DeletedWith { get; set; }
    public InputList<Resource> ReplaceWith { get => replaceWith ??= []; set => replaceWith = value; }
    public ResourceHookBinding Hooks { get => hooks ??= new(); set => hooks = value; }
    public List<string> HideDiffs { get => hideDiffs ??= []; set => hideDiffs = value; }
    public Input<object>? ReplacementTrigger { get; set; }

    // The same without making what nobody has asked for: most options of most resources are empty.
    internal InputList<Resource>? GivenDependsOn => dependsOn;

    internal List<Input<Alias>>? GivenAliases => aliases;

    internal List<ResourceTransformation>? GivenTransformations => transformations;

    /// <summary>Sets these options to the first with the second laid over them: single values are replaced, lists are joined.</summary>
    private protected void SetToMerged(ResourceOptions? first, ResourceOptions? second)
    {
        foreach (var options in (ReadOnlySpan<ResourceOptions?>)[first, second])
        {
            if (options is not null)
                Overlay(options);
        }
    }

    private void Overlay(ResourceOptions over)
    {
        Id = over.Id ?? Id;
        Parent = over.Parent ?? Parent;
        Protect = over.Protect ?? Protect;
        Urn = over.Urn ?? Urn;
        Version = over.Version ?? Version;
        PluginDownloadURL = over.PluginDownloadURL ?? PluginDownloadURL;
        Provider = over.Provider ?? Provider;
        CustomTimeouts = over.CustomTimeouts?.Clone() ?? CustomTimeouts;
        RetainOnDelete = over.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = over.DeletedWith ?? DeletedWith;
        ReplacementTrigger = over.ReplacementTrigger ?? ReplacementTrigger;
        dependsOn = Joined(dependsOn, over.dependsOn);
        replaceWith = Joined(replaceWith, over.replaceWith);
        ignoreChanges = Joined(ignoreChanges, over.ignoreChanges);
        replaceOnChanges = Joined(replaceOnChanges, over.replaceOnChanges);
        hideDiffs = Joined(hideDiffs, over.hideDiffs);
        aliases = Joined(aliases, over.aliases);
        transformations = Joined(transformations, over.transformations);
        transforms = Joined(transforms, over.transforms);
        hooks = over.hooks is null ? hooks : hooks?.Concat(over.hooks) ?? over.hooks.Clone();
    }

    /// <summary>Both lists in one that neither caller holds.</summary>
    private protected static List<T>? Joined<T>(List<T>? first, List<T>? second) =>
        second is null ? first : first is null ? [.. second] : [.. first, .. second];

    private static InputList<Resource>? Joined(InputList<Resource>? first, InputList<Resource>? second) =>
        second is null ? first : first?.Concat(second) ?? second.Clone();
}

/// <summary>Options of a resource that a provider makes.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? additionalSecretOutputs;
    private Dictionary<string, string>? envVarMappings;

    public bool? DeleteBeforeReplace { get; set; }
    public List<string> AdditionalSecretOutputs { get => additionalSecretOutputs ??= []; set => additionalSecretOutputs = value; }
    public string? ImportId { get; set; }
    public Dictionary<string, string> EnvVarMappings { get => envVarMappings ??= []; set => envVarMappings = value; }

    /// <summary>New options: the first with the second laid over them.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions
        {
            DeleteBeforeReplace = options2?.DeleteBeforeReplace ?? options1?.DeleteBeforeReplace,
            ImportId = options2?.ImportId ?? options1?.ImportId,
            additionalSecretOutputs = Joined(Joined(null, options1?.additionalSecretOutputs), options2?.additionalSecretOutputs),
        };
        merged.SetToMerged(options1, options2);
        foreach (var mappings in (ReadOnlySpan<Dictionary<string, string>?>)[options1?.envVarMappings, options2?.envVarMappings])
        {
            foreach (var (name, value) in mappings ?? [])
                merged.EnvVarMappings[name] = value;
        }

        return merged;
    }
}

/// <summary>Options of a component; its providers are handed on to its children, by package.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? providers;

    public List<ProviderResource> Providers { get => providers ??= []; set => providers = value; }

    internal List<ProviderResource>? GivenProviders => providers;

    /// <summary>New options: the first with the second laid over them; of two providers for one package the last stays.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.SetToMerged(options1, options2);
        if (Joined(Joined(null, options1?.providers), options2?.providers) is { } all)
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            for (var i = all.Count - 1; i >= 0; i--)
            {
                if (!taken.Add(all[i].Package))
                    all.RemoveAt(i);
            }

            merged.providers = all;
        }

        return merged;
    }
}

/// <summary>Options of the stack, which hold for all that is in it.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? transformations;
    private List<ResourceTransform>? transforms;

    public List<ResourceTransformation> ResourceTransformations { get => transformations ??= []; set => transformations = value; }
    public List<ResourceTransform> ResourceTransforms { get => transforms ??= []; set => transforms = value; }
}
