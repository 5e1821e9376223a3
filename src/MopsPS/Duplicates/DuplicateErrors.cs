using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Duplicates.Measuring;

namespace MopsPS.Duplicates;

/// <summary>The errors of the search for duplicates.</summary>
internal static class DuplicateErrors
{
    public static ErrorRecord NoRecords() => new(
        new InvalidDataException("There are no records to compare. Nothing to compare is not the same as no duplicates: check the input and any filter before it."),
        "MopsNoRecords", ErrorCategory.InvalidData, null);

    public static ErrorRecord NoField(IEnumerable<string> columns) => new(
        new InvalidDataException(
            $"No column tells records apart, so nothing can be compared. Columns: {string.Join(", ", columns.Select(column => $"'{column}'"))}. "
            + "Name the columns with -Field, or say with -FieldMap which of them is the e-mail address, the name, the company."),
        "MopsNoMatchField", ErrorCategory.InvalidData, null);

    public static ErrorRecord NoRollUp(RollUpKind kind) => new(
        new InvalidDataException(
            kind == RollUpKind.Household
                ? "A household takes a family name, a street and a postcode or town, and no input has all of them. Say with -FieldMap which columns they are."
                : "An account takes an e-mail address, a website or a company, and no input has any. Say with -FieldMap which columns they are."),
        "MopsNoMatchField", ErrorCategory.InvalidData, kind);

    public static ErrorRecord Model(DuplicateModelException exception, string path) => new(
        new InvalidDataException($"'{path}': {exception.Message}", exception), exception.IsVersion ? "MopsModelVersion" : "MopsModelInvalid", ErrorCategory.InvalidData, path);

    public static ErrorRecord NoCommonKey(string? column, int count) => new(
        new InvalidDataException(
            $"None of the {count} records of the truth{(column is null ? "" : $" (column '{column}')")} is among the records, so nothing can be measured. Name the column of the same keys with -IdField."),
        "MopsTruthNoRecord", ErrorCategory.InvalidData, column);

    public static ErrorRecord AnswerUnknown(DuplicateAnswer answer) => new(
        new InvalidDataException($"{answer.Source}: the records of this answer are not in the input, or were changed since the question was asked. It is not used; ask anew with -Suggest."),
        "MopsAnswerUnknown", ErrorCategory.ObjectNotFound, answer.Source);

    public static ErrorRecord Row(string problem, string id, object target) => new(new InvalidDataException(problem), id, ErrorCategory.InvalidData, target);

    public static ErrorRecord Conflict(string message) => new(new ArgumentException(message), "MopsParameterConflict", ErrorCategory.InvalidArgument, null);
}
