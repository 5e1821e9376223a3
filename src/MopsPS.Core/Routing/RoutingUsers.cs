using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Routing;

/// <summary>Reads who may own leads from an export of users: name, id, address, and whether they are active.</summary>
public static class RoutingUsers
{
    private static readonly string[] Names = ["Full Name", "Name", "Owner", "Owner Name", "User", "User Name", "FullName"];
    private static readonly string[] Others = ["Id", "User ID", "Owner ID", "OwnerId", "UserId", "18 Digit ID", "Email", "E-mail", "Email Address", "Username", "Alias"];
    private static readonly string[] Actives = ["Active", "IsActive", "Is Active", "Enabled", "Status", "User Status"];
    private static readonly string[] Yes = ["true", "1", "yes", "y", "active", "enabled"];
    private static readonly string[] No = ["false", "0", "no", "n", "inactive", "disabled", "deactivated", "archived", "removed", "suspended"];

    /// <summary>Reads the users.</summary>
    /// <param name="reader">Stands before the first row, with all columns.</param>
    /// <param name="onProblem">Is told of each row that is left out.</param>
    /// <returns>The users.</returns>
    /// <exception cref="ExportFormatException">There is no column for the name, or none that says who is active.</exception>
    public static IReadOnlyList<RoutingOwner> Read(RecordReader reader, Action<RecordProblem> onProblem)
    {
        if (reader is null) throw new ArgumentNullException(nameof(reader));
        if (onProblem is null) throw new ArgumentNullException(nameof(onProblem));
        var columns = reader.Schema.Columns;
        int Find(IEnumerable<string> names) => names.Select(name => reader.Schema.IndexOf(name)).Where(column => column >= 0).DefaultIfEmpty(-1).First();
        var (name, first, last, active) = (Find(Names), Find(["First Name", "FirstName"]), Find(["Last Name", "LastName"]), Find(Actives));
        if (name < 0 && last < 0) throw Missing("the name of users", Names);
        if (active < 0) throw Missing("whether users are active", Actives);
        var others = Others.Select(other => reader.Schema.IndexOf(other)).Where(column => column >= 0 && column != name).Distinct().ToArray();
        var users = new List<RoutingOwner>();
        while (reader.Read())
        {
            var text = name >= 0 ? reader.GetString(name)?.Trim() : $"{(first < 0 ? null : reader.GetString(first)?.Trim())} {reader.GetString(last)?.Trim()}".Trim();
            var state = reader.GetString(active)?.Trim().ToLowerInvariant() ?? string.Empty;
            if (text is not { Length: > 0 } || (!Yes.Contains(state) && !No.Contains(state)))
            {
                onProblem(new RecordProblem("UserUnreadable", text is { Length: > 0 } ? "It is not clear whether the user is active. The row is left out." : "The user has no name. The row is left out.",
                    new SourcePosition(reader.Schema.Source, reader.Row, reader.Line, columns[active]))
                { Value = state, Expected = "true or false, active or inactive", IsSkipped = true });
                continue;
            }

            users.Add(new RoutingOwner { Name = text, IsActive = Yes.Contains(state), Aliases = [.. others.Select(column => reader.GetString(column)?.Trim()).Where(other => other is { Length: > 0 }).Cast<string>()] });
        }

        return users;

        ExportFormatException Missing(string what, string[] names) =>
            new("ColumnNotFound", $"No column says {what}: one of {string.Join(", ", names)}. The columns are: {reader.Schema}.", new SourcePosition(reader.Schema.Source));
    }

    /// <summary>The policy with the users beside its owners; where both know one, the policy's word on it counts and the names of both.</summary>
    internal static RoutingPolicy With(RoutingPolicy policy, IReadOnlyList<RoutingOwner> users)
    {
        if (users.Count == 0) return policy;
        var known = policy.Owners.ToDictionary(owner => owner.Name, StringComparer.OrdinalIgnoreCase);
        var owners = policy.Owners.Select(owner => new RoutingOwner
        {
            Name = owner.Name,
            IsActive = owner.IsActive,
            Aliases = [.. owner.Aliases.Concat(users.Where(user => string.Equals(user.Name, owner.Name, StringComparison.OrdinalIgnoreCase)).SelectMany(user => user.Aliases)).Distinct()],
        });
        return new RoutingPolicy
        {
            Owners = [.. owners, .. users.Where(user => !known.ContainsKey(user.Name))],
            Unassigned = policy.Unassigned,
            StalledDays = policy.StalledDays,
            Rules = policy.Rules,
            Fallback = policy.Fallback,
        };
    }
}
