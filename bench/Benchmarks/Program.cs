using BenchmarkDotNet.Running;
using CrossCloudMesh.Bench;

BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).Run(args);
