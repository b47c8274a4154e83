using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>How somebody was signed in (R82), in words. What a real sign-in is called by its provider is told as it is.</summary>
public static class SignInNames
{
    public static Words Of(string signIn) => signIn switch
    {
        "demo" => new("demonstrasjonen, uten passord", "demonstrasjonen, utan passord"),
        "system" => new("ingen: systemet gjorde det selv", "ingen: systemet gjorde det sjølv"),
        _ => Words.Same(signIn),
    };
}
