using System.Security.Cryptography;
using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Knows which text stands for which secret, so that a plan can name a secret without holding it.</summary>
internal sealed class SecretBook
{
    private const int DigestLength = 16;
    private const string Opening = "[secret ";

    private readonly Dictionary<string, string> references = new(StringComparer.Ordinal);

    /// <remarks>A value may hold several secrets, each by its placeholder, <c>[secret ns:key.path]</c>.</remarks>
    public SecretBook(PreviewedProgram program)
    {
        foreach (var key in program.SecretKeys)
        {
            if (!program.Config.TryGetValue(key, out var text))
            {
                continue;
            }

            references.TryAdd(text, "config:" + key);
            for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, start + 1, StringComparison.Ordinal))
            {
                var end = text.IndexOf(']', start);
                if (end > 0)
                {
                    references.TryAdd(text[start..(end + 1)], "config:" + text[(start + Opening.Length)..end]);
                }
            }
        }
    }

    /// <summary>Remembers where a secret comes from, and hands it back.</summary>
    public object Note(object value, string reference)
    {
        if (value is string text)
        {
            lock (references)
            {
                references.TryAdd(text, reference);
            }
        }

        return value;
    }

    /// <summary>The reference of a secret; one that is made out of others is named by a digest.</summary>
    public PlanValue.SecretValue Hide(PlanValue value) =>
        new(value is PlanValue.TextValue { Value: var text } && references.TryGetValue(text, out var reference)
            ? reference
            : "derived:" + Digest(value));

    /// <summary>The reference of the secret that a text is or holds although nobody marked it; null where it holds none.</summary>
    public PlanValue.SecretValue? FindIn(string text)
    {
        foreach (var (secret, _) in references)
        {
            if (secret.Length > 0 && text.Contains(secret, StringComparison.Ordinal))
            {
                return Hide(PlanValue.Of(text));
            }
        }

        return null;
    }

    private static string Digest(PlanValue value)
    {
        var bytes = value is PlanValue.TextValue text ? Encoding.UTF8.GetBytes(text.Value) : PlanWriter.Write(value).Span;
        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..DigestLength];
    }
}
