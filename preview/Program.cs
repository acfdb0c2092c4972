using CrossCloudMesh.Preview.Commands;

return await PreviewCommand.RunAsync(args, Surroundings.OfProcess(), MeshProgram.Load);
