using System.Security.Claims;
using System.Text.Encodings.Web;
using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace LmsWorkflow.Api;

/// <summary>
/// Signs in as one of the demonstration's people, without any proof. Registered only in demonstration mode: programs send <c>Authorization: Demo &lt;personId&gt;</c>,
/// people choose on <c>/logg-inn</c> and get a cookie.
/// </summary>
public sealed class DemoSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, People people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Demo";
    public const string Cookie = "lms-demo";
    public const string PersonClaim = "person";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(SchemeName + " ", StringComparison.Ordinal)) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(Guid.TryParse(header[(SchemeName.Length + 1)..], out var id) && people.Find(new PersonId(id)) is not null
            ? AuthenticateResult.Success(new(PrincipalOf(new PersonId(id)), SchemeName))
            : AuthenticateResult.Fail("unknown person"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Problem.NotSignedIn.Write(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.NotAllowed.Write(Context);

    /// <summary>For the persona picker: the cookie of this person, or false when there is no such person.</summary>
    public static async Task<bool> ChooseAsync(HttpContext http, PersonId person)
    {
        if (http.RequestServices.GetRequiredService<People>().Find(person) is null) return false;
        await http.SignInAsync(Cookie, PrincipalOf(person));
        return true;
    }

    public static Task LeaveAsync(HttpContext http) => http.SignOutAsync(Cookie);

    internal static void AddTo(IServiceCollection services) => services
        .AddAuthentication(options => options.DefaultScheme = "ByRequest")
        .AddPolicyScheme("ByRequest", null, options => options.ForwardDefaultSelector = http =>
            http.Request.Headers.ContainsKey("Authorization") ? SchemeName : http.Request.Path.StartsWithSegments("/api") && !http.Request.Cookies.ContainsKey(Cookie) ? SchemeName : Cookie)
        .AddScheme<AuthenticationSchemeOptions, DemoSignIn>(SchemeName, null)
        .AddCookie(Cookie, Configure);

    static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/logg-inn";
        options.ReturnUrlParameter = "retur";
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.Events.OnRedirectToLogin = context => Answer(context, Problem.NotSignedIn);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, Problem.NotAllowed);
    }

    /// <summary>A page sends people to sign in; a program is told why.</summary>
    static Task Answer(RedirectContext<CookieAuthenticationOptions> context, Problem problem)
    {
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/live")) return problem.Write(context.HttpContext);
        if (problem.Status == StatusCodes.Status403Forbidden) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    static ClaimsPrincipal PrincipalOf(PersonId person) => new(new ClaimsIdentity([new Claim(PersonClaim, person.ToString())], "demo"));
}
