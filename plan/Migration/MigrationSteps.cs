using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Migration;

/// <summary>The way from App Mesh to Istio, of what a plan has, so that at every moment every call gets there.</summary>
/// <remarks>
/// Pods move one set beside the other, since App Mesh tells its proxies nothing any more: they know the pods that were there when it ended, so
/// that callers must go before those that they call. What hangs is let go of last, when nothing needs it.
/// Source: <see cref="AppMeshKinds.Source"/>; https://www.pulumi.com/docs/iac/guides/basics/targeted-updates/, read 2026-11-21.
/// </remarks>
public static class MigrationSteps
{
    private const string AutoscalerChart = "cluster-autoscaler";

    /// <summary>
    /// The label that Istio's injector puts on a pod. Without it kubectl stops at the first pod that has no container of that name. Source:
    /// manifests/charts/istio-control/istio-discovery/files/injection-template.yaml of https://github.com/istio/istio, read 2026-11-21.
    /// </summary>
    private const string OnIstio = "security.istio.io/tlsMode=istio";

    /// <param name="before">The plan with App Mesh.</param>
    /// <param name="updates">What each update touches.</param>
    /// <param name="objects">What becomes of objects.</param>
    /// <param name="file">The stack's file.</param>
    /// <param name="folder">Where the lists of URNs and the change of the stack's file are.</param>
    public static Sequence<MigrationStep> Of(PlanDocument before, Updates updates, ObjectChanges objects, string file, string folder)
    {
        var (index, lineage, services) = (new PlanIndex(before.Resources), new Lineage(before.Resources), MovingService.Of(before));
        string[] sites = [.. index.Of(Types.AppMesh).Select(mesh => lineage.SiteOf(lineage[mesh.Provider!]!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var stack = before.Stack.Name;
        var steps = new List<MigrationStep>
        {
            Hold(stack, sites, services, before, lineage),
            Settings(stack, file, folder),
            Arrive(stack, sites, updates, objects, folder),
        };
        if (services.Count > 0)
        {
            steps.Add(Double(services));
        }

        if (updates.Second.Count > 0)
        {
            steps.Add(Lead(stack, services, updates, objects, sites, folder));
        }

        if (services.Count > 0)
        {
            steps.Add(Leave(stack, services, sites, updates, folder));
        }

        steps.Add(LeavingSteps.Silence(sites));
        steps.Add(LeavingSteps.LetGo(index, lineage, sites));
        steps.AddRange(LeavingSteps.CloudMap(index));
        steps.Add(LeavingSteps.TakeAway(stack, updates, objects));
        steps.Add(LeavingSteps.CleanUp(sites));
        return [.. steps];
    }

    private static MigrationStep Hold(string stack, string[] sites, Sequence<MovingService> services, PlanDocument before, Lineage lineage)
    {
        var autoscalers = before.Resources
            .Where(each => each.Text("chart")?.Contains(AutoscalerChart, StringComparison.Ordinal) == true && sites.Contains(lineage.SiteOf(lineage[each.Provider!]!), StringComparer.Ordinal))
            .Select(each => $"{each.Text("namespace")}/{each.Text("name")} in {lineage.SiteOf(lineage[each.Provider!]!)}")
            .ToList();
        return new(
            "Keep running what runs",
            [
                "App Mesh tells its proxies nothing since 2026-09-30. One that runs keeps what it was last told, the addresses of pods among it; one that starts waits for ever, "
                    + "and its pod is never ready. So until it is said, no pod of these may be started again"
                    + (services.Count == 0 ? ", and here there are none." : $": {string.Join(", ", services)}."),
                "Hold roll-outs and scalers of pods, and whatever takes nodes away: upgrades, repairs"
                    + (autoscalers.Count == 0 ? "." : $", and the autoscaler, Helm release {string.Join(" and ", autoscalers)}."),
            ],
            [
                $"pulumi stack export --stack {stack} --file {stack}.before.json",
                .. sites.Select(site => $"kubectl --context {site} get {string.Join(',', AppMeshKinds.Rows.Select(kind => kind.Resource))} -A -o yaml > {site}.appmesh.yaml"),
            ],
            "every pod of these is ready, and nothing is under way");
    }

    private static MigrationStep Settings(string stack, string file, string folder) => new(
        "Change the settings",
        [$"Lines go from {file}, none comes: the change is shown below. {folder} is the folder that --out writes."],
        [$"git apply {folder}/settings.diff", $"dotnet run --project preview -- {stack}"],
        "the preview finds no error");

    private static MigrationStep Arrive(string stack, string[] sites, Updates updates, ObjectChanges objects, string folder)
    {
        var labelled = objects.Objects.Where(each => each is { Kind: "Namespace", Fate: ObjectFate.Changes } && sites.Contains(each.Site, StringComparer.Ordinal)).Select(each => $"{each.Name} in {each.Site}").ToList();
        return new(
            $"Bring Istio, beside App Mesh in {string.Join(" and ", sites)}",
            [
                $"Only what comes, what changes in {string.Join(" and ", sites)}, and firewalls that open: {updates.First.Count} resources with the components above them. Nothing goes.",
                labelled.Count == 0
                    ? "No namespace changes."
                    : $"Namespaces change their labels: {string.Join(", ", labelled)}. Pods that start there from now on get a proxy of Istio's; those that run keep App Mesh's.",
            ],
            [$"pulumi up --stack {stack} $(sed 's/^/--target /' {folder}/up-1.urns)"],
            "istiod and the gateways are ready: " + string.Join("; ", sites.Select(site => $"kubectl --context {site} -n {IstioFacts.Namespace} get deployments")));
    }

    private static MigrationStep Double(Sequence<MovingService> services) => new(
        "Run each service on Istio, beside its pods on App Mesh",
        [
            $"In this order, so that each finds those that it calls: {string.Join(", ", services)}. Add a Deployment with the same pods, labels and service account, but without the annotation "
                + $"{AppMeshFacts.SecretMountsAnnotation}, and with one more label in its selector, so that the two keep apart.",
            "Pods on Istio call those on both, since both show the same identities under the same root. Pods on App Mesh, and its gateways, call those on App Mesh alone.",
        ],
        [.. services.Select(service => $"kubectl --context {service.Site} -n {service.Namespace} get pods -l app={service.App} -o custom-columns='POD:.metadata.name,CONTAINERS:.spec.containers[*].name,INIT:.spec.initContainers[*].name,READY:.status.conditions[?(@.type==\"Ready\")].status'")],
        "of each service as many pods with a container istio-proxy are ready as there are with a container envoy");

    private static MigrationStep Lead(string stack, Sequence<MovingService> services, Updates updates, ObjectChanges objects, string[] sites, string folder)
    {
        var changed = updates.Second.Select(urn => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..]).Distinct(StringComparer.Ordinal);
        return new(
            "Lead the other clusters to them",
            [
                $"In {string.Join(" and ", objects.Objects.Where(each => each.Fate == ObjectFate.Changes && !sites.Contains(each.Site, StringComparer.Ordinal)).Select(each => each.Site).Distinct(StringComparer.Ordinal))} "
                    + $"the routes change, and nothing else: {string.Join(", ", changed)}. From then on calls take the east-west gateways, and not the bridge, which stays for pods on App Mesh.",
            ],
            [$"pulumi up --stack {stack} $(sed 's/^/--target /' {folder}/up-2.urns)"],
            "calls arrive, by the log of proxies: " + string.Join("; ", services.Select(service => $"kubectl --context {service.Site} -n {service.Namespace} logs -l app={service.App},{OnIstio} -c istio-proxy")));
    }

    private static MigrationStep Leave(string stack, Sequence<MovingService> services, string[] sites, Updates updates, string folder) => new(
        "Take the pods on App Mesh away",
        [
            $"Callers before those that they call: {string.Join(", ", services.Reverse())}. Delete the Deployment that was there, and wait until its pods are gone. From now on pods may start again.",
            "Up to here there is a way back: take the change of the settings back, with endOfLife: deployAnyway, "
                + (updates.Back.Count == 0 ? "" : $"lead the other clusters back by pulumi up --stack {stack} $(sed 's/^/--target /' {folder}/back.urns), ")
                + $"then pulumi up --stack {stack}, and then delete the Deployments that came. From here on there is none.",
        ],
        [.. sites.Select(site => $"kubectl --context {site} get pods -A -o jsonpath='{{range .items[*]}}{{.metadata.namespace}}/{{.metadata.name}} {{.spec.containers[*].name}}{{\"\\n\"}}{{end}}' | grep -w {AppMeshKinds.ProxyContainer}")],
        "no pod of a service has a container envoy; those of a bridge's gateway still do");
}
