using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Dns;
using Pulumi.Gcp.Dns.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Leads a network's calls to Google's APIs and registries to the addresses that a service perimeter guards.</summary>
/// <remarks>
/// Makes 1 route and, for each of <see cref="GcpNetworkFacts.RestrictedDomains"/>, 1 private zone with 2 records: the addresses, and
/// every name below the domain. A service that no perimeter supports is not reachable there.
/// </remarks>
public sealed class GcpRestrictedApis : ComponentResource
{
    public const string Token = "infra:networks:GcpRestrictedApis";

    private const int TtlSeconds = 300;
    private const string AllApis = "googleapis.com.";

    /// <summary>What must be there before the first call.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public GcpRestrictedApis(string name, GcpRestrictedApisArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var range = GcpNetworkFacts.RestrictedRange;
        var addresses = Enumerable.Range(0, (int)range.AddressCount).Select(index => range.Part(32, index).ToString()[..^"/32".Length]).ToArray();
        var child = new CustomResourceOptions { Parent = this };

        // Holds even where a default route is learned from elsewhere.
        var route = new Route(name, new()
        {
            Name = $"{args.PhysicalName}-restricted-apis",
            Project = args.Project,
            Network = args.NetworkSelfLink,
            Description = "Google's APIs at their restricted addresses",
            DestRange = range.ToString(),
            NextHopGateway = "default-internet-gateway",
        }, child);

        Ready = [route, .. GcpNetworkFacts.RestrictedDomains.SelectMany(Lead)];
        RegisterOutputs();

        RecordSet[] Lead(string domain)
        {
            var key = domain.TrimEnd('.').Replace('.', '-');
            var zone = new ManagedZone($"{name}-{key}", new()
            {
                Name = $"{args.PhysicalName}-{key}",
                Project = args.Project,
                DnsName = domain,
                Description = $"{domain} at Google's restricted addresses",
                Visibility = "private",
                PrivateVisibilityConfig = new ManagedZonePrivateVisibilityConfigArgs
                {
                    Networks = { new ManagedZonePrivateVisibilityConfigNetworkArgs { NetworkUrl = args.NetworkSelfLink } },
                },
            }, new() { Parent = this, DependsOn = { args.DnsApi } });

            // The APIs have a name for these addresses; a registry's domain stands for them itself.
            var target = domain == AllApis ? GcpNetworkFacts.RestrictedName : domain;
            return
            [
                Record($"{key}-addresses", zone, target, "A", addresses),
                Record($"{key}-below", zone, $"*.{domain}", "CNAME", target),
            ];
        }

        RecordSet Record(string key, ManagedZone zone, string recordName, string type, params string[] data) => new($"{name}-{key}", new()
        {
            Project = args.Project,
            ManagedZone = zone.Name,
            Name = recordName,
            Type = type,
            Ttl = TtlSeconds,
            Rrdatas = data,
        }, child);
    }
}

/// <summary>What <see cref="GcpRestrictedApis"/> needs.</summary>
public sealed record GcpRestrictedApisArgs
{
    public required string Project { get; init; }

    /// <summary>The first part of every name: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The resource that stands for the DNS API being enabled.</summary>
    public required Resource DnsApi { get; init; }
}
