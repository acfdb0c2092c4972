using System.Text;
using System.Text.Json.Nodes;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the page on links says of prod's failures is what the proof says of them. UPDATE_GOLDEN=1 writes it anew.</summary>
[Collection(Evaluations.Name)]
public sealed class FailoverPageTests
{
    private const string Opening = "<!-- failover of: prod -->\n";
    private const string End = "<!-- end -->";

    private static readonly string PageFile = Path.Combine(ProjectRoot.Path, "docs", "links.md");

    [Fact]
    public async Task Failover_IsThatOfProd()
    {
        var page = await File.ReadAllTextAsync(PageFile);
        var begin = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        var table = Table(await ProofAsync());
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(PageFile, page[..begin] + table + page[end..]);
        }
        else
        {
            Assert.Equal(table, page[begin..end]);
        }
    }

    private static async Task<JsonNode> ProofAsync()
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            [VerifyCommand.Name, "prod", "--format", "json"],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return JsonNode.Parse(output.ToArray())!["network"]!;
    }

    private static string Table(JsonNode network)
    {
        var table = new StringBuilder("| sites | carried by | after the loss of | by | Mbit/s | within |\n| --- | --- | --- | --- | ---: | ---: |\n");
        foreach (var pair in network["pairs"]!.AsArray())
        {
            foreach (var row in pair!["failover"]!.AsArray())
            {
                var seconds = row!["seconds"] is { } known ? $"{known} s" : "nobody says";
                table.Append($"| {pair["from"]}, {pair["to"]} | {pair["usual"]} | {string.Join(", ", Kinds(row["failures"]!.AsArray()))} | {row["after"]} | {row["mbps"]} | {seconds} |\n");
            }
        }

        return table.ToString();
    }

    /// <summary>What is lost, without which of several alike it is.</summary>
    private static IEnumerable<string> Kinds(JsonArray failures) =>
        failures.Select(failure => Kind(failure!.ToString())).GroupBy(kind => kind).Select(kind => kind.Count() == 1 ? $"the {kind.Key}" : "aeiou".Contains(kind.Key[0]) ? $"an {kind.Key}" : $"a {kind.Key}");

    private static string Kind(string failure) =>
        failure.StartsWith("tunnel ", StringComparison.Ordinal) ? failure.Contains("-backup-") ? "tunnel of the backup" : "tunnel"
        : failure.StartsWith("connection ", StringComparison.Ordinal) ? "connection"
        : failure.StartsWith("customer gateway ", StringComparison.Ordinal) ? "device or interface that a connection ends at"
        : failure.StartsWith("interface ", StringComparison.Ordinal) ? "interface of Google's gateway"
        : failure.StartsWith("zone of endpoints ", StringComparison.Ordinal) ? "zone of AWS's endpoints"
        : failure.StartsWith("transport ", StringComparison.Ordinal) ? "interconnect"
        : failure.StartsWith("Direct Connect ", StringComparison.Ordinal) ? "whole of Direct Connect at the hub"
        : failure;
}
