namespace MopsPS.Core.Hygiene.Repair;

/// <summary>What a row needs in one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Before">The value as it stands, exact.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="IsRepaired">Whether the repair is sure enough.</param>
internal readonly record struct ValueRepair(ColumnRepair Column, string Before, FieldVerdict Verdict, bool IsRepaired);
