using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Manifests;

/// <summary>The file that lists the others of a folder, and by which the folder is known for one that was written here.</summary>
/// <param name="Stack">Whose manifests these are: <c>project/stack</c>.</param>
/// <param name="Paths">The files that it lists, from the folder, with slashes.</param>
internal sealed record ManifestIndex(string Stack, IReadOnlySet<string> Paths)
{
    public const string File = "index.yaml";

    private const string Form = "manifests";
    private const string StackKey = "stack";
    private const string FilesKey = "files";

    /// <summary>The version of the written form.</summary>
    private const double Version = 1;

    private static readonly string[] Comment =
    [
        "What a stack puts into its clusters and onto machines, written by the preview from its plan; to be read and checked, not applied.",
        "!secret stands for a secret, and says where it comes from; !unknown for what only an update will know.",
        "What is from a resource, the offline cloud has answered: its form is right, its value made up.",
    ];

    public static string NameOf(StackIdentity stack) => $"{stack.Project}/{stack.Name}";

    public static byte[] Write(PlanDocument plan, Sequence<Manifest> manifests, Sequence<BundleFile> bundles) => YamlText.Of(Comment,
    [
        Member(Form, PlanValue.Of(Version)),
        Member(StackKey, PlanValue.Of(NameOf(plan.Stack))),
        Member("notConsulted", Texts(plan.Fidelity.NotConsulted)),
        Member(FilesKey, new PlanValue.ObjectValue(new(
        [
            .. manifests.Select(manifest => KeyValuePair.Create<string, PlanValue>(manifest.Path, Entry(manifest))),
            .. bundles.Select(file => KeyValuePair.Create<string, PlanValue>(file.Path, Entry(file))),
        ]))),
    ]);

    /// <returns>What the text lists; null where it is no such file.</returns>
    public static ManifestIndex? Read(string text)
    {
        try
        {
            return YamlReader.Read(text) is MapNode map
                && map[Form]?.Value is ScalarNode { IsPlain: true, Text: "1" }
                && map[StackKey]?.Value is ScalarNode stack
                && map[FilesKey]?.Value is MapNode files
                ? new(stack.Text, files.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal))
                : null;
        }
        catch (YamlFault)
        {
            return null;
        }
    }

    private static PlanValue.ObjectValue Entry(Manifest manifest)
    {
        var entry = new List<KeyValuePair<string, PlanValue>> { new("resource", PlanValue.Of(manifest.Resource.Urn)) };
        var from = manifest.Members.Where(member => member.From.Count > 0).Select(member => KeyValuePair.Create<string, PlanValue>(member.Name, Texts(member.From))).ToArray();
        if (from.Length > 0)
        {
            entry.Add(new("from", new PlanValue.ObjectValue(new(from))));
        }

        return new(new(entry));
    }

    private static PlanValue.ObjectValue Entry(BundleFile file) => new(new([new("resource", PlanValue.Of(file.Resource.Urn))]));

    private static PlanValue.ListValue Texts(Sequence<string> texts) => new(Sequence.Create<PlanValue>([.. texts.Select(PlanValue.Of)]));

    private static ManifestMember Member(string name, PlanValue value) => new(name, value, Sequence<string>.Empty);
}
