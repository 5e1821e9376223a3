using System.Collections.Generic;

namespace MopsPS;

/// <summary>What a <see cref="MopsRecord"/> knows of itself, as properties for C#. Scripts see its columns only.</summary>
public static class MopsRecordMembers
{
    /// <param name="record">The record.</param>
    extension(MopsRecord record)
    {
        /// <summary>The columns.</summary>
        public RecordSchema Schema => record.GetSchema();

        /// <summary>The values in column order.</summary>
        public IReadOnlyList<string?> Values => record.GetValues();

        /// <summary>The one-based data row in the source; 0 where unknown.</summary>
        public int Row => record.RowNumber;

        /// <summary>The one-based line on which the row starts; 0 where unknown.</summary>
        public int Line => record.LineNumber;
    }
}
