[assembly: AssemblyFixture(typeof(LmsWorkflow.Api.Tests.Hosts))]
