namespace CrossCloudMesh.Plan.Pictures;

/// <summary>How much of a topology to draw.</summary>
internal enum TopologyDetail
{
    Everything,
    WithoutPools,
    SitesOnly,
}

/// <summary>One thing in a site.</summary>
/// <param name="Id">Its name in the picture.</param>
/// <param name="Label">What stands on it; a new line is a line.</param>
/// <param name="Open">The signs that give it its shape.</param>
/// <param name="Close">The same, at the other end.</param>
/// <param name="IsSmall">Left out where there is too much.</param>
/// <param name="Type">The type of what it stands for.</param>
internal sealed record TopologyBox(string Id, string Label, string Open, string Close, bool IsSmall, string Type);

/// <summary>A line between two things.</summary>
internal sealed record TopologyArrow(string From, string Line, string Label, string To, bool IsSmall);

/// <summary>A site with what stands in it.</summary>
/// <param name="Id">Its name in the picture.</param>
/// <param name="Cloud">Which cloud, and which account or project.</param>
/// <param name="Name">The site.</param>
/// <param name="Place">Its region.</param>
/// <param name="Boxes">In the order of their URNs.</param>
internal sealed record TopologySite(string Id, string Cloud, string Name, string Place, List<TopologyBox> Boxes);
