namespace CrossCloudMesh.Tests.Workflows;

/// <summary>An action at the commit that the workflows use, and what it takes.</summary>
/// <param name="Commit">The commit of the release.</param>
/// <param name="Release">The release's tag, which the comment behind the pin must name.</param>
/// <param name="Inputs">Those of its action.yml that the workflows use.</param>
internal sealed record PinnedAction(string Commit, string Release, params string[] Inputs)
{
    /// <summary>By repository; each commit, tag and action.yml read in the repository's own history on 2026-11-21.</summary>
    public static IReadOnlyDictionary<string, PinnedAction> Known { get; } = new Dictionary<string, PinnedAction>(StringComparer.Ordinal)
    {
        ["actions/checkout"] = new("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1", "path", "fetch-depth", "persist-credentials", "sparse-checkout"),
        ["actions/setup-dotnet"] = new("a98b56852c35b8e3190ac28c8c2271da59106c68", "v6.0.0", "global-json-file"),
        ["actions/upload-artifact"] = new("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0", "name", "path", "overwrite", "retention-days"),
        ["actions/download-artifact"] = new("3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1"),
        ["aws-actions/configure-aws-credentials"] = new("e6de054238d6b7531b4efff3b6587d9aade6a06c", "v6.2.3", "role-to-assume", "aws-region"),
        ["google-github-actions/auth"] = new("7c6bc770dae815cd3e89ee6cdf493a5fab2cc093", "v3.0.0", "workload_identity_provider", "service_account"),
        ["google-github-actions/setup-gcloud"] = new("aa5489c8933f4cc7a4f7d45035b3b1440c9c10db", "v3.0.1", "install_components"),
        ["pulumi/auth-actions"] = new("141415910c3beb54e03b48e9057c204c97b956f2", "v2.1.0", "organization", "requested-token-type", "scope"),
        ["pulumi/actions"] = new(
            "8e5e406f4007fca908480587cb9893c07090f58d", "v7.0.0",
            "command", "stack-name", "suppress-outputs", "suppress-progress", "comment-on-summary", "always-include-summary"),
    };
}
