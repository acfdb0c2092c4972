using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan;

/// <summary>Plans to test with: a small one, and any.</summary>
internal static class Plans
{
    private static readonly Gen<string> Word = Gen.Elements(
        "a", "b", "name", "cidrBlock", "secret", "unknown", "asset", "literal", "ref", "é", "日本", "😀", "with space", "\"quoted\"", "two\nlines", "<&'+>");

    private static readonly Gen<string> Urn = Gen.Elements("vpc", "net", "hub::odd", "ünïcode").Select(n => $"urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::{n}");

    public static PlannedResource Vpc(string name) => new()
    {
        Urn = $"urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::{name}",
        Type = "aws:ec2/vpc:Vpc",
        Name = name,
        IsCustom = true,
        Inputs = new([new("cidrBlock", PlanValue.Of("10.0.0.0/16"))]),
    };

    public static PlanDocument Of(params IEnumerable<PlannedResource> resources) => PlanDocument.OfFirstUpdate(
        new("mesh", "dev"), new(true, ["live state"]), resources, [], SortedMap<PlanValue>.Empty);

    public static Gen<PlanValue> Value { get; } = Gen.Sized(size => ValueOf(Math.Min(size, 6)));

    public static Gen<PlanDocument> Any { get; } =
        from resources in Gen.ListOf(Resource())
        from findings in Gen.ListOf(Finding())
        from outputs in Map(Value)
        from survives in Gen.Elements(true, false)
        from notes in Texts()
        from cost in Estimate()
        from timeline in Timeline()
        from network in Network()
        select PlanDocument.OfFirstUpdate(new("mesh", "dev"), new(survives, notes), resources.DistinctBy(r => r.Urn), findings, outputs) with
        {
            Cost = cost,
            Timeline = timeline,
            Network = network,
        };

    private static Gen<PlanValue> ValueOf(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(PlanValue.Null, PlanValue.Unknown, PlanValue.Of(true), PlanValue.Of(false)),
            Word.Select(PlanValue.Of),
            Gen.Elements(0, 1, -1, 0.1, 65535, 1e21, -2.5e-7, double.MaxValue, double.Epsilon).Select(PlanValue.Of),
            Gen.Elements<PlanValue>(
                new PlanValue.SecretValue("config:mesh:psk"),
                new PlanValue.SecretValue("derived:0123456789abcdef"),
                new PlanValue.AssetValue("FileAsset")));
        if (size <= 0)
        {
            return leaf;
        }

