namespace CrossCloudMesh.Tests.Deployments;

/// <summary>The types that the programs under deployments/ use, and what each takes, with a star on what it needs; nested parts by a dot.</summary>
/// <remarks>
/// pulumiservice: https://github.com/pulumi/pulumi-pulumiservice/blob/v1.3.0/provider/cmd/pulumi-resource-pulumiservice/schema.json;
/// aws 7.48.0 and gcp 9.37.0: the packages' own declarations. All read 2026-11-21.
/// </remarks>
internal static class DeploymentFacts
{
    public static IReadOnlyDictionary<string, string> Inputs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["pulumi:providers:aws"] = "region allowedAccountIds",
        ["pulumi:providers:gcp"] = "project region",
        ["aws:iam:OpenIdConnectProvider"] = "clientIdLists* tags thumbprintLists url*",
        ["aws:iam:Role"] = "assumeRolePolicy* description maxSessionDuration name permissionsBoundary tags",
        ["aws:iam:RolePolicy"] = "name policy* role*",
        ["aws:iam:RolePolicyAttachment"] = "policyArn* role*",
        ["gcp:iam:WorkloadIdentityPool"] = "description disabled displayName project workloadIdentityPoolId*",
        ["gcp:iam:WorkloadIdentityPoolProvider"] =
            "attributeCondition attributeMapping disabled displayName oidc oidc.allowedAudiences oidc.issuerUri* project workloadIdentityPoolId* workloadIdentityPoolProviderId*",
        ["gcp:serviceaccount:Account"] = "accountId* description disabled displayName project",
        ["gcp:serviceaccount:IAMMember"] = "condition member* role* serviceAccountId*",
        ["gcp:projects:IAMMember"] = "condition member* project* role*",
        ["pulumiservice:DeploymentSettings"] =
            "agentPoolId cacheOptions cacheOptions.enable executorContext github github.deployCommits github.paths github.previewPullRequests "
            + "github.pullRequestTemplate github.repository operationContext operationContext.environmentVariables operationContext.oidc "
            + "operationContext.options operationContext.options.deleteAfterDestroy operationContext.options.shell "
            + "operationContext.options.skipInstallDependencies operationContext.options.skipIntermediateDeployments "
            + "operationContext.preRunCommands organization* project* sourceContext sourceContext.git sourceContext.git.branch "
            + "sourceContext.git.commit sourceContext.git.repoDir sourceContext.git.repoUrl stack* vcs",
        ["pulumiservice:DriftSchedule"] = "autoRemediate organization* project* scheduleCron* stack*",
        ["pulumiservice:TtlSchedule"] = "deleteAfterDestroy organization* project* stack* timestamp*",
    };

    /// <summary>Maps whose keys are the user's own.</summary>
    public static IReadOnlySet<string> Free { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "assumeRolePolicy", "policy", "attributeMapping", "operationContext.environmentVariables",
    };

    /// <summary>What a deployment may do, each the word that Pulumi Cloud signs into its token.</summary>
    /// <remarks>https://www.pulumi.com/docs/deployments/concepts/settings/environment-variables/, read 2026-11-21.</remarks>
    public static IReadOnlyDictionary<string, bool> Writes { get; } = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["preview"] = false,
        ["refresh"] = false,
        ["detect-drift"] = false,
        ["update"] = true,
        ["destroy"] = true,
        ["remediate-drift"] = true,
    };
}
