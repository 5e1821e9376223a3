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

    public static ErrorRecord FormatUnknown(string path) => new(
        new ArgumentException($"The extension of '{path}' names no report format. Use .html, .md, .csv or .json, or give -Format."),
        "MopsReportFormatUnknown", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord FileExists(string path) => new(
        new IOException($"The file '{path}' exists and -NoClobber was given. Choose another -Path or leave -NoClobber out."),
        "MopsReportFileExists", ErrorCategory.ResourceExists, path);

    public static ErrorRecord FolderMissing(string path) => new(
        new DirectoryNotFoundException($"The folder of '{path}' does not exist. Create it, or use -Force."),
        "MopsReportFolderMissing", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord NotFileSystem(string path) => new(
        new ArgumentException($"'{path}' is not a path of the file system. Give a path on a disk."),
        "MopsReportPathInvalid", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord ReadOnly(string path) => new(
        new UnauthorizedAccessException($"The file '{path}' is read-only. Use -Force to replace it."),
        "MopsReportFileReadOnly", ErrorCategory.PermissionDenied, path);

    public static ErrorRecord TemplateNotUsed(string path) => new(
        new ArgumentException($"The template '{path}' is for HTML reports only. Leave -Template out, or write .html."),
        "MopsReportTemplateNotUsed", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord TemplateUnreadable(string path, Exception exception) => new(
        new IOException($"The template '{path}' cannot be read: {exception.Message}", exception),
        "MopsReportTemplateUnreadable", ErrorCategory.OpenError, path);

    public static ErrorRecord TemplateInvalid(string path, Exception exception) => new(
        new FormatException($"The template '{path}' is not valid Liquid: {exception.Message}", exception),
        "MopsReportTemplateInvalid", ErrorCategory.ParserError, path);

    public static ErrorRecord WriteFailed(string path, Exception exception) => new(
        new IOException($"The report '{path}' cannot be written: {exception.Message}", exception),
        "MopsReportWriteFailed", ErrorCategory.WriteError, path);
}
