using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The root of a program's resources. <see cref="OutputAttribute"/> marks the stack's outputs in a derived class.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Options(options)) =>
        Deployment.Current.Stack = this;

    /// <exception cref="RunException">An output has no value, or is not an output.</exception>
    internal void RegisterStackOutputs()
    {
        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        List<string> missing = [], wrong = [];
        foreach (var (name, reader) in OutputLayout.Given(GetType()))
        {
            var value = reader.Read(this);
            outputs.Add(name, value);
            if (value is null)
                missing.Add(name);
            else if (value is not IOutput)
                wrong.Add(name);
        }

        if (missing.Count > 0)
        {
            throw new RunException($"Output(s) '{string.Join(", ", missing)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        if (wrong.Count > 0)
            throw RunException.OutputsHaveIncorrectType(wrong);
        RegisterOutputs(outputs);
    }

    private static ComponentResourceOptions? Options(StackOptions? options) => options is null ? null : new()
    {
        ResourceTransformations = options.ResourceTransformations,
        ResourceTransforms = options.ResourceTransforms,
    };
}
