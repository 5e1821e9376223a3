using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Requests;

/// <summary>The words of a request, and the search for phrases in them: whole words, no regard to case, a star at the end for any ending. No patterns are run.</summary>
internal sealed class RequestWords
{
    private static readonly HashSet<string> Months = new(
        DateTimeFormatInfo.InvariantInfo.MonthNames.Concat(DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames).Where(name => name.Length > 0), StringComparer.OrdinalIgnoreCase);

    private readonly string[] _words;

    public RequestWords(string text) => _words = Split(text);

    /// <summary>Whether a phrase stands in the text.</summary>
    public bool Has(Phrase phrase)
    {
        for (var at = 0; at + phrase.Words.Length <= _words.Length; at++)
            if (phrase.FitsAt(_words, at)) return true;
        return false;
    }

    /// <summary>Whether there is a date: <c>2026-12-01</c>, <c>1.12.2026</c>, <c>12/1</c>, <c>1 December</c>, <c>Dec 1</c>.</summary>
    public bool HasDate()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (IsNumericDate(_words[i])) return true;
            if (!IsMonth(_words[i])) continue;
            if ((i > 0 && IsDay(_words[i - 1])) || (i + 1 < _words.Length && IsDay(_words[i + 1]))) return true;
        }

        return false;
    }

    /// <summary>The words of a text in lower case; what joins a word (- ' . / :) stays in it and not at its ends.</summary>
    internal static string[] Split(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' or '\'' or '’' or '.' or '/' or '_' && start >= 0));
            if (isWord && start < 0) start = i;
            if (isWord || start < 0) continue;
            words.Add(text.Substring(start, i - start).TrimEnd('-', '\'', '’', '.', '/', '_').ToLowerInvariant());
            start = -1;
        }

        return [.. words];
    }

    private static bool IsNumericDate(string word)
    {
        var parts = word.Split('-', '.', '/');
        return parts.Length is 2 or 3 && parts.All(part => part.Length is 1 or 2 or 4 && part.All(char.IsDigit)) && parts.Count(part => part.Length == 4) <= 1
            && (parts.Length == 3 || (word.IndexOf('/') > 0 && IsDay(parts[0]) && IsDay(parts[1])));
    }

    // "may" is a word of its own; beside a number it is a month.
    private static bool IsMonth(string word) => Months.Contains(word);

    private static bool IsDay(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && digits.All(digit => digit is >= '0' and <= '9') && int.Parse(digits, CultureInfo.InvariantCulture) is >= 1 and <= 31;
    }

    /// <summary>A phrase to look for.</summary>
    internal sealed class Phrase
    {
        private readonly bool _isStart;

        public Phrase(string text)
        {
            Text = text;
            _isStart = text.EndsWith("*", StringComparison.Ordinal);
            Words = Split(text.TrimEnd('*'));
        }

        public string Text { get; }

        public string[] Words { get; }

        public bool FitsAt(string[] words, int at)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                var isLast = i == Words.Length - 1;
                if (isLast && _isStart ? !words[at + i].StartsWith(Words[i], StringComparison.Ordinal) : words[at + i] != Words[i]) return false;
            }

            return Words.Length > 0;
        }
    }
}
