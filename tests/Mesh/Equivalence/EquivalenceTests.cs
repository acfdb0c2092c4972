using System.Globalization;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values.Mesh;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh.Equivalence;

/// <summary>What is rendered for a kind of mesh, and read back by its lifter, is what the policy asks for.</summary>
[Collection(Evaluations.Name)]
public sealed class EquivalenceTests
{
    /// <summary>How many policies at random there are for each kind: a number of 1 or more in place of the usual.</summary>
    private const string CasesVariable = "EQUIVALENCE_CASES";

    private const int UsualCases = 300;

    /// <summary>How many policies share a run of the program.</summary>
    private const int OfARun = 25;

    private const int Size = 50;

    public static TheoryData<string> Targets => MeshTargets.Names;

    public static TheoryData<string, string> Refusals
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var target in MeshTargets.Names)
            {
                foreach (var name in MeshTargets.Named(target).Refused.Keys)
                {
                    rows.Add(target, name);
                }
            }

            return rows;
        }
    }

    /// <summary>Whether a long run was asked for.</summary>
    internal static bool IsLong => Cases > UsualCases;

    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable(CasesVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) && cases > 0
        ? cases
        : UsualCases;

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task WhatIsRendered_IsWhatIsAskedFor(string name)
    {
        var target = MeshTargets.Named(name);
        for (var done = 0; done < Cases; done += OfARun)
        {
            List<MeshPolicy> policies = [.. target.Policies.Sample(Size, Math.Min(OfARun, Cases - done))];
            foreach (var (policy, objects) in policies.Zip(await target.RenderAsync(policies)))
            {
                Holds(policy, target.Lift(objects));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task WhatItCannotDo_IsRefused_WithItsReason(string name, string refused)
    {
        var (policy, sentence) = MeshTargets.Named(name).Refused[refused];
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => MeshTargets.Named(name).RenderAsync([policy]));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>What all can do is the same whichever does it, so that a service may go from one to another.</summary>
    [Fact]
    public async Task WhatAllCanDo_IsTheSame_WhicheverDoesIt()
    {
        for (var done = 0; done < Cases; done += OfARun)
        {
            List<MeshPolicy> policies = [.. PolicyGen.CalledFor(PolicyTargets.All).Sample(Size, Math.Min(OfARun, Cases - done))];
            foreach (var target in MeshTargets.Each)
            {
                var rendered = await target.RenderAsync([.. policies.Select(policy => PolicyGen.OnOneSite(policy, target.Kind))]);
                foreach (var (policy, objects) in policies.Zip(rendered))
                {
                    Holds(policy, target.Lift(objects));
                }
            }
        }
    }

    /// <summary>Whatever extension a kind cannot do, in whatever policy, is refused for each service that asks for it.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public async Task WhatOnlyOthersCanDo_IsRefused_ByName(string name)
    {
        var target = MeshTargets.Named(name);
        foreach (var policy in PolicyGen.ForIstio.Sample(Size, OfARun))
        {
            foreach (var service in policy.Services)
            {
                var faults = PolicyFaults.Beyond(service, target.Kind).Select(fault => $"{fault}").ToList();
                if (faults.Count > 0)
                {
                    var failure = await Assert.ThrowsAnyAsync<Exception>(() => target.RenderAsync([PolicyGen.OnOneSite(policy with { Services = [service] }, target.Kind)]));
                    Assert.All(faults, fault => Assert.Contains(fault, failure.Message, StringComparison.Ordinal));
                }
            }
        }
    }

    /// <summary>The policies at random are worth something: each thing that a policy can say is said by one.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void Policies_ReachEverything(string name)
    {
        var target = MeshTargets.Named(name);
        List<MeshPolicy> policies = [.. target.Policies.Sample(Size, UsualCases)];
        List<ServicePolicy> services = [.. policies.SelectMany(policy => policy.Services)];
        Assert.Equal(Enum.GetValues<RetryEvent>(), services.SelectMany(service => service.Retries?.On ?? []).Distinct().Order());
        Assert.Equal(Enum.GetValues<ServiceProtocol>(), services.Select(service => service.Protocol).Distinct().Order());
        Assert.Contains(services, service => service.TimeoutMs == 0 && service.Retries is not null);
        Assert.Contains(services, service => service.Retries is null);
        Assert.Contains(services, service => service.Callers.Length > 1);
        Assert.Equal(target.Kind is not PolicyTargets.AppMesh, services.Exists(service => service.Sites.Length > 1));
        Assert.Contains(services, service => service.Canary is { Step: > 1 } canary && canary.Weights.Count(weight => weight.Value > 0) > 1);
        Assert.Contains(services, service => service.Canary is { } canary && canary.Weights.ContainsValue(0));
        Assert.Contains(policies, policy => policy.Services.Length > 3);
        Assert.Contains(policies, policy => policy.Services.GroupBy(service => service.Name.Name).Any(same => same.Count() > 1));
        Assert.Equal(
            PolicyGen.ForIstio.Sample(Size, UsualCases).SelectMany(policy => policy.Services).SelectMany(service => service.Extensions)
                .Where(extension => extension.Targets.HasFlag(target.Kind) && extension is not EjectionLimit).Select(extension => extension.GetType().Name).Distinct().Order(StringComparer.Ordinal),
            services.SelectMany(service => service.Extensions).Where(extension => extension is not EjectionLimit).Select(extension => extension.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Holds(MeshPolicy policy, MeshReading reading)
    {
        Assert.True(reading.Faults.Count == 0, string.Join('\n', reading.Faults));
        var expected = PolicyForm.Of(policy);
        Assert.Equal(expected.Services.AsEnumerable(), reading.Form!.Services.AsEnumerable());
        Assert.Equal(expected, reading.Form);
    }
}
