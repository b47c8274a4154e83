namespace LmsWorkflow.Domain;

/// <summary>Which documents people write as a plain form. The others come to be through acts of their own, have types of their own, or are computed (domain notes §4.11).</summary>
public static class PlainForms
{
    public static bool Has(DocumentKind kind) => kind is DocumentKind.D02 or DocumentKind.D04 or DocumentKind.D08 or DocumentKind.D11 or DocumentKind.D12
        or DocumentKind.D15 or DocumentKind.D16 or DocumentKind.D18 or DocumentKind.D21 or DocumentKind.D24;
}
