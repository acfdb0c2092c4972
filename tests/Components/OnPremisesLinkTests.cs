using System.Collections.Immutable;
using System.Text;
using CrossCloudMesh.Links;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class OnPremisesLinkTests
{
    private const string Connection = "aws:ec2/vpnConnection:VpnConnection";
    private const string Customer = "aws:ec2/customerGateway:CustomerGateway";
    private const string SecretText = "canary: a secret of more than 24 characters";

    [Fact]
    public async Task Makes_OneConnectionPerDevice_AndNothingOnGoogleCloud() => Assert.Equal(
        [
            "aws:cloudwatch/logGroup:LogGroup 2",
            "aws:ec2/customerGateway:CustomerGateway 2",
            "aws:ec2/vpnConnection:VpnConnection 2",
            "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation 2",
            "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation 4",
            "aws:kms/alias:Alias 2",
            "aws:kms/key:Key 2",
        ],
        (await RunAsync()).Counts());

    [Fact]
    public async Task Makes_OneConnection_WhereOneDeviceIsAccepted()
    {
        var asked = await RunAsync(args => OneDevice(args) with { AcceptsOneDevice = true });
        Assert.Equal("link-0", Assert.Single(asked.OfType(Connection)).Name);
    }

    [Theory]
    [InlineData("link-0", "198.51.100.7", "169.254.67.0/30", "169.254.67.4/30")]
    [InlineData("link-1", "198.51.100.8", "169.254.67.8/30", "169.254.67.12/30")]
    public async Task AConnection_GoesToItsDevice_WithOurOwnInsides(string name, string address, string first, string second)
    {
        var asked = await RunAsync();
        var (connection, customer) = (asked.One(Connection, name), asked.One(Customer, name));
        Assert.Equal((address, "65010"), (customer.Input("ipAddress"), customer.Input("bgpAsn")));
        Assert.Equal([customer.Urn], connection.PropertyDependencies["customerGatewayId"]!);
        Assert.Equal((first, second), (connection.Input("tunnel1InsideCidr"), connection.Input("tunnel2InsideCidr")));
        Assert.Equal(("false", "tgw-1"), (connection.Input("staticRoutesOnly"), connection.Input("transitGatewayId")));
        Assert.StartsWith("secret derived:", connection.Input("tunnel1PresharedKey"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSecondConnection_WaitsForTheFirst_AndBothAreProtected()
    {
        var asked = await RunAsync();
        Assert.Empty(asked.One(Connection, "link-0").DependsOn);
        Assert.Equal([asked.One(Connection, "link-0").Urn], asked.One(Connection, "link-1").DependsOn);
        Assert.All(asked.OfType(Connection).Concat(asked.OfType(Customer)), resource => Assert.True(resource.Options.Protect, resource.Name));
    }

    [Fact]
    public async Task ASecondDevice_MovesNothingOfTheFirst()
    {
        var before = await RunAsync(args => OneDevice(args) with { AcceptsOneDevice = true });
        var after = await RunAsync();
        Assert.All(before.Resources.Where(old => old.IsCustom), old => Assert.Equal(old.Inputs, after.Find(old.Urn)!.Inputs));
    }

    [Fact]
    public async Task AGeneration_ChangesTheKeys_OfItsDeviceAlone()
    {
        var before = await RunAsync();
        var after = await RunAsync(args => args with { KeyGenerations = [1, 2] });
        Assert.Equal(["link-1"], before.Resources.Where(old => !old.Inputs.Equals(after.Find(old.Urn)!.Inputs)).Select(old => old.Name));
    }

    [Fact]
    public async Task TheDeviceIsTold_WhatTheOtherEndOfEachTunnelHas()
    {
        ImmutableArray<ImmutableDictionary<string, string>> told = [];
        var asked = await Harness.RunAsync((aws, _) => Make(aws, args => args).DeviceConfiguration.Apply(each => told = each));

        Assert.Equal(["0", "1", "2", "3"], told.Select(tunnel => tunnel["tunnel"]));
        Assert.Equal(["198.51.100.7", "198.51.100.7", "198.51.100.8", "198.51.100.8"], told.Select(tunnel => tunnel["deviceAddress"]));
        for (var number = 0; number < 4; number++)
        {
            var (connection, half, tunnel) = (asked.One(Connection, $"link-{number / 2}"), $"tunnel{(number % 2) + 1}", told[number]);
            Assert.Equal(Assert.IsType<PlanValue.TextValue>(connection.Outputs[$"{half}Address"]).Value, tunnel["awsAddress"]);
            Assert.Equal($"169.254.67.{4 * number}/30", connection.Input($"{half}InsideCidr"));
            Assert.Equal($"169.254.67.{(4 * number) + 1}", tunnel["awsInsideAddress"]);
            Assert.Equal($"169.254.67.{(4 * number) + 2}/30", tunnel["deviceInsideAddress"]);
            Assert.Equal(PreSharedKey.Derive(SecretText, "frankfurt", number, 1), tunnel["preSharedKey"]);
            Assert.Equal($"[{tunnel["ikeVersion"]}]", connection.Input($"{half}IkeVersions"));
            foreach (var phase in new[] { "Phase1", "Phase2" })
            {
                Assert.Equal($"[{tunnel["encryption"]}]", connection.Input($"{half}{phase}EncryptionAlgorithms"));
                Assert.Equal($"[{tunnel["integrity"]}]", connection.Input($"{half}{phase}IntegrityAlgorithms"));
                Assert.Equal($"[{tunnel["dhGroup"]}]", connection.Input($"{half}{phase}DhGroupNumbers"));
            }
        }
    }

    [Fact]
    public async Task TheDeviceIsTold_WhatToAnnounce_AndWhatToHear()
    {
        ImmutableArray<ImmutableDictionary<string, string>> told = [];
        await Harness.RunAsync((aws, _) => Make(aws, args => args).DeviceConfiguration.Apply(each => told = each));
        Assert.All(told, tunnel =>
        {
            Assert.Equal(("65010", "64512"), (tunnel["deviceAsn"], tunnel["awsAsn"]));
            Assert.Equal(("192.168.0.0/16", "10.0.0.0/16, 10.32.0.0/23"), (tunnel["announce"], tunnel["expect"]));
            Assert.Equal(("1446", "1406"), (tunnel["mtuBytes"], tunnel["tcpMssBytes"]));
            Assert.Equal(("28800", "3600"), (tunnel["phase1LifetimeSeconds"], tunnel["phase2LifetimeSeconds"]));
        });
    }

    [Fact]
    public async Task WhatTheDeviceIsTold_IsASecret()
    {
        OnPremisesLink? made = null;
        await Harness.RunAsync((aws, _) => made = Make(aws, args => args));
        Assert.True(await Output.IsSecretAsync(made!.DeviceConfiguration));
    }

    [Fact]
    public async Task Keys_AreDistinct_AndNeverInTheClear()
    {
        var asked = await RunAsync();
        Assert.Equal(
            4,
            asked.OfType(Connection).SelectMany(each => new[] { each.Input("tunnel1PresharedKey"), each.Input("tunnel2PresharedKey") })
                .Distinct(StringComparer.Ordinal).Count());
        var all = Encoding.UTF8.GetString(PlanWriter.Write(Plans.Of(asked.Resources)).Span);
        Assert.DoesNotContain(PreSharedKey.Derive(SecretText, "frankfurt", 0, 1), all, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64512, "onPremises.asn: must differ from the hub's, or each drops the other's routes; got 64512")]
    [InlineData(64500, "onPremises.asn: must be a private AS number, 64512 to 65534, or the data centre's public one: RFC 5398 keeps it for documentation; got 64500")]
    [InlineData(70000, "onPremises.asn: must be a private AS number, 64512 to 65534, or the data centre's public one: IANA keeps it for itself; got 70000")]
    [InlineData(7224, "onPremises.asn: must not be a number that AWS refuses in us-east-1; got 7224")]
    public async Task Refuses_AnAsn_ThatNoNetworkBears(int asn, string sentence) => Assert.Contains(
        sentence, await FailAsync(args => args with { OnPremises = args.OnPremises with { Asn = asn } }), StringComparison.Ordinal);

    [Theory]
    [InlineData(64513)]
    [InlineData(3320)]
    public async Task Takes_APrivateAsn_AndAPublicOne(int asn) => Assert.Equal(
        asn.ToString(), (await RunAsync(args => args with { OnPremises = args.OnPremises with { Asn = asn } })).One(Customer, "link-0").Input("bgpAsn"));

    [Fact]
    public async Task Refuses_OneDevice_UnlessItIsAccepted() => Assert.Contains(
        "onPremises.devices: must be 2, so that the data centre stays joined when one of them fails; got 1; add the second, or accept one by acceptsOneDevice: true",
        await FailAsync(OneDevice),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { "198.51.100.7", "198.51.100.7" }, "onPremises.devices[1]: must be an address of its own, or one failure takes both; got 198.51.100.7")]
    [InlineData(new[] { "198.51.100.7", "198.51.100.8", "198.51.100.9" }, "onPremises.devices: must be 2; got 3")]
    [InlineData(new[] { "198.51.100.7", "198.51.100.8", "198.51.100.9" }, "keyGenerations: must hold one for each of 3 devices; got 2")]
    [InlineData(new string[0], "onPremises.devices: must be 2; got 0")]
    public async Task Refuses_Devices_ThatDoNotStandInForOneAnother(string[] devices, string sentence) => Assert.Contains(
        sentence,
        await FailAsync(args => args with { OnPremises = args.OnPremises with { Devices = [.. devices.Select(device => PublicAddress.Parse(device)!.Value)] } }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("10.0.64.0/18", "onPremises.ranges: must not overlap 10.0.0.0/16, which it is to reach over this link; got 10.0.64.0/18")]
    [InlineData("10.32.0.0/16", "onPremises.ranges: must not overlap 10.32.0.0/23, which it is to reach over this link; got 10.32.0.0/16")]
    public async Task Refuses_Ranges_OfThoseThatItIsToReach(string range, string sentence) => Assert.Contains(
        sentence, await FailAsync(args => args with { OnPremises = args.OnPremises with { Ranges = [Cidr.Parse(range)!.Value] } }), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_NoRanges_AndTooSmallAnInside()
    {
        var fault = await FailAsync(args => args with { Inside = Cidr.Parse("169.254.67.0/29")!.Value, OnPremises = args.OnPremises with { Ranges = [] } });
        Assert.Contains("onPremises.ranges: must name what is in the data centre; got none", fault, StringComparison.Ordinal);
        Assert.Contains("inside: must be a /28 or larger, which four tunnels need; got 169.254.67.0/29", fault, StringComparison.Ordinal);
    }

    private static OnPremisesLinkArgs OneDevice(OnPremisesLinkArgs args) =>
        args with { KeyGenerations = [1], OnPremises = args.OnPremises with { Devices = [args.OnPremises.Devices[0]] } };

    private static Task<Asked> RunAsync(Func<OnPremisesLinkArgs, OnPremisesLinkArgs>? with = null) => Harness.RunAsync((aws, _) => Make(aws, with ?? (args => args)));

    private static Task<string> FailAsync(Func<OnPremisesLinkArgs, OnPremisesLinkArgs> with) => Harness.FailAsync((aws, _) => Make(aws, with));

    private static OnPremisesLink Make(ComponentResourceOptions aws, Func<OnPremisesLinkArgs, OnPremisesLinkArgs> with) => new("link", with(new()
    {
        Key = "frankfurt",
        PhysicalName = "test-frankfurt",
        Aws = new()
        {
            AccountId = "123456789012",
            Region = "us-east-1",
            Asn = 64512,
            TransitGatewayId = "tgw-1",
            LinkTableId = "tgw-rtb-frankfurt",
            SegmentTables = new[] { "mesh", "via-east" }.ToImmutableSortedDictionary(
                segment => segment, segment => Output.Create($"tgw-rtb-{segment}"), StringComparer.Ordinal),
            Ranges = [Cidr.Parse("10.0.0.0/16")!.Value],
        },
        OnPremises = new()
        {
            Asn = 65010,
            Devices = [PublicAddress.Parse("198.51.100.7")!.Value, PublicAddress.Parse("198.51.100.8")!.Value],
            Ranges = [Cidr.Parse("192.168.0.0/16")!.Value],
        },
        Through = [Cidr.Parse("10.32.0.0/23")!.Value],
        Inside = TunnelPlan.OfLink(3),
        Proposal = IkeProposal.Gcm,
        Bandwidth = "standard",
        Secret = Output.CreateSecret(SecretText),
        KeyGenerations = [1, 1],
        LogRetentionDays = 30,
        Protect = true,
    }), aws);
}
