using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

[Collection(Evaluations.Name)]
public class VerifyCommandTests
{
    [Fact]
    public async Task Tells_TheProofOfDev_InFull()
    {
        var (code, text) = await RunAsync("verify", "dev");

        Assert.Equal(0, code);
        Assert.Equal(
            """
            cross-cloud-mesh  dev

              links       1 pair of sites joined both ways, whatever fails; tried 102 sets of failures
                          aws-east - gcp-east: 5000 Mbit/s, 2500 without any one thing, 1250 without any two; 500 must pass
                            weakest: connection east-link-0
                            4 of 4 tunnels come up, packets up to 1406 bytes
                            by aws-east-hub-network > aws-east-hub-mesh > east-link-tunnel-0 |
                            east-link-tunnel-1 | east-link-tunnel-2 | east-link-tunnel-3 > gcp-east-network

              15 things may fail by themselves; 19 pairs of them are two parts of one redundancy
              not proven: a whole region, gateway or router lost; both halves of one redundancy lost at
                          once; what the clouds themselves get wrong; loss that leaves BGP up

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Tells_ThePlan_AsJson() =>
        Assert.Contains("\"network\": {\n    \"failures\": {\n      \"depth\": 2,", (await RunAsync("verify", "dev", "--format", "json")).Text, StringComparison.Ordinal);

    private static async Task<(int Code, string Text)> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        var code = await PreviewCommand.RunAsync(
            args,
            new() { Out = output, Error = TextWriter.Null, Directory = ProjectRoot.Path, Variable = _ => null },
            MeshProgram.Load);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
