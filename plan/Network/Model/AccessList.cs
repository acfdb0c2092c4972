using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>A network ACL: rules by number, the first that means a packet decides, and without one it is dropped.</summary>
/// <remarks>It knows no connections: an answer is judged like a call. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html,
/// read 2026-11-21.</remarks>
internal sealed record AccessList(string Name, IReadOnlyList<AccessRule> In, IReadOnlyList<AccessRule> Out)
{
    public static bool Admits(IReadOnlyList<AccessRule> rules, uint other, string protocol, int port)
    {
        foreach (var rule in rules)
        {
            if (rule.Range.Holds(other) && rule.Ports.Means(protocol, port))
            {
                return rule.Allows;
            }
        }

        return false;
    }

    /// <summary>Whether an answer gets through, whichever port it goes to.</summary>
    public static bool AdmitsAnswers(IReadOnlyList<AccessRule> rules, uint other, string protocol)
    {
        var admitted = Admits(rules, other, protocol, PortClass.FirstReplyPort);
        foreach (var rule in rules)
        {
            // Nothing changes but where a rule begins or has ended.
            admitted &= Within(rule.Ports.From) && Within(rule.Ports.To + 1);
        }

        return admitted;

        bool Within(int port) =>
            port is < PortClass.FirstReplyPort or > PortClass.LastReplyPort || Admits(rules, other, protocol, port);
    }
}

/// <summary>One rule of an access list.</summary>
/// <param name="Number">Its place.</param>
/// <param name="Allows">Whether it lets through or drops.</param>
/// <param name="Range">The other side.</param>
/// <param name="Ports">What it is about.</param>
internal sealed record AccessRule(int Number, bool Allows, Cidr Range, PortSet Ports);
