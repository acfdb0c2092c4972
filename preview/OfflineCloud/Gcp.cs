namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>The forms that Google's services share.</summary>
internal static class Gcp
{
    public static string Project(Draft draft) => draft.Text("project") ?? draft.Scope.Project;

    public static string Region(Draft draft) => LastPart(draft.Text("region")) ?? draft.Scope.Region;

    /// <summary>The twelve digits by which Google knows a project.</summary>
    public static string ProjectNumber(string project) => Digest.Digits("project/" + project, 12);

    /// <summary>A Compute resource: the id is its path, and the self link is the path below the service.</summary>
    public static void Compute(Draft draft, string place, string kind)
    {
        var project = Project(draft);
        draft.Id = $"projects/{project}/{place}/{kind}/{draft.PhysicalName()}";
        draft["project"] = project;
        draft["selfLink"] = "https://www.googleapis.com/compute/v1/" + draft.Id;
    }

    public static void Regional(Draft draft, string kind)
    {
        var region = Region(draft);
        Compute(draft, "regions/" + region, kind);
        draft["region"] = region;
    }

    /// <summary>The name at the end of a path or self link.</summary>
    public static string? LastPart(string? path) => path?[(path.LastIndexOf('/') + 1)..];
}
