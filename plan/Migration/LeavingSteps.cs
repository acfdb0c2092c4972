using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>How App Mesh is taken down when nothing of it is needed, and AWS does not answer.</summary>
/// <remarks>Source: <see cref="AppMeshKinds.Source"/> and https://www.pulumi.com/docs/cli/commands/pulumi_state_delete/, read 2026-11-21.</remarks>
internal static class LeavingSteps
{
    private const string CloudMapNamespace = "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace";
    private static readonly string[] Held = [.. AppMeshKinds.Rows.Select(kind => "kubernetes:appmesh.k8s.aws/v1beta2:" + kind.Kind)];

    public static MigrationStep Silence(string[] sites) => new(
        "Silence the controller",
        [
            "It would put back what the next step takes off. Its webhooks have the failurePolicy Fail: while nobody answers, they refuse every change of its objects, and every new pod in a "
                + $"namespace with the label {AppMeshFacts.InjectionLabel}, whatever its value. So they go with it.",
        ],
        [
            .. sites.Select(site => $"kubectl --context {site} -n {AppMeshFacts.Namespace} scale deployment -l {AppMeshKinds.ChartLabel} --replicas 0"),
            .. sites.Select(site => $"kubectl --context {site} delete mutatingwebhookconfigurations,validatingwebhookconfigurations -l {AppMeshKinds.ChartLabel}"),
        ],
        string.Join("; ", sites.Select(site => $"kubectl --context {site} get mutatingwebhookconfigurations,validatingwebhookconfigurations -l {AppMeshKinds.ChartLabel} finds nothing")));

    public static MigrationStep LetGo(PlanIndex plan, Lineage lineage, string[] sites)
    {
        var commands = new List<string>();
        var held = new List<string>();
        foreach (var kind in AppMeshKinds.Rows)
        {
            var objects = plan.Of("kubernetes:appmesh.k8s.aws/v1beta2:" + kind.Kind);
            if (objects.Count > 0)
            {
                held.Add($"{kind.Kind} by {string.Join(" and ", kind.Finalizers)}");
            }

            commands.AddRange(objects
                .Select(each => (Site: lineage.SiteOf(lineage[each.Provider!]!), Place: each.Space(), Name: each.Name()))
                .OrderBy(each => $"{each.Site} {each.Place} {each.Name}", StringComparer.Ordinal)
                .Select(each => $"kubectl --context {each.Site}{(each.Place is null ? "" : $" -n {each.Place}")} patch {kind.Resource} {each.Name} --type merge -p '{{\"metadata\":{{\"finalizers\":null}}}}'"));
        }

        return new(
            "Take the finalizers off",
            [
                "The controller takes them off an object once AWS has deleted what belongs to it, which AWS does not do any more. With them every delete waits for ever, that of a namespace and of a stack "
                    + $"with it. Here are held: {string.Join("; ", held)}.",
            ],
            [.. commands],
            string.Join("; ", sites.Select(site => $"kubectl --context {site} get {string.Join(',', AppMeshKinds.Rows.Select(kind => kind.Resource))} -A -o jsonpath='{{.items[*].metadata.finalizers}}' prints nothing")));
    }

    /// <summary>Of each namespace in Cloud Map, how it is emptied; none where there is no namespace.</summary>
    public static IEnumerable<MigrationStep> CloudMap(PlanIndex plan)
    {
        var spaces = plan.Of(CloudMapNamespace).Select(each => (Name: each.Text("name")!, Region: plan.Region(each)!)).ToList();
        return spaces.Count == 0 ? [] :
        [
            new(
                "Empty Cloud Map",
                [$"The controller made a service there for each node, with an instance for each pod, and they hold the namespace: {string.Join(", ", spaces.Select(space => space.Name))}. Taking instances out takes a moment: repeat what is refused."],
                [.. spaces.SelectMany(space => Emptying(space.Name, space.Region))],
                "Cloud Map has no service in the namespace"),
        ];
    }

    public static MigrationStep TakeAway(string stack, Updates updates, ObjectChanges objects)
    {
        var gone = updates.Last.Where(change => change.Change.Op == Operation.Delete && change.Before!.IsCustom).ToList();
        var kept = gone.Where(change => change.Change.IsRefused).Select(change => change.Before!.Urn).ToList();
        var last = gone.Where(change => Held.Contains(change.Before!.Type, StringComparer.Ordinal)).Select(change => change.Before!.Urn).Order(StringComparer.Ordinal).FirstOrDefault();
        var roles = gone.Count(change => change.Before!.Type == Types.Role);
        return new(
            "Take App Mesh away",
            [
                $"The whole update. {gone.Count} resources go: of them {objects.Objects.Count(each => each.Fate == ObjectFate.Goes)} objects and Helm releases, {roles} roles of IAM, which were taken by a token and which no pod on Istio needs, "
                    + "and what was the bridge.",
                .. kept.Count == 0 ? Array.Empty<string>() : [$"{kept.Count} of them are protected, and the engine stops at them until that is lifted."],
                $"Where a delete hangs all the same, stop it, and tell the engine to forget the resource. It then stays where it is, and nothing tells of it{(last is null ? "." : $": pulumi cancel --stack {stack}, then pulumi state delete --stack {stack} '{last}'")}",
            ],
            [.. kept.Select(urn => $"pulumi state unprotect --stack {stack} '{urn}'"), $"pulumi up --stack {stack}"],
            $"pulumi preview --stack {stack} --expect-no-changes");
    }

    public static MigrationStep CleanUp(string[] sites) => new(
        "Clean up what nobody takes away",
        [
            "A chart leaves its kinds behind. To delete them deletes every object of them in the cluster, whoever made it.",
            $"The role of App Mesh itself is one for the account: keep it while another cluster has App Mesh. And end what the first step held up.",
        ],
        [
            .. sites.Select(site => $"kubectl --context {site} delete crd {string.Join(' ', AppMeshKinds.Rows.Select(kind => kind.Resource))}"),
            $"aws iam delete-service-linked-role --role-name {AppMeshKinds.ServiceRole}",
        ],
        "nothing is left of it");

    private static string[] Emptying(string name, string region) =>
    [
        $"namespace=$(aws servicediscovery list-namespaces --region {region} --query \"Namespaces[?Name=='{name}'].Id\" --output text)",
        $"for service in $(aws servicediscovery list-services --region {region} --filters Name=NAMESPACE_ID,Values=$namespace --query 'Services[].Id' --output text); do",
        $"  for instance in $(aws servicediscovery list-instances --region {region} --service-id $service --query 'Instances[].Id' --output text); do",
        $"    aws servicediscovery deregister-instance --region {region} --service-id $service --instance-id $instance",
        "  done",
        $"  aws servicediscovery delete-service --region {region} --id $service",
        "done",
    ];
}
