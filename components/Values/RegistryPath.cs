namespace CrossCloudMesh.Values;

/// <summary>A registry of images and charts by its host, with a path in it where there is one.</summary>
public readonly record struct RegistryPath : ITextValue<RegistryPath>
{
    private readonly string? text;

    private RegistryPath(string text) => this.text = text;

    public static string Form => "a registry's host with an optional path, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror";

    public static string Pattern => @"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(/[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";

    public static RegistryPath? Parse(string text)
    {
        var parts = text.Split('/');
        return text.Length <= 200 && parts[0].Contains('.') && Array.TrueForAll(parts[0].Split('.'), IsWord) && Array.TrueForAll(parts[1..], IsWord)
            ? new RegistryPath(text)
            : null;
    }

    /// <summary>Whether it is one of Amazon's own, which nodes reach through endpoints.</summary>
    public bool IsEcr => ToString().Split('/')[0].Split('.') is [_, "dkr", "ecr", _, "amazonaws", "com"];

    public override string ToString() => text ?? "";

    private static bool IsWord(string word) => word.Length > 0 && word[0] != '-' && word[^1] != '-' && Letters.IsMadeOf(word, "-");
}
