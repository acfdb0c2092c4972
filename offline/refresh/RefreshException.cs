namespace CrossCloudMesh.Refresh;

/// <summary>A mistake of the caller or of the data, told in one sentence.</summary>
internal sealed class RefreshException(string message) : Exception(message);
