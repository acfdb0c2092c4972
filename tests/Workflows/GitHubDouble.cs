using System.IO.Compression;
using System.Text.Json;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>Stands for GitHub: answers what <c>post-comment.sh</c> asks by <c>gh api</c>, and keeps what is written.</summary>
internal sealed class GitHubDouble : IDisposable
{
    public const string Head = "0123456789abcdef0123456789abcdef01234567";
    public const string Newer = "fedcba9876543210fedcba9876543210fedcba98";
    public const string Bot = "github-actions[bot]";

    private readonly Script script = new();
    private readonly List<object> pulls = [];
    private readonly List<object> comments = [];

    public GitHubDouble() => script.Pretend(
        "gh",
        """
        printf '%s\n' "$*" >> "$FAKE/asked"
        method=GET
        while [ $# -gt 0 ]; do
          case $1 in
            --method) method=$2; shift ;;
            --input) cp "$2" "$FAKE/written.json"; shift ;;
            -H | -f) shift ;;
            repos/*) path=$1 ;;
          esac
          shift
        done
        [ "$method" = GET ] || { printf '%s %s\n' "$method" "$path" >> "$FAKE/writes"; exit 0; }
        cat "$FAKE/$path" 2> /dev/null || cat "$FAKE/$path.json"
        """);

    /// <summary>The event's number of the run, which grows with every run.</summary>
    public int Run { get; init; } = 500;

    public string Conclusion { get; init; } = "success";

    public int[] PullsOfTheEvent { get; init; } = [];

    /// <summary>What the run says it takes, in bytes; null for what it does.</summary>
    public int? Packed { get; init; }

    public string Branch { get; init; } = "topic";

    public void Dispose() => script.Dispose();

    public GitHubDouble Pull(int number, string head = Head, int repository = 7, string state = "open", string? now = null)
    {
        pulls.Add(new { number, state, head = new { sha = head, repo = new { id = repository } } });
        script.Write($"repos/o/r/pulls/{number}.json", JsonSerializer.Serialize(new { number, state, head = new { sha = now ?? head } }));
        script.Write($"repos/o/r/issues/{number}/comments", "[]");
        return this;
    }

    public GitHubDouble Comment(int pull, int id, string body, string author = Bot)
    {
        comments.Add(new { id, body, user = new { login = author } });
        script.Write($"repos/o/r/issues/{pull}/comments", JsonSerializer.Serialize(comments));
        return this;
    }

    /// <summary>Two pages of answers, as <c>gh api --paginate</c> prints them.</summary>
    public GitHubDouble PageOfStrangers(int pull)
    {
        var path = $"repos/o/r/issues/{pull}/comments";
        script.Write(path, JsonSerializer.Serialize(Enumerable.Range(1, 100).Select(id => new { id, body = "hello", user = new { login = "someone" } })) + script.Read(path));
        return this;
    }

    public GitHubDouble Artifact(params (string Name, string Text)[] files)
    {
        var path = script.Write("repos/o/r/actions/artifacts/31/zip", "");
        File.Delete(path);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        var size = Packed ?? new FileInfo(path).Length;
        script.Write($"repos/o/r/actions/runs/{Run}/artifacts", JsonSerializer.Serialize(new
        {
            artifacts = new object[]
            {
                new { id = 30, name = "comment", expired = true, size_in_bytes = 1L },
                new { id = 31, name = "comment", expired = false, size_in_bytes = size },
                new { id = 40, name = "previews", expired = false, size_in_bytes = 1L },
            },
        }));
        return this;
    }

    /// <summary>Runs the script.</summary>
    /// <returns>What it said last, what it wrote to where, and the body that it wrote.</returns>
    public (int Code, string Said, string Writes, string Body) Post()
    {
        script.Write("repos/o/r/pulls.json", JsonSerializer.Serialize(pulls));
        if (!File.Exists(Path.Combine(script.Folder, $"repos/o/r/actions/runs/{Run}/artifacts")))
        {
            script.Write($"repos/o/r/actions/runs/{Run}/artifacts", """{ "artifacts": [] }""");
        }

        var happened = script.Write("event.json", JsonSerializer.Serialize(new
        {
            workflow_run = new
            {
                id = Run,
                run_attempt = 1,
                head_sha = Head,
                head_branch = Branch,
                conclusion = Conclusion,
                head_repository = new { id = 7, owner = new { login = "stranger" } },
                pull_requests = PullsOfTheEvent.Select(number => new { number }),
            },
        }));
        var (code, said, error) = script.Run(
            "post-comment.sh",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["FAKE"] = script.Folder,
                ["GITHUB_EVENT_PATH"] = happened,
                ["GITHUB_REPOSITORY"] = "o/r",
                ["GITHUB_SERVER_URL"] = "https://github.example",
            },
            []);
        var writes = Path.Combine(script.Folder, "writes");
        return (
            code,
            (said + error).TrimEnd('\n'),
            File.Exists(writes) ? File.ReadAllText(writes).TrimEnd('\n') : "",
            File.Exists(writes) ? JsonDocument.Parse(script.Read("written.json")).RootElement.GetProperty("body").GetString()! : "");
    }

    /// <summary>Every question asked, a line each.</summary>
    public string Asked => script.Read("asked");
}
