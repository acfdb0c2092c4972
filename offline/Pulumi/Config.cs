using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings of one namespace, by default the project's own.</summary>
public sealed class Config
{
    private const string Suffix = ":config";
    private readonly string name;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        this.name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private delegate bool Parser<T>(string text, out T value);

    public string? Get(string key) => Deployment.Current.Settings.GetValueOrDefault(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } text ? Output.CreateSecret(text) : null;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool? GetBoolean(string key) => Parse<bool>(key, nameof(Boolean), IsBoolean);

    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public int? GetInt32(string key) => Parse<int>(key, nameof(Int32), IsInt32);

    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public double? GetDouble(string key) => Parse<double>(key, nameof(Double), IsDouble);

    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public T? GetObject<T>(string key) => ReadObject<T>(key, options: null);

    public T? GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options);

    public Output<T>? GetSecretObject<T>(string key) => Get(key) is null ? null : Output.CreateSecret(ReadObject<T>(key, options: null)!);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        ReadObject<T>(key, options) is { } value ? Output.CreateSecret(value) : null;

    public T RequireObject<T>(string key) => RequiredObject<T>(key, options: null);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => RequiredObject<T>(key, options);

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequiredObject<T>(key, options: null));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        Output.CreateSecret(RequiredObject<T>(key, options));

    private static bool IsBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool IsInt32(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool IsDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } given ? Output.CreateSecret(given) : null;

    private T? Parse<T>(string key, string typeName, Parser<T> parser)
        where T : struct
    {
        if (Get(key) is not { } text)
            return null;
        return parser(text, out var value) ? value : throw NotA(key, text, typeName);
    }

    [return: MaybeNull]
    private T ReadObject<T>(string key, JsonSerializerOptions? options)
    {
        var text = Get(key);
        try
        {
            return text is null ? default : JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException exception)
        {
            throw NotA(key, text, typeof(T).FullName!, exception);
        }
    }

    private T RequiredObject<T>(string key, JsonSerializerOptions? options) =>
        Get(key) is null ? throw Missing(key) : ReadObject<T>(key, options)!;

    private string FullKey(string key) => $"{name}:{key}";

    private RunException NotA(string key, string? text, string typeName, Exception? cause = null) =>
        new($"Configuration '{FullKey(key)}' value '{text}' is not a valid {typeName}", cause);

    private RunException Missing(string key) => new($"Missing Required configuration variable '{FullKey(key)}'\n"
        + $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");
}
