package org.vigie.monitor.security;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.vigie.monitor.platform.VigieSettings;

@Controller("/api/v1/session")
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionController {

    private final SignIn signIn;
    private final SessionTokens sessions;
    private final AccountRepository accounts;
    private final VigieSettings settings;

    SessionController(SignIn signIn, SessionTokens sessions, AccountRepository accounts, VigieSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Serdeable
    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 200) String password) {}

    @Serdeable
    record SessionView(String username, String displayName, List<String> roles) {

        static SessionView of(Account account) {
            return new SessionView(account.username(), account.displayName(), account.roles());
        }
    }

    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<SessionView> open(@Body @Valid Credentials credentials) {
        Account account = signIn.check(credentials.username(), credentials.password());
        return HttpResponse.ok(SessionView.of(account))
                .cookie(SessionCookie.of(
                        sessions.issue(account.username()), settings.sessionTime(), settings.secureCookie()));
    }

    @Get
    @Secured({
        Roles.FLAGGER,
        Roles.READER,
        Roles.ADJUDICATOR,
        Roles.ML_ENGINEER,
        Roles.QUALITY,
        Roles.DPO,
        Roles.ADMIN,
        Roles.RUNNER
    })
    SessionView show(Authentication authentication) {
        return accounts.findByUsernameAndDisabledAtIsNull(authentication.getName())
                .map(SessionView::of)
                .orElseGet(() -> new SessionView(
                        authentication.getName(), authentication.getName(), List.copyOf(authentication.getRoles())));
    }

    @Delete
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<Void> close() {
        return HttpResponse.<Void>noContent().cookie(SessionCookie.cleared(settings.secureCookie()));
    }
}
