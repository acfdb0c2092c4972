using System.Globalization;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using Pulumi;

namespace CrossCloudMesh.Infra;

/// <summary>What the end of App Mesh means for a deployment: it must be asked for.</summary>
public static class AppMeshEnd
{
    /// <summary>The settings, if they are to be deployed.</summary>
    /// <exception cref="RunException">They hold App Mesh, and say that it is only to be shown.</exception>
    public static MeshSettings Deployable(MeshSettings settings) => settings.Mesh?.AppMesh is { EndOfLife: EndOfLife.RenderOnly } appMesh
        ? throw new RunException(string.Create(
            CultureInfo.InvariantCulture,
            $"mesh.appMesh.endOfLife: is renderOnly, so nothing was deployed: AWS ended App Mesh on {AppMeshFacts.EndedOn:yyyy-MM-dd}, and {string.Join(" and ", appMesh.Sites)} would be in it; "
            + $"the preview's command migrate shows the same policies on Istio, and the settings for it; deployAnyway deploys all the same"))
        : settings;
}
