using CrossCloudMesh.Infra;
using Pulumi;

return await Deployment.RunAsync<MeshStack>();
