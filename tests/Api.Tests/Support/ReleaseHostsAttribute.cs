using System.Reflection;
using Xunit.v3;

namespace LmsWorkflow.Api.Tests;

/// <summary>Lets the hosts go that a test started for itself, when it ends: kept to the end of the run they take the server's connections and the machine's file watches.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ReleaseHostsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Hosts.Release(test.UniqueID);
}
