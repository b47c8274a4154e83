[assembly: AssemblyFixture(typeof(LmsWorkflow.Api.Tests.Hosts))]
[assembly: LmsWorkflow.Api.Tests.ReleaseHosts]
