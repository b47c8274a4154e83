using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class NeedReportTests
{
    [Fact]
    public void R001_R002_The_need_says_who_reported_it_and_who_wrote_it_down()
    {
        var report = NeedReport.Of(WithGroup().File)!;

        report.Reporters.Should().NotBeEmpty();
        report.RegisteredBy.Should().Be(Koord1);
        report.On.Should().Be(OsloTime.Date(WithGroup().File.Identity!.RegisteredAt));
    }

    [Fact]
    public void R001_Before_it_is_registered_there_is_none() => NeedReport.Of(CaseFile.Unregistered(default)).Should().BeNull();
}
