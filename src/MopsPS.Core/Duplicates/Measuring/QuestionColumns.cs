namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>The columns of questions, before those of the compared fields.</summary>
internal static class QuestionColumns
{
    public const string Number = "Question";
    public const string Same = "Same";
    public const string Score = "Score";
    public const string LeftSource = "Left Source";
    public const string LeftRow = "Left Row";
    public const string RightSource = "Right Source";
    public const string RightRow = "Right Row";
    public const string LeftKey = "Left Key";
    public const string RightKey = "Right Key";

    /// <summary>What stands before the values of both records.</summary>
    public static readonly string[] Front = [Number, Same, Score];

    /// <summary>What stands behind them.</summary>
    public static readonly string[] Back = [LeftSource, LeftRow, RightSource, RightRow, LeftKey, RightKey];
}
