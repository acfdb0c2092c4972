using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.OfflineCloud;
using Pulumi;
using Pulumi.Testing;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Runs a Pulumi program without an engine and without a cloud, and tells what it would ask for.</summary>
/// <remarks>
/// Configuration reaches a program through the environment of the process, so only one program can run at a time.
/// The program runs twice: once with all outputs that the offline cloud knows, and once with none, as in a first preview.
/// </remarks>
public static class Evaluator
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

    /// <param name="program">What to run.</param>
    /// <param name="withSources">Also find the source line of each resource, which costs the reading of symbols.</param>
    /// <param name="cloud">What answers instead of the clouds.</param>
    /// <param name="patience">How long the program may ask for nothing before it counts as waiting for itself; 20 s if not told.</param>
    /// <exception cref="ProgramFailedException">The program failed, or made what an engine would refuse.</exception>
    public static async Task<EvaluatedProgram> RunAsync(
        PreviewedProgram program, bool withSources = false, Cloud? cloud = null, TimeSpan? patience = null)
    {
        cloud ??= new();
        var exitCode = Environment.ExitCode;
        var before = (Config: Environment.GetEnvironmentVariable("PULUMI_CONFIG"), Secrets: Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS"));
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", ConfigJson(program.Config));
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", KeysJson(program.SecretKeys));
        try
        {
            var once = new Once(program, patience ?? UsualPatience);
            var evaluation = await EvaluateAsync(program, once, withSources, cloud);
            var unknown = new UnknownOutputs(cloud);
            await once.RunAsync(
                unknown, null, () => unknown.Calls, () => "", _ => null, "the program fails while outputs are unknown, as in a first preview: ");
            return evaluation;
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", before.Config);
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", before.Secrets);
            // The SDK sets it when a program fails, even where nobody asked it to end the process.
            Environment.ExitCode = exitCode;
        }
    }

    /// <summary>The first run. What it holds of the SDK's objects is free again before the second begins.</summary>
    private static async Task<EvaluatedProgram> EvaluateAsync(PreviewedProgram program, Once once, bool withSources, Cloud cloud)
    {
        var urns = new UrnScheme(program.Stack, program.Project);
        var secrets = new SecretBook(program);
        var recorder = new Recorder(urns, cloud, secrets, withSites: withSources);
        await once.RunAsync(recorder, recorder.Note, () => recorder.Calls, () => Waiting(recorder), recorder.LastOf, "");
        return await Harvest.ReapAsync(recorder, urns, secrets);
    }

    private static string Waiting(Recorder recorder)
    {
        var names = new List<string>();
        foreach (var record in recorder.Records)
        {
            if (record.Inputs is null)
            {
                names.Add(record.Resource.GetResourceName());
            }
        }

        return names.Count == 0 ? "" : "; these wait, perhaps for each other: " + string.Join(", ", names);
    }

    private static string ConfigJson(IReadOnlyDictionary<string, string> config) => Json(json =>
    {
        json.WriteStartObject();
        foreach (var (key, value) in config)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    });

    private static string KeysJson(IEnumerable<string> keys) => Json(json =>
    {
        json.WriteStartArray();
        foreach (var key in keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>One run of the program.</summary>
    private sealed record Once(PreviewedProgram Program, TimeSpan Patience)
    {
        public async Task RunAsync(
            IMocks engine, ResourceTransformation? note, Func<int> calls, Func<string> waiting, Func<string, string?> made, string preface)
        {
            var options = new StackOptions();
            if (note is not null)
            {
                options.ResourceTransformations.Add(note);
            }

            try
            {
                var run = Deployment.TestWithServiceProviderAsync<Stack>(
                    engine,
                    new OneStack(() => Program.NewStack(options)),
                    new TestOptions { ProjectName = Program.Project, StackName = Program.Stack, IsPreview = true });
                for (var seen = calls(); !run.IsCompleted && await Task.WhenAny(run, Task.Delay(Patience)) != run; seen = calls())
                {
                    if (seen == calls())
                    {
                        throw new ProgramFailedException(
                            [$"{preface}the program has asked for nothing in {Patience.TotalSeconds} s and does not end{waiting()}"]);
                    }
                }

                await run;
            }
            catch (Exception problem) when (problem is not ProgramFailedException)
            {
                var failure = Failure.Of(problem, made);
                throw new ProgramFailedException([.. failure.Messages.Select(message => preface + message)], failure.Trace);
            }
        }
    }

    /// <summary>Hands the SDK the one stack that it asks for.</summary>
    private sealed class OneStack(Func<Stack> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Stack) ? make() : null;
    }

    /// <summary>A cloud that has made nothing yet: every output beyond the inputs is unknown.</summary>
    private sealed class UnknownOutputs(Cloud cloud) : IMocks
    {
        private int calls;

        public int Calls => Volatile.Read(ref calls);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult<(string?, object)>((string.IsNullOrEmpty(args.Id) ? null : args.Id, args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(cloud.Call(args.Token!, args.Args, args.Provider));
    }
}

/// <summary>What one run of a program asks for.</summary>
/// <param name="Resources">In the order in which the program made them.</param>
/// <param name="Outputs">What the stack hands out.</param>
/// <param name="Findings">What only the run itself could notice.</param>
public sealed record EvaluatedProgram(IReadOnlyList<PlannedResource> Resources, SortedMap<PlanValue> Outputs, IReadOnlyList<Finding> Findings);
