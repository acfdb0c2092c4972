namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Projects, the services enabled in them, and their service accounts.</summary>
internal static class GcpProjects
{
    public static void Fill(Dictionary<string, Maker> makers, Dictionary<string, Answerer> functions)
    {
        makers["gcp:projects/service:Service"] = d => d.Id = $"{Gcp.Project(d)}/{d.Text("service")}";
        makers["gcp:projects/iAMMember:IAMMember"] = d => d.Id = $"{Gcp.Project(d)}/{d.Text("role")}/{d.Text("member")}";
        makers["gcp:projects/serviceIdentity:ServiceIdentity"] = ServiceIdentity;
        makers["gcp:serviceaccount/account:Account"] = ServiceAccount;
        functions["gcp:organizations/getProject:getProject"] = (args, scope) =>
        {
            var project = args.GetValueOrDefault("projectId") as string ?? scope.Project;
            return Draft.Map(
                ("id", "projects/" + project),
                ("projectId", project),
                ("name", project),
                ("number", Gcp.ProjectNumber(project)));
        };
    }

    private static void ServiceIdentity(Draft d)
    {
        var (project, service) = (Gcp.Project(d), d.Text("service"));
        // The agents of the oldest services have domains of their own.
        var domain = service switch
        {
            "container.googleapis.com" => "container-engine-robot",
            "compute.googleapis.com" => "compute-system",
            _ => "gcp-sa-" + service?.Split('.')[0],
        };
        var email = $"service-{Gcp.ProjectNumber(project)}@{domain}.iam.gserviceaccount.com";
        d.Id = $"projects/{project}/services/{service}";
        d["email"] = email;
        d["member"] = "serviceAccount:" + email;
    }

    private static void ServiceAccount(Draft d)
    {
        var project = Gcp.Project(d);
        var email = $"{d.PhysicalName("accountId")}@{project}.iam.gserviceaccount.com";
        d.Id = $"projects/{project}/serviceAccounts/{email}";
        d["project"] = project;
        d["email"] = email;
        d["member"] = "serviceAccount:" + email;
        d["name"] = d.Id;
        d["uniqueId"] = Digest.Digits(d.Id, 21);
    }
}
