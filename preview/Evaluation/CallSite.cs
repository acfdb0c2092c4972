using System.Diagnostics;
using System.Reflection;
using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>The instruction of the program that makes a resource.</summary>
internal readonly record struct CallSite(MethodBase Method, int Offset)
{
    /// <summary>Looks up the stack from inside a resource's constructor to whoever called it.</summary>
    public static CallSite? Of(Resource resource)
    {
        var frames = new StackTrace(1, fNeedFileInfo: false).GetFrames();
        var inConstructor = false;
        foreach (var frame in frames)
        {
            if (frame.GetMethod() is not { } method)
            {
                continue;
            }

            if (method.IsConstructor && method.DeclaringType!.IsInstanceOfType(resource))
            {
                inConstructor = true;
            }
            else if (inConstructor && !OfSdk(method))
            {
                return new(method, frame.GetILOffset());
            }
        }

        return null;
    }

    private static bool OfSdk(MethodBase method) =>
        method.Module.Assembly.GetName().Name is { } name && (name == "Pulumi" || name.StartsWith("Pulumi.", StringComparison.Ordinal));
}
