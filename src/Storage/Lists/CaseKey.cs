using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What a case is found by: the person's or unit's id as its sixteen bytes, since each key is written twice where an index lies beside its table.</summary>
static class CaseKey
{
    public static byte[] Of(PersonId person) => Of(person.ToString());

    public static byte[] Of(UnitId unit) => Of(unit.ToString());

    public static byte[] Of(string id) => Convert.FromHexString(id);
}
