using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>One place in a plan's JSON that is being read, which knows its path for the sake of a clear fault.</summary>
internal readonly struct JsonNode(JsonElement element, string path)
{
    public JsonValueKind Kind => element.ValueKind;

    public string Path => path;

    public string Text() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("a text");

    public bool Flag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("true or false"),
    };

    public double Number() => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : throw Wrong("a number");

    public int Count() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var count) ? count : throw Wrong("a whole number");

    public long LongCount() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var count) ? count : throw Wrong("a whole number");

    /// <summary>An amount of money or of what money is paid for, to the last digit.</summary>
    public decimal Amount() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var amount) ? amount : throw Wrong("an amount");

    public List<JsonNode> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("a list");
        }

        var items = new List<JsonNode>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            items.Add(new(item, $"{path}[{items.Count}]"));
        }

        return items;
    }

    public List<KeyValuePair<string, JsonNode>> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("an object");
        }

        var members = new List<KeyValuePair<string, JsonNode>>();
        foreach (var member in element.EnumerateObject())
        {
            members.Add(new(member.Name, new(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")));
        }

        return members;
    }

    public JsonObject Object() => new(this);

    public Sequence<string> Texts() => Sequence.Create<string>([.. Items().ConvertAll(i => i.Text())]);

    public SortedMap<T> Map<T>(Func<JsonNode, T> read)
        where T : notnull
    {
        var entries = Members().ConvertAll(m => new KeyValuePair<string, T>(m.Key, read(m.Value)));
        try
        {
            return new(entries);
        }
        catch (ArgumentException)
        {
            throw Wrong("an object whose keys stand there once each");
        }
    }

    public InvalidPlanException Wrong(string expected) => new(path, "must be " + expected);
}

/// <summary>An object of known members: each is asked for by name, and what nobody asked for is refused.</summary>
internal sealed class JsonObject(JsonNode node)
{
    private readonly List<KeyValuePair<string, JsonNode>> left = node.Members();

    public JsonNode this[string name] =>
        Take(name) ?? throw new InvalidPlanException(node.Path.Length == 0 ? name : $"{node.Path}.{name}", "must be there");

    /// <summary>The member, or null where it is missing or null.</summary>
    public JsonNode? Optional(string name) => Take(name) is { Kind: not JsonValueKind.Null } found ? found : null;

    /// <summary>The member, null or not, or nothing where it is missing.</summary>
    public JsonNode? Present(string name) => Take(name);

    /// <summary>Whether the member is there and was not asked for yet.</summary>
    public bool Has(string name) => left.Exists(m => m.Key == name);

    /// <exception cref="InvalidPlanException">A member is left that the form does not know.</exception>
    public void End()
    {
        if (left.Count > 0)
        {
            throw new InvalidPlanException(left[0].Value.Path, "is not part of a plan of this version");
        }
    }

    private JsonNode? Take(string name)
    {
        var index = left.FindIndex(m => m.Key == name);
        if (index < 0)
        {
            return null;
        }

        var found = left[index].Value;
        left.RemoveAt(index);
        return found;
    }
}
