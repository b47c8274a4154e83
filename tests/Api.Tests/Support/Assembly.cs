using LmsWorkflow.TestSupport;

[assembly: AssemblyFixture(typeof(PgCluster))]
