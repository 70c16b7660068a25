package org.vigie.monitor.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.vigie.monitor.platform.Sha256;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Finds out who asks: a machine by its bearer token, a person by the session cookie. A request with
/// an `Authorization` header is judged by that alone.
@Singleton
final class CredentialsReader implements AuthenticationFetcher<HttpRequest<?>> {

    private static final String BEARER = "Bearer ";

    private final AccountRepository accounts;
    private final ApiTokenRepository tokens;
    private final SessionTokens sessions;
    private final Scheduler blocking;

    CredentialsReader(
            AccountRepository accounts,
            ApiTokenRepository tokens,
            SessionTokens sessions,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> header = request.getHeaders().findFirst(HttpHeaders.AUTHORIZATION);
        if (header.isPresent()) {
            String value = header.get();
            return value.startsWith(BEARER)
                    ? found(() -> machine(value.substring(BEARER.length()).strip()))
                    : Mono.empty();
        }
        return request.getCookies()
                .findCookie(SessionCookie.NAME)
                .map(Cookie::getValue)
                .<Publisher<Authentication>>map(cookie -> found(() -> person(cookie)))
                .orElseGet(Mono::empty);
    }

    private Mono<Authentication> found(java.util.function.Supplier<Optional<Authentication>> search) {
        return Mono.fromSupplier(search).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    private Optional<Authentication> machine(String token) {
        return tokens.findByTokenSha256AndRevokedAtIsNull(Sha256.of(token))
                .map(found -> Authentication.build(found.name(), found.roles()));
    }

    private Optional<Authentication> person(String cookie) {
        return sessions.username(cookie)
                .flatMap(accounts::findByUsernameAndDisabledAtIsNull)
                .map(account -> Authentication.build(account.username(), account.roles()));
    }
}
