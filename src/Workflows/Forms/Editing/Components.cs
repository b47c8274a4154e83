using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Which component of form-js a type of question is.</summary>
static class Components
{
    public static FieldType? TypeOf(JsonObject component) => TypeOf(component.Text("type"), component.Text("subtype"), component.Property("lms:type"));

    public static FieldType? TypeOf(string? type, string? subtype, string? ours) => type switch
    {
        "textfield" => FieldType.Text,
        "textarea" => FieldType.LongText,
        "number" => FieldType.Number,
        "datetime" when subtype == "date" => FieldType.Date,
        "radio" or "select" => ours == "yesNo" ? FieldType.YesNo : FieldType.Choice,
        "checklist" => FieldType.Choices,
        "checkbox" => FieldType.YesNo,
        "dynamiclist" => FieldType.Rows,
        _ => null,
    };

    public static string NameOf(FieldType type) => type switch
    {
        FieldType.LongText => "textarea",
        FieldType.Number => "number",
        FieldType.Date => "datetime",
        FieldType.Choice => "radio",
        FieldType.Choices => "checklist",
        FieldType.YesNo => "checkbox",
        FieldType.Rows => "dynamiclist",
        _ => "textfield",
    };
}
