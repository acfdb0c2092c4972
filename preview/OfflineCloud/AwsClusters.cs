namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>EKS, and its backups.</summary>
internal static class AwsClusters
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:eks/cluster:Cluster"] = Cluster;
        makers["aws:eks/nodeGroup:NodeGroup"] = NodeGroup;
        makers["aws:eks/addon:Addon"] = Addon;
        makers["aws:eks/accessEntry:AccessEntry"] = AccessEntry;
        makers["aws:eks/accessPolicyAssociation:AccessPolicyAssociation"] = d =>
            d.Id = $"{d.Text("clusterName")}#{d.Text("principalArn")}#{d.Text("policyArn")}";
        makers["aws:eks/podIdentityAssociation:PodIdentityAssociation"] = PodIdentityAssociation;
        makers["aws:eks/capability:Capability"] = Capability;
        makers["aws:backup/vault:Vault"] = Vault;
        makers["aws:backup/plan:Plan"] = Plan;
        makers["aws:backup/selection:Selection"] = d => d.Id = Digest.Uuid(d.Urn);
    }

    private static void Cluster(Draft d)
    {
        var (name, region) = (d.PhysicalName(), Aws.Region(d));
        var unique = Digest.Hex(d.Urn, 32).ToUpperInvariant();
        var authority = Draft.Map(("data", Aws.CertificateData(d.Urn)));
        d.Id = name;
        d["arn"] = Aws.Arn(d, "eks", $"cluster/{name}");
        d["endpoint"] = $"https://{unique}.gr7.{region}.eks.amazonaws.com";
        d["certificateAuthority"] = authority;
        d["certificateAuthorities"] = Draft.List(authority);
        d["identities"] = Draft.List(Draft.Map(
            ("oidcs", Draft.List(Draft.Map(("issuer", $"https://oidc.eks.{region}.amazonaws.com/id/{unique}"))))));
        d["vpcConfig"] = d.With("vpcConfig", ("clusterSecurityGroupId", Aws.Id("sg", d.Urn)));
        d["platformVersion"] = "eks.1";
        d["status"] = "ACTIVE";
    }

    private static void NodeGroup(Draft d)
    {
        var (cluster, name, uuid) = (d.Text("clusterName"), d.PhysicalName("nodeGroupName"), Digest.Uuid(d.Urn));
        d.Id = $"{cluster}:{name}";
        d["arn"] = Aws.Arn(d, "eks", $"nodegroup/{cluster}/{name}/{uuid}");
        d["resources"] = Draft.List(Draft.Map(("autoscalingGroups", Draft.List(Draft.Map(("name", $"eks-{name}-{uuid}"))))));
        d["status"] = "ACTIVE";
    }

    private static void Addon(Draft d)
    {
        var (cluster, name) = (d.Text("clusterName"), d.Text("addonName"));
        d.Id = $"{cluster}:{name}";
        d["arn"] = Aws.Arn(d, "eks", $"addon/{cluster}/{name}/{Digest.Uuid(d.Urn)}");
    }

    private static void AccessEntry(Draft d)
    {
        var (cluster, principal) = (d.Text("clusterName"), d.Text("principalArn"));
        d.Id = $"{cluster}:{principal}";
        d["accessEntryArn"] = Aws.Arn(
            d, "eks", $"access-entry/{cluster}/role/{d.Scope.Account}/{principal?[(principal.LastIndexOf('/') + 1)..]}/{Digest.Uuid(d.Urn)}");
    }

    private static void PodIdentityAssociation(Draft d)
    {
        d.Id = "a-" + Digest.Letters(d.Urn, 17);
        d["associationId"] = d.Id;
        d["associationArn"] = Aws.Arn(d, "eks", $"podidentityassociation/{d.Text("clusterName")}/{d.Id}");
    }

    private static void Capability(Draft d)
    {
        var (cluster, name) = (d.Text("clusterName"), d.Text("capabilityName"));
        d.Id = $"{cluster},{name}";
        d["arn"] = Aws.Arn(d, "eks", $"capability/{cluster}/{d.Text("type")?.ToLowerInvariant()}/{name}/{Digest.Uuid(d.Urn)}");
    }

    private static void Vault(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = Aws.Arn(d, "backup", $"backup-vault:{d.Id}");
        d["recoveryPoints"] = 0;
    }

    private static void Plan(Draft d)
    {
        d.PhysicalName();
        d.Id = Digest.Uuid(d.Urn);
        d["arn"] = Aws.Arn(d, "backup", $"backup-plan:{d.Id}");
    }
}
