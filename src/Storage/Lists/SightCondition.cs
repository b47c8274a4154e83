using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>What somebody may see, as a condition on the keys of cases.</summary>
static class SightCondition
{
    /// <summary>A person alone has few cases, which are looked up; with units there are many, and each case shown is looked at.</summary>
    public static string Of(Sight sight, string stream, DynamicParameters values)
    {
        var keys = values.AddList("sight", [CaseKey.Of(sight.Person), .. sight.Units.Select(CaseKey.Of)]);
        return sight.Units.IsEmpty
            ? $"{stream} in (select k.stream_no from case_keys k where k.key in {keys})"
            : $"exists (select 1 from case_keys k where k.stream_no = {stream} and k.key in {keys})";
    }

    public static (string Where, DynamicParameters Values) Where(Sight? sight, string stream)
    {
        var values = new DynamicParameters();
        return (sight is null ? "" : "where " + Of(sight, stream, values), values);
    }
}
