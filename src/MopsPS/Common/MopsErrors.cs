using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Common;

/// <summary>The errors that all cmdlets share: stable ids, the right category, the target, and what to do next.</summary>
internal static class MopsErrors
{
    public static ErrorRecord PathNotFound(string path) => new(
        new FileNotFoundException($"There is no file '{path}'. Check the spelling and the current folder.", path),
        "MopsPathNotFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord NoMatch(string path) => new(
        new FileNotFoundException($"No file matches '{path}'. For a name that holds [ or ] itself, use -LiteralPath.", path),
        "MopsPathNotFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord PathIsFolder(string path) => new(
        new ArgumentException($"'{path}' is a folder. Name its files, for example '{Path.Combine(path, "*.csv")}'."),
        "MopsPathIsFolder", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord FolderMissing(string path) => new(
        new DirectoryNotFoundException($"There is no folder '{path}'. Check the spelling and the current folder."),
        "MopsPathNotFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord PathNotFileSystem(string path) => new(
        new ArgumentException($"'{path}' is not in the file system. Give a path on a disk."),
        "MopsPathNotFileSystem", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord FileExists(string path) => new(
        new IOException($"'{path}' exists already. Leave out -NoClobber to replace it, or write to another file."),
        "MopsFileExists", ErrorCategory.ResourceExists, path);

    public static ErrorRecord FileReadOnly(string path) => new(
        new UnauthorizedAccessException($"'{path}' is read-only. Use -Force to replace it."),
        "MopsFileReadOnly", ErrorCategory.PermissionDenied, path);

    public static ErrorRecord FolderNotFound(string path) => new(
        new DirectoryNotFoundException($"The folder of '{path}' does not exist. Make it, or use -Force."),
        "MopsFolderNotFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord FileNotWritten(string path, Exception exception) => new(
        new IOException($"'{path}' was not written: {exception.Message}", exception),
        "MopsFileNotWritten", ErrorCategory.WriteError, path);

    public static ErrorRecord FormatUnknown(string path, string known) => new(
        new ArgumentException($"The extension of '{path}' names no format. Use {known}, or give -Format."),
        "MopsFormatUnknown", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord CultureUnknown(string name) => new(
        new ArgumentException($"There is no culture '{name}'. Give one such as en-US, en-GB or de-DE."), "MopsCultureUnknown", ErrorCategory.InvalidArgument, name);

    public static ErrorRecord TimeZoneUnknown(string name) => new(
        new ArgumentException($"There is no time zone '{name}'. Give one such as Europe/Berlin, America/New_York or 'W. Europe Standard Time'."),
        "MopsTimeZoneUnknown", ErrorCategory.InvalidArgument, name);

    public static ErrorRecord EncodingUnknown(string name) => new(
        new ArgumentException($"There is no encoding '{name}'. Give a name such as utf-8, utf-16 or windows-1252, or the number of a code page."),
        "MopsEncodingUnknown", ErrorCategory.InvalidArgument, name);

    /// <summary>The error of a bad row; the target is the problem, with all that is known of it.</summary>
    public static ErrorRecord BadRow(RecordProblem problem) => new(
        new InvalidDataException($"{problem.Source}: {problem.Message}"), "MopsExport" + problem.Kind, ErrorCategory.InvalidData, problem);

    /// <summary>The error for what a reader or an analysis throws.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="target">What it was about, mostly a path.</param>
    public static ErrorRecord From(Exception exception, object? target) => exception switch
    {
        ExportFormatException format => new(format, "MopsExport" + format.Kind, Category(format.Kind), target),
        FieldNotFoundException missing => new(missing, "MopsFieldNotFound", ErrorCategory.ObjectNotFound, missing.Field),
        AmbiguousFieldException several => new(several, "MopsFieldAmbiguous", ErrorCategory.InvalidArgument, several.Field),
        FileNotFoundException or DirectoryNotFoundException => new(exception, "MopsPathNotFound", ErrorCategory.ObjectNotFound, target),
        UnauthorizedAccessException => new(exception, "MopsAccessDenied", ErrorCategory.PermissionDenied, target),
        InvalidDataException => new(exception, "MopsDataInvalid", ErrorCategory.InvalidData, target),
        IOException => new(exception, "MopsReadFailed", ErrorCategory.ReadError, target),
        ArgumentException => new(exception, "MopsArgumentInvalid", ErrorCategory.InvalidArgument, target),
        _ => new(exception, "MopsUnexpected", ErrorCategory.NotSpecified, target),
    };

    /// <summary>Whether an exception is one that <see cref="From"/> has an id for; all others, those of the pipeline first of all, pass through.</summary>
    public static bool IsExpected(Exception exception) => exception is
        ExportFormatException or FieldNotFoundException or AmbiguousFieldException or UnauthorizedAccessException or IOException or InvalidDataException;

    private static ErrorCategory Category(string kind) => kind is "ColumnNotFound" or "SectionNotFound" or "SheetNotFound" ? ErrorCategory.ObjectNotFound : ErrorCategory.InvalidData;
}
