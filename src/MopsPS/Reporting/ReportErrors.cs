using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Reporting;

/// <summary>The errors of reports: one method for each error id.</summary>
internal static class ReportErrors
{
    public static ErrorRecord NoInput(string path) => new(
        new InvalidOperationException($"Nothing was piped in, so no report '{path}' was written: no input is not a pass. Pipe in results, findings, KPIs or rows, and check that the command before gave any."),
        "MopsReportNoInput", ErrorCategory.InvalidData, path);

    public static ErrorRecord InputIsCopy(string name, object target) => new(
        new ArgumentException(HandedOver.Message(name)), "MopsReportInputIsCopy", ErrorCategory.InvalidType, target);

    public static ErrorRecord TemplateNotUsed(string path) => new(
        new ArgumentException($"The template '{path}' is for HTML reports only. Leave -Template out, or write .html."),
        "MopsReportTemplateNotUsed", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord TemplateUnreadable(string path, Exception exception) => new(
        new IOException($"The template '{path}' cannot be read: {exception.Message}", exception),
        "MopsReportTemplateUnreadable", ErrorCategory.OpenError, path);

    public static ErrorRecord TemplateInvalid(string path, Exception exception) => new(
        new FormatException($"The template '{path}' is not valid Liquid: {exception.Message}", exception),
        "MopsReportTemplateInvalid", ErrorCategory.ParserError, path);

    public static ErrorRecord GateFileMissing(GateFormat format) => new(
        new ArgumentException($"-Format {format} writes a file: name it with -OutFile, for example -OutFile gate{(format == GateFormat.Sarif ? ".sarif" : ".xml")}."),
        "MopsGateFileMissing", ErrorCategory.InvalidArgument, format);
}
