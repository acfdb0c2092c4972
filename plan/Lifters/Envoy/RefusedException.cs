using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>A file says what is not understood, or what the normal form has no place for.</summary>
internal sealed class RefusedException(Fault fault) : Exception(fault.ToString())
{
    public Fault Fault => fault;
}
