using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Reads how callers leave out pods that fail; a listener without it has none left out.</summary>
/// <remarks>
/// However few percent may be ejected, one pod may always be; none is therefore refused. With less than half of them well, all are called.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_OutlierDetection.html and
/// https://github.com/aws/aws-app-mesh-examples/tree/main/walkthroughs/howto-outlier-detection, read 2026-11-21.
/// </remarks>
internal static class EjectionReader
{
    private const int WholePercent = 100;

    public static EjectionForm Read(Field field)
    {
        var outliers = field.Members();
        var most = outliers.Need("maxEjectionPercent");
        var form = new EjectionForm
        {
            ConsecutiveErrors = outliers.Need("maxServerErrors").Whole(1),
            IntervalMs = outliers.Need("interval").Milliseconds(least: 1),
            BaseMs = outliers.Need("baseEjectionDuration").Milliseconds(least: 1),
            MaxPercent = most.Whole(0, WholePercent) is > 0 and var percent ? percent : throw most.Refused("must be 1 or more, as one pod is ejected in any case"),
            PanicPercent = EjectionForm.UsualPanicPercent,
        };
        outliers.End();
        return form;
    }
}
