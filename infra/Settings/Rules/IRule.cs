namespace CrossCloudMesh.Infra.Settings;

/// <summary>A limit that a record states on one of its properties: the binder holds it and the schema shows it.</summary>
internal interface IRule
{
    /// <summary>What must hold, in the form "must be …", where the value breaks it; null where it holds.</summary>
    string? BrokenBy(object value);
}
