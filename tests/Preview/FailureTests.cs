using CrossCloudMesh.Preview.Evaluation;
using Pulumi;

namespace CrossCloudMesh.Tests.Preview;

[Collection(Evaluations.Name)]
public class FailureTests
{
    [Fact]
    public async Task Program_ThatRefuses_IsQuoted_AsItIs()
    {
        Assert.Equal(["the sky fell"], await Run.FailureOfAsync(() => throw new RunException("the sky fell")));
        Assert.Equal(["two\nlines"], await Run.FailureOfAsync(() => throw new RunException("two\nlines")));
        Assert.Equal(["a plain word"], await Run.FailureOfAsync(() => throw new InvalidOperationException("a plain word")));
    }

    [Fact]
    public async Task Program_ThatDidNotMeanToFail_IsToldWhere()
    {
        var message = Assert.Single(await Run.FailureOfAsync(() => _ = new Dictionary<string, int>()["nowhere"]));

        Assert.Matches(
            @"^tests/Preview/FailureTests\.cs:\d+: the program is at fault, not the settings: The given key 'nowhere' was not present in the dictionary "
            + @"\(KeyNotFoundException\); mend it there; PREVIEW_DEBUG=1 shows its trace$",
            message);
    }

    [Fact]
    public async Task Component_ThatDidNotMeanToFail_IsNamed()
    {
        var message = Assert.Single(await Run.FailureOfAsync(() =>
        {
            _ = new Group("first");
            _ = new Group("net", fill: _ => throw new TimeoutException("too slow."));
        }));

        Assert.Matches(@"^tests/Preview/FailureTests\.cs:\d+: .* where it makes [\w:]+ 'net': too slow \(TimeoutException\); ", message);
    }

    [Fact]
    public async Task WhatWrapsAFailure_IsLeftOut()
    {
        var message = Assert.Single(await Run.FailureOfAsync(() => throw new InvalidOperationException("outer", new FormatException("inner"))));

        Assert.Contains(": inner (FormatException); ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_IsKept_ForThoseWhoAsk()
    {
        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => Run.OfAsync(() => throw new TimeoutException("too slow")));

        Assert.StartsWith("System.TimeoutException: too slow\n   at CrossCloudMesh.Tests.Preview.FailureTests.", failure.Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Component_ThatThrows_IsQuoted_WithoutItsStack()
    {
        Assert.Equal(
            ["slots: needs four; got three"],
            await Run.FailureOfAsync(() => _ = new Group("net", fill: net => throw new ResourceException("slots: needs four; got three", net))));
    }

    [Fact]
    public async Task Program_ThatFailsInACallback_IsQuoted()
    {
        var messages = await Run.FailureOfAsync(() => _ = new Thing("vpc", new()
        {
            Text = new Thing("first").Arn.Apply(string (arn) => throw new InvalidOperationException("no ARN like this")),
        }));

        Assert.Contains("no ARN like this", messages);
        Assert.All(messages, m => Assert.DoesNotContain("   at ", m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_ThatCannotLiveWithUnknownOutputs_IsRefused()
    {
        var message = Assert.Single(await Run.FailureOfAsync(() =>
        {
            var vpc = new Thing("vpc");
            var arn = Pulumi.Utilities.OutputUtilities.GetValueAsync(vpc.Arn).GetAwaiter().GetResult();
            if (string.IsNullOrEmpty(arn))
            {
                throw new RunException("an ARN is needed");
            }
        }));

        Assert.Equal("the program fails while outputs are unknown, as in a first preview: an ARN is needed", message);
    }

    [Fact]
    public async Task Arguments_ThatHideTheirSecrets_AreRefused()
    {
        var messages = await Run.FailureOfAsync(() => _ = new CustomResource(
            "aws:ec2/vpc:Vpc",
            "vpc",
            new DictionaryResourceArgs(System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty.Add("a", "b")),
            null));

        Assert.Contains(messages, m => m.Contains("DictionaryResourceArgs hide their secrets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Function_ThatNoCloudAnswers_IsNamed()
    {
        var messages = await Run.FailureOfAsync(() => _ = new Thing("vpc", new()
        {
            Text = Deployment.Instance.Invoke<System.Collections.Immutable.ImmutableDictionary<string, object>>("aws:index/getMoon:getMoon", InvokeArgs.Empty)
                .Apply(_ => "x"),
        }));

        Assert.Contains(messages, m => m.Contains("the offline cloud cannot answer 'aws:index/getMoon:getMoon'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_ThatWaitsForItself_IsToldWhichResourcesWait()
    {
        var never = new TaskCompletionSource<string>();

        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => Evaluator.RunAsync(
            Run.Program(() => _ = new Thing("stuck", new() { Text = Output.Create(never.Task) })), patience: TimeSpan.FromMilliseconds(50)));

        Assert.EndsWith("does not end; these wait, perhaps for each other: stuck", Assert.Single(failure.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_IsLeft_AsItWas()
    {
        var before = (Environment.ExitCode, Environment.GetEnvironmentVariable("PULUMI_CONFIG"));

        await Run.FailureOfAsync(() => throw new InvalidOperationException("no"));

        Assert.Equal(before, (Environment.ExitCode, Environment.GetEnvironmentVariable("PULUMI_CONFIG")));
    }
}
