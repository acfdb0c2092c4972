using System.Globalization;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Holds a configuration of the collector against <see cref="CollectorKeys"/>, and its parts against one another, as the collector does when it starts.</summary>
internal static class CollectorConfigCheck
{
    private static readonly string[] Kinds = ["exporters", "extensions", "processors", "receivers"];
    private static readonly string[] Signals = ["logs", "metrics", "traces"];
    private static readonly Dictionary<string, Keys> Known = CollectorKeys.Lines.ToDictionary(
        line => line[..line.IndexOf(' ', StringComparison.Ordinal)], line => Keys.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]), StringComparer.Ordinal);

    /// <summary>What is wrong with it, each as <c>path: what</c>; none where it starts.</summary>
    public static IReadOnlyList<string> Of(PlanValue config)
    {
        var map = (PlanValue.ObjectValue)config;
        return [.. Sections(map), .. Wiring(map), .. Order(map)];
    }

    private static IEnumerable<string> Sections(PlanValue.ObjectValue config)
    {
        foreach (var (section, value) in config.Members)
        {
            if (section == "service")
            {
                foreach (var fault in Known["service/service"].Check(value, section))
                {
                    yield return fault;
                }
            }
            else if (!Kinds.Contains(section, StringComparer.Ordinal))
            {
                yield return $"{section}: is no section";
            }
            else
            {
                foreach (var (name, settings) in Members(value))
                {
                    var path = $"{section}.{name}";
                    foreach (var fault in Known.TryGetValue($"{section}/{name.Split('/')[0]}", out var keys) ? keys.Check(settings, path) : [$"{path}: is no known component"])
                    {
                        yield return fault;
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Wiring(PlanValue.ObjectValue config)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, pipeline) in Members(At(config, "service", "pipelines")))
        {
            if (!Signals.Contains(name.Split('/')[0], StringComparer.Ordinal))
            {
                yield return $"service.pipelines.{name}: is of no signal";
            }

            foreach (var (kind, parts) in Members(pipeline))
            {
                foreach (var part in Texts(parts))
                {
                    used.Add($"{kind}/{part}");
                    if (At(config, kind, part) is null)
                    {
                        yield return $"service.pipelines.{name}.{kind}: names {part}, which is not there";
                    }
                }
            }
        }

        foreach (var extension in Texts(At(config, "service", "extensions")))
        {
            used.Add($"extensions/{extension}");
            if (At(config, "extensions", extension) is null)
            {
                yield return $"service.extensions: names {extension}, which is not there";
            }
        }

        foreach (var (kind, name) in Kinds.SelectMany(kind => Members(At(config, kind)).Select(part => (kind, part.Key))))
        {
            if (!used.Contains($"{kind}/{name}"))
            {
                yield return $"{kind}.{name}: is of no use, as nothing names it";
            }
        }

        foreach (var (path, extension) in Named(config))
        {
            if (!used.Contains($"extensions/{extension}"))
            {
                yield return $"{path}: names {extension}, which does not run";
            }
        }
    }

    /// <summary>Memory limits stand first in every pipeline, and a URL has its path once.</summary>
    private static IEnumerable<string> Order(PlanValue.ObjectValue config)
    {
        foreach (var (name, pipeline) in Members(At(config, "service", "pipelines")))
        {
            if (Texts(At(pipeline, "processors")).FirstOrDefault() != "memory_limiter")
            {
                yield return $"service.pipelines.{name}.processors: must begin with memory_limiter";
            }
        }

        foreach (var (name, exporter) in Members(At(config, "exporters")).Where(exporter => exporter.Key.StartsWith("otlp_http", StringComparison.Ordinal)))
        {
            foreach (var (key, value) in Members(exporter).Where(setting => setting.Key.EndsWith("endpoint", StringComparison.Ordinal)))
            {
                var (url, signal) = (((PlanValue.TextValue)value).Value, key[..^"endpoint".Length].TrimEnd('_'));
                if (signal.Length == 0 ? url.Contains("/v1/", StringComparison.Ordinal) : !url.EndsWith($"/v1/{signal}", StringComparison.Ordinal))
                {
                    yield return $"exporters.{name}.{key}: has the wrong path";
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Extension)> Named(PlanValue.ObjectValue config) =>
        from kind in new[] { "exporters", "receivers" }
        from part in Members(At(config, kind))
        from found in new[] { (Path: "auth.authenticator", Value: At(part.Value, "auth", "authenticator")), (Path: "sending_queue.storage", Value: At(part.Value, "sending_queue", "storage")), (Path: "storage", Value: At(part.Value, "storage")) }
        where found.Value is PlanValue.TextValue
        select ($"{kind}.{part.Key}.{found.Path}", ((PlanValue.TextValue)found.Value).Value);

    internal static PlanValue? At(PlanValue? value, params string[] path) =>
        path.Aggregate(value, (at, step) => at is PlanValue.ObjectValue map ? map.Members[step] : null);

    internal static IEnumerable<KeyValuePair<string, PlanValue>> Members(PlanValue? value) => value is PlanValue.ObjectValue map ? map.Members : [];

    internal static IEnumerable<string> Texts(PlanValue? value) => value is PlanValue.ListValue list ? list.Items.OfType<PlanValue.TextValue>().Select(item => item.Value) : [];

    /// <summary>What may stand at a place.</summary>
    private sealed class Keys
    {
        private readonly Dictionary<string, Keys> keys = new(StringComparer.Ordinal);
        private string[] words = [];
        private bool isAny;
        private bool isList;

        public static Keys Parse(string text)
        {
            var at = 0;
            return Read(text, ref at, '\0');
        }

        public IEnumerable<string> Check(PlanValue value, string path) => (value, isList) switch
        {
            (PlanValue.TextValue text, _) when words.Length > 0 => words.Contains(text.Value, StringComparer.Ordinal) ? [] : [$"{path}: must be one of {string.Join(", ", words)}, not {text.Value}"],
            (PlanValue.ListValue list, true) => list.Items.SelectMany((item, index) => CheckMembers(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))),
            (PlanValue.ObjectValue, false) when keys.Count > 0 || isAny => CheckMembers(value, path),
            (PlanValue.ObjectValue, _) => [$"{path}: holds no keys"],
            (PlanValue.ListValue, false) when keys.Count > 0 => [$"{path}: is no list"],
            _ when keys.Count > 0 => [$"{path}: must hold keys"],
            _ => [],
        };

        private IEnumerable<string> CheckMembers(PlanValue value, string path) => Members(value).SelectMany(member =>
            keys.TryGetValue(member.Key, out var known) ? known.Check(member.Value, $"{path}.{member.Key}") : isAny ? [] : [$"{path}.{member.Key}: is no known key"]);

        private static Keys Read(string text, ref int at, char end)
        {
            var read = new Keys();
            while (at < text.Length && text[at] != end)
            {
                var begin = at;
                while (at < text.Length && !" {}[]()".Contains(text[at], StringComparison.Ordinal))
                {
                    at++;
                }

                var name = text[begin..at];
                var open = at < text.Length ? text[at] : ' ';
                var child = open switch
                {
                    '{' => Nested(text, ref at, '}'),
                    '[' => Nested(text, ref at, ']'),
                    '(' => Words(text, ref at),
                    _ => new Keys(),
                };
                child.isList = open == '[';
                read.isAny |= name == "*";
                if (name.Length > 0 && name != "*")
                {
                    read.keys[name] = child;
                }

                at += at < text.Length && text[at] == ' ' ? 1 : 0;
            }

            return read;
        }

        private static Keys Nested(string text, ref int at, char end)
        {
            at++;
            var nested = Read(text, ref at, end);
            at++;
            return nested;
        }

        private static Keys Words(string text, ref int at)
        {
            var end = text.IndexOf(')', at);
            var one = new Keys { words = text[(at + 1)..end].Split('|') };
            at = end + 1;
            return one;
        }
    }
}
