using System.Collections.Generic;
using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;

namespace MopsPS;

/// <summary>
/// Reads a column by its name; everything else is left to whoever asks. PowerShell asks it first, in any runspace, where the adapter of Types.ps1xml is
/// there only after the module was imported.
/// </summary>
internal sealed class MopsRecordMetaObject(Expression expression, MopsRecord record) : DynamicMetaObject(expression, BindingRestrictions.Empty, record)
{
    private static readonly MethodInfo Has = typeof(MopsRecordMetaObject).GetMethod(nameof(HasColumn), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo Get = typeof(MopsRecordMetaObject).GetMethod(nameof(GetColumn), BindingFlags.Static | BindingFlags.NonPublic)!;

    public override IEnumerable<string> GetDynamicMemberNames() => ((MopsRecord)Value!).GetSchema().Columns;

    public override DynamicMetaObject BindGetMember(GetMemberBinder binder)
    {
        var otherwise = binder.FallbackGetMember(this);
        var record = Expression.Convert(Expression, typeof(MopsRecord));
        var name = Expression.Constant(binder.Name);
        var value = Expression.Condition(Expression.Call(Has, record, name), Expression.Call(Get, record, name), Expression.Convert(otherwise.Expression, typeof(object)));
        return new DynamicMetaObject(value, otherwise.Restrictions.Merge(BindingRestrictions.GetTypeRestriction(Expression, typeof(MopsRecord))));
    }

    private static bool HasColumn(MopsRecord record, string name) => record.GetSchema().IndexOf(name) >= 0;

    private static object? GetColumn(MopsRecord record, string name) => record[name];
}
