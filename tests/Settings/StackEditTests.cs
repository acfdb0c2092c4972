using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>What a move takes out of a stack file: those lines and no others, as a change that can be applied.</summary>
public sealed class StackEditTests
{
    private const string Istio = "    istio:\n      revisions: { r1-31: { version: 1.31.1 } }\n      current: r1-31\n";
    private const string Lines = "    appMesh:\n      sites: [aws-east]\n\n      endOfLife: renderOnly\n";
    private const string Ended = "      - rule: app-mesh-end-of-life\n        resource: \"*\"\n        reason: known\n";
    private const string Other = "      - rule: support-window\n        resource: \"*\"\n        reason: known\n";

    [Theory]
    [InlineData("config:\n  mesh:\n" + Istio + Lines + "  b: 1\n", "config:\n  mesh:\n" + Istio + "  b: 1\n")]
    [InlineData("config:\n  p:mesh:\n" + Lines + "    # why\n" + Istio, "config:\n  p:mesh:\n    # why\n" + Istio)]
    [InlineData("config:\n  mesh:\n    appMesh: { sites: [aws-east], endOfLife: renderOnly } # was\n" + Istio, "config:\n  mesh:\n" + Istio)]
    [InlineData("config:\n  mesh:\n    appMesh:\n      sites:\n      - aws-east\n      endOfLife: renderOnly\n" + Istio, "config:\n  mesh:\n" + Istio)]
    [InlineData("config:\n  mesh:\n    appMesh:\n      sites:\n        - aws-east\n      endOfLife: renderOnly", "config:\n  mesh:")]
    [InlineData("config:\r\n  mesh:\r\n    appMesh:\r\n      sites: [a]\r\n    demo: 1\r\n", "config:\r\n  mesh:\r\n    demo: 1\r\n")]
    [InlineData("config:\n  mesh:\n" + Lines + "  rules:\n    suppress:\n" + Ended + Other, "config:\n  mesh:\n  rules:\n    suppress:\n" + Other)]
    [InlineData("config:\n  mesh:\n" + Lines + "  rules:\n    suppress:\n" + Other + Ended + "  c: 1\n", "config:\n  mesh:\n  rules:\n    suppress:\n" + Other + "  c: 1\n")]
    [InlineData("config:\n  rules:\n    suppress:\n" + Ended + "  mesh:\n" + Lines + Istio, "config:\n  mesh:\n" + Istio)]
    [InlineData("config:\n  rules:\n    suppress:\n" + Ended + "    other: 1\n  mesh:\n" + Lines + Istio, "config:\n  rules:\n    other: 1\n  mesh:\n" + Istio)]
    [InlineData("config:\n  mesh:\n" + Lines + "  rules: { suppress: [{ rule: app-mesh-end-of-life }] }\n", "config:\n  mesh:\n")]
    public void Move_TakesItsLinesOut_AndNoOthers(string text, string expected)
    {
        var (edit, fault) = Of(text);
        Assert.Null(fault);
        Assert.Equal(expected, edit!.Text);
        Assert.Equal(expected, Patch.Apply(text, edit.Diff));
        Assert.All(edit.Diff.Split('\n').Where(line => line.StartsWith('@')), Counted(edit.Diff));
    }

    [Theory]
    [InlineData("config:\n  mesh: { appMesh: { sites: [a] }, istio: { current: r } }\n", "mesh.appMesh: shares its line with something else, so that no line can be taken out; give it lines of its own")]
    [InlineData("config:\n  b: 1\n", "mesh.appMesh: does not stand in Pulumi.s.yaml, the only file that is changed for one stack; move the section mesh there")]
    public void What_CannotBeTakenOutByLines_IsSaid(string text, string sentence) => Assert.Equal(sentence, $"{Of(text).Fault}");

    /// <summary>Every hunk has as many lines as its head says.</summary>
    private static Action<string> Counted(string diff) => head =>
    {
        var lines = diff[(diff.IndexOf(head, StringComparison.Ordinal) + head.Length + 1)..].Split("\n@@")[0].TrimEnd('\n').Split('\n').Where(line => line is not ['\\', ..]).ToList();
        Assert.Equal($"{lines.Count}", head.Split(' ')[1].Split(',')[1]);
        Assert.Equal($"{lines.Count(line => line[0] == ' ')}", head.Split(' ')[2].Split(',')[1]);
    };

    private static (StackEdit? Edit, CrossCloudMesh.Values.Fault? Fault) Of(string text) => AppMeshOut.Of(new("Pulumi.s.yaml", "p", [], new()), text);
}
