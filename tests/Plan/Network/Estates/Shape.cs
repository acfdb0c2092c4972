using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>Which sites a plan has and how they are joined.</summary>
internal sealed record Shape
{
    public int Aws { get; init; } = 1;

    public int Google { get; init; } = 1;

    public Joint[] Links { get; init; } = [];

    /// <summary>Pairs of sites on AWS whose hubs are peered.</summary>
    public (int One, int Other)[] Peerings { get; init; } = [];

    public Premises[] DataCentres { get; init; } = [];

    /// <summary>What is demanded of every link.</summary>
    public int Mbps { get; init; } = 500;

    public int PacketBytes { get; init; } = 1350;

    public PlanDocument Plan()
    {
        var plan = new PlanBuilder();
        var aws = Enumerable.Range(0, Aws).Select(index => new AwsEstate(plan, index)).ToArray();
        var google = Enumerable.Range(0, Google).Select(index => new GoogleEstate(plan, index)).ToArray();
        var told = new List<string>();
        var centres = DataCentres.Select((each, index) => (Said: each, Made: new DataCentreEstate(plan, aws[each.Aws], index))).ToArray();
        for (var slot = 0; slot < Links.Length; slot++)
        {
            var link = Links[slot];
            var (here, there) = (aws[link.Aws], google[link.Google]);
            var through = centres.Where(each => each.Said.Aws == link.Aws && each.Said.Through.Contains(slot)).Select(each => each.Made).ToArray();
            var table = through.Length == 0 ? here.LinkTable : here.Segment(plan, $"links{slot}");
            var ends = new Ends(here, there, slot, table, [here.SiteTable, .. through.Select(each => each.Table)], [here.Range, .. through.Select(each => each.Range)]);
            link.Make(plan, ends);
            LinkEstate.OpenAws(plan, here, there.Ranges, ends.Name);
            foreach (var range in ends.Ranges)
            {
                LinkEstate.OpenGoogle(plan, there, range, $"{ends.Name}-{range}");
            }

            foreach (var centre in through)
            {
                centre.Tell(plan, table);
            }

            told.Add(Told(link.Key, $"{here.Site}, {there.Site}", link.Primary, link.Backup is null ? "" : $$""", "backup": "{{link.Backup}}" """));
        }

        foreach (var (one, other) in Peerings)
        {
            TransitEstate.Connect(plan, aws[one], aws[other]);
            told.Add(Told($"{aws[one].Site}-{aws[other].Site}", $"{aws[one].Site}, {aws[other].Site}", "transitPeering", ""));
        }

        foreach (var (said, made) in centres)
        {
            var through = said.Through.Length == 0 ? "" : $$""", "through": "{{string.Join(", ", said.Through.Select(slot => Links[slot].Key))}}" """;
            told.Add(Told(made.Site, $"{aws[said.Aws].Site}, {made.Site}", "onPremises", $$"""{{through}}, "ranges": "{{made.Range}}" """));
        }

        return plan.Plan(PlanBuilder.Map($$"""{ "links": { {{string.Join(',', told)}} } }"""));
    }

    private string Told(string key, string sites, string primary, string more) => $$"""
        "{{key}}": { "sites": "{{sites}}", "demandedMbps": "{{Mbps}}", "packetBytes": "{{PacketBytes}}", "primary": "{{primary}}"{{more}} }
        """;
}

/// <summary>How a site on AWS and one on Google Cloud are joined.</summary>
/// <param name="Aws">Which site on AWS.</param>
/// <param name="Google">Which on Google Cloud.</param>
/// <param name="Primary">The kind of path that is to carry the traffic.</param>
/// <param name="Backup">The kind that is to carry it when that is gone; null for none.</param>
/// <param name="Connections">How many connections the path has where its kind leaves a choice.</param>
internal sealed record Joint(int Aws, int Google, string Primary, string? Backup = "haVpn", int Connections = 2)
{
    /// <summary>The name of the link, with which those of its resources begin.</summary>
    public string Key => $"aws{Aws}-gcp{Google}";

    public void Make(PlanBuilder plan, Ends ends)
    {
        foreach (var kind in new[] { Primary, Backup })
        {
            switch (kind)
            {
                case "haVpn":
                    LinkEstate.Connect(plan, ends.Aws, ends.Google, ends.Slot, ends.LinkTable, ends.Segments);
                    break;
                case "managedInterconnect":
                    ManagedEstate.Connect(plan, ends);
                    break;
                case "crossCloudInterconnect":
                    DirectEstate.Dedicated(plan, ends, Connections);
                    break;
                case "partnerInterconnect":
                    DirectEstate.Partner(plan, ends);
                    break;
                default:
                    Xunit.Assert.Null(kind);
                    break;
            }
        }
    }
}

/// <summary>A data centre at the hub of a site on AWS.</summary>
/// <param name="Aws">Which site.</param>
/// <param name="Through">The links of that site by which it reaches Google Cloud.</param>
internal sealed record Premises(int Aws, params int[] Through);
