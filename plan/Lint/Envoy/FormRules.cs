namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>Whether Envoy understands the file at all, and what of it the lint cannot see.</summary>
/// <remarks>Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/bootstrap/bootstrap, read 2026-11-21.</remarks>
internal static class FormRules
{
    private static readonly string[] Elsewhere = ["rds", "scoped_routes", "vhds", "eds_cluster_config", "config_discovery", "api_config_source", "ads"];

    public static IEnumerable<EnvoyRule> List { get; } =
    [
        new()
        {
            Id = "envoy-untyped-filter",
            Severity = Severity.Error,
            Title = "Every extension has a typed_config",
            Why = "Envoy goes by the type and not by the name, and refuses a filter without one",
            Fix = "give it a typed_config with its @type",
            Judge = file => Extensions(file).Where(extension => extension["typed_config"]["@type"].Text is null && !extension["config_discovery"].IsThere)
                .Select(extension => (extension["typed_config"], $"{extension["name"].Text ?? "an extension without a name"} says no type")),
        },
        new()
        {
            Id = "envoy-unknown-field",
            Severity = Severity.Error,
            Title = "Every field is one of Envoy's",
            Why = "Envoy refuses the file, or a version that is told to be lenient passes over what was meant",
            Fix = "mend its name, or leave it out",
            Judge = file => KnownFields.UnknownOf(file.Root).Select(unknown => (unknown.Place, $"{unknown.Message} has no field of that name")),
        },
        new()
        {
            Id = "envoy-unseen",
            Severity = Severity.Info,
            Title = "All that the proxy does stands in its file",
            Why = "what it fetches while it runs is not judged here",
            Fix = "judge what it fetches too: give the lint its /config_dump as a bootstrap",
            Judge = file => file.Root["dynamic_resources"].Members.Select(member => (member.Place, $"what {member.Name} brings is not seen"))
                .Concat(file.Root["static_resources"].All.Where(place => Elsewhere.Contains(LastOf(place.Path))).Select(place => (place, $"what {LastOf(place.Path)} brings is not seen")))
                .Concat(file.ServerContexts.Concat(file.ClientContexts).Where(EnvoyFile.IsValidationElsewhere)
                    .Select(context => (context["common_tls_context"]["validation_context_sds_secret_config"], "whose certificates are taken is said in the secret, and not seen"))),
        },
    ];

    private static IEnumerable<EnvoyPlace> Extensions(EnvoyFile file) =>
    [
        .. file.Listeners.SelectMany(listener => listener["listener_filters"].Items),
        .. file.Chains.SelectMany(chain => chain.Chain["filters"].Items),
        .. file.Chains.Select(chain => chain.Chain["transport_socket"]).Where(socket => socket.IsThere),
        .. file.Clusters.Select(cluster => cluster["transport_socket"]).Where(socket => socket.IsThere),
        .. file.Managers.SelectMany(manager => manager.Manager["http_filters"].Items.Concat(manager.Manager["access_log"].Items)),
    ];

    private static string LastOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
