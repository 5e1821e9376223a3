using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Reporting;

public class GateTests
{
    [Fact]
    public void NothingIsNoPass() => Assert.Equal(2, new Gate(Severity.Error, null, false).Decide().ExitCode);

    [Theory]
    [InlineData(Severity.Warning, Severity.Error, false, 0)]
    [InlineData(Severity.Warning, Severity.Warning, false, 1)]
    [InlineData(Severity.Error, Severity.Warning, false, 1)]
    [InlineData(Severity.Error, Severity.Warning, true, 0)]
    public void FindingsCountFromTheSeverityUp(Severity severity, Severity failOn, bool suppressed, int code)
    {
        var gate = new Gate(failOn, null, false);
        gate.Add(new Finding("UTM001", severity, "m") { IsSuppressed = suppressed });
        Assert.Equal(code, gate.Decide().ExitCode);
    }

    [Theory]
    [InlineData(94.999, 1)]
    [InlineData(95.0, 0)]
    [InlineData(null, 2)]
    public void AMissedKpiFailsAndAMissingValueCannotBeJudged(double? value, int code)
    {
        var gate = new Gate(Severity.Error, null, true);
        gate.Add(new Kpi("UtmCompliance", "UTM compliance", value, "%", 95, KpiDirection.HigherIsBetter));
        Assert.Equal(code, gate.Decide().ExitCode);
    }

    [Theory]
    [InlineData(95, 1, 1)]
    [InlineData(50, 1, 0)]
    [InlineData(50, 0, 2)]
    public void ComplianceIsOfJudgedResults(double minimum, int pairs, int code)
    {
        var gate = new Gate(Severity.Error, minimum, false);
        for (var i = 0; i < pairs; i++)
        {
            gate.Add(new GateResult());
            gate.Add(new GateResult { ExitCode = 1 });
        }

        if (pairs == 0) gate.Add(new Finding("UTM001", Severity.Information, "m"));
        Assert.Equal(code, gate.Decide().ExitCode);
    }

    [Fact]
    public void AnAnnotationCannotBeginAnotherCommand()
    {
        var finding = new Finding("A:,;]", Severity.Error, "50% \r\n::set-env::x") { Source = new SourcePosition("a,b.csv", 1, 2) };
        Assert.Equal("::error file=a%2Cb.csv,line=2,title=A%3A%2C;]::50%25 %0D%0A::set-env::x", BuildAnnotation.Write(GateFormat.GitHub, finding));
        Assert.Equal("##vso[task.logissue type=error;sourcepath=a,b.csv;linenumber=2;code=A:,%3B%5D;]50%AZP25 %0D%0A::set-env::x", BuildAnnotation.Write(GateFormat.AzureDevOps, finding));
    }
}