        var inner = ValueOf(size / 2);
        return Gen.OneOf(
            leaf,
            Gen.ListOf(inner).Select(items => (PlanValue)new PlanValue.ListValue(Sequence.Create<PlanValue>([.. items.Take(3)]))),
            Map(inner).Select(members => (PlanValue)new PlanValue.ObjectValue(members)));
    }

    private static Gen<SortedMap<T>> Map<T>(Gen<T> value)
        where T : notnull =>
        Gen.ListOf(Word.SelectMany(k => value.Select(v => KeyValuePair.Create(k, v))))
            .Select(entries => new SortedMap<T>([.. entries.Take(4).DistinctBy(e => e.Key)]));

    private static Gen<Sequence<string>> Texts() => Gen.ListOf(Word).Select(texts => Sequence.Sorted(texts.Take(3)));

    private static Gen<PlannedResource> Resource() =>
        from urn in Urn
        from custom in Gen.Elements(true, false)
        from parent in Gen.OneOf(Gen.Constant<string?>(null), Urn.Select(u => (string?)u))
        from provider in Gen.OneOf(Gen.Constant<string?>(null), Urn.Select(u => (string?)u))
        from inputs in Map(Value)
        from options in Options()
        from waits in Gen.ListOf(Urn)
        from properties in Map(Gen.ListOf(Urn).Select(u => Sequence.Sorted(u)))
        from line in Gen.Elements<SourceLine?>(null, new SourceLine("components/Networks/AwsNetwork.cs", 41))
        select new PlannedResource
        {
            Urn = urn,
            Type = "aws:ec2/vpc:Vpc",
            Name = "vpc",
            IsCustom = custom,
            Parent = parent,
            Provider = provider,
            Inputs = inputs,
            Options = options,
            DependsOn = Sequence.Sorted(waits),
            PropertyDependencies = properties,
            Source = line,
        };

    private static Gen<PlannedOptions> Options() =>
        from protect in Gen.Elements(true, false)
        from retain in Gen.Elements(true, false)
        from first in Gen.Elements<bool?>(null, true, false)
        from with in Gen.OneOf(Gen.Constant<string?>(null), Urn.Select(u => (string?)u))
        from ignored in Texts()
        from replacing in Texts()
        from secret in Texts()
        from aliases in Gen.ListOf(Urn)
        from timeouts in Gen.Elements<PlannedTimeouts?>(null, new PlannedTimeouts(1800, null, 0.5))
        from text in Gen.Elements<string?>(null, "7.48.0")
        select new PlannedOptions
        {
            Protect = protect,
            RetainOnDelete = retain,
            DeleteBeforeReplace = first,
            DeletedWith = with,
            IgnoreChanges = ignored,
            ReplaceOnChanges = replacing,
            AdditionalSecretOutputs = secret,
            Aliases = Sequence.Sorted(aliases),
            CustomTimeouts = timeouts,
            Version = text,
            ImportId = text,
            ReadId = text,
        };

    private static Gen<CostEstimate?> Estimate()
    {
        var amount = Gen.Elements(0m, 0.0014m, 1m, 147.168m, 79228162514264.337593543950m);
        var day = Gen.Elements(new DateOnly(2025, 3, 6), new DateOnly(2026, 11, 21));
        var row =
            from urn in Urn
            from quantity in amount
            from unit in Gen.Elements("hour", "month", "GB", "GiB-month")
            from usd in amount
            from readOn in day
            select new FixedCost(urn, "eks.cluster", "3 × é", "any", quantity, unit, usd, usd, readOn);
        var some =
            from rows in Gen.ListOf(row)
            select new CostEstimate
            {
                Fixed = Sequence.Create<FixedCost>([.. rows]),
                Usage = Sequence.Create<UsagePrice>([.. rows.Select(r => new UsagePrice(r.Urn, r.Sku, r.Item, r.Region, r.Unit, r.UnitUsd, r.ReadOn))]),
                NotPriced = Sequence.Create<Unpriced>([.. rows.Select(r => new Unpriced(r.Urn, "no price"))]),
                Assumed = Sequence.Create<AssumedCost>([.. rows.Where(r => r.Quantity < 1000).Select(r => new AssumedCost("east", r.Sku, r.Item, r.Region, r.Quantity, r.Unit, r.UnitUsd, r.ReadOn))]),
            };
        return Gen.OneOf(Gen.Constant<CostEstimate?>(null), some.Select(e => (CostEstimate?)e));
    }

    private static Gen<CreationTimeline?> Timeline()
    {
        var seconds = Gen.Elements(0, 3, 570, int.MaxValue);
        var some =
            from total in seconds
            from urns in Gen.ListOf(Urn)
            from start in seconds
            select new CreationTimeline(
                total,
                start,
                total,
                Sequence.Create<TimelineStep>([.. urns.Select(u => new TimelineStep(u, start, total) { SavedSeconds = start })]),
                Sequence.Create<SiteFloor>([.. urns.Select(_ => new SiteFloor("aws-east", "EKS", start, total))]),
                start)
            {
                Next = urns.Count == 0 ? null : new TimelineDetour(urns[0], total, [new(urns[0], start, total)]),
                Lanes = Sequence.Create<TimelineLane>([.. urns.Select(_ => new TimelineLane("aws-east", "mesh", start, start, total, [new(start, total)], [new(start, total)]))]),
            };
        return Gen.OneOf(Gen.Constant<CreationTimeline?>(null), some.Select(t => (CreationTimeline?)t));
    }

    private static Gen<NetworkReport?> Network()
    {
        var count = Gen.Elements(0, 1, 235, int.MaxValue);
        var shown = Texts().SelectMany(failures => Word.Select(word => new Counterexample("link-reachability", failures, word, "no route")));
        var pair =
            from urn in Urn
            from tunnels in count
            from mbps in count
            from weakest in Texts()
            from path in Word
            from seconds in Gen.Elements<int?>(null, 0, 60)
            from fault in Gen.OneOf(Gen.Constant<Counterexample?>(null), shown.Select(c => (Counterexample?)c))
            select new PairVerdict
            {
                From = "aws-east",
                To = "gcp-east",
                Urn = urn,
                Paths = [new("haVpn", tunnels, tunnels, 1406)],
                DemandedMbps = mbps,
                PacketBytes = mbps,
                PathMtuBytes = 1406,
                Left = [new(1, mbps, weakest)],
                Path = path,
                Usual = path,
                Failover = [new(weakest, path, mbps, seconds, seconds is null ? path : null)],
                Counterexample = fault,
            };
        var some =
            from pairs in Gen.ListOf(pair)
            from domains in count
            from sets in Gen.Elements(1L, 26_556L, 10_000_000_000L)
            select new NetworkReport(2, domains, sets, sets, Sequence.Create<PairVerdict>([.. pairs]));
        return Gen.OneOf(Gen.Constant<NetworkReport?>(null), some.Select(r => (NetworkReport?)r));
    }

    private static Gen<Finding> Finding() =>
        from severity in Gen.Elements(Severity.Error, Severity.Warning, Severity.Info)
        from urn in Gen.OneOf(Gen.Constant<string?>(null), Urn.Select(u => (string?)u))
        from rule in Gen.Elements("default-provider", "open-door")
        from message in Word
        from value in Gen.OneOf(Gen.Constant<PlanValue?>(null), Value.Select(v => (PlanValue?)v))
        from evidence in Gen.Elements(true, false)
        from related in Gen.ListOf(Urn)
        from waiver in Gen.Elements<Waiver?>(null, new Waiver("known to the auditors", "2027-03-31"))
        select new Finding(rule, severity, urn, message, "mend it")
        {
            Evidence = evidence ? [new("cidrBlock", value)] : [],
            Related = Sequence.Sorted(related),
            Suppressed = waiver,
        };
}
