package org.vigie.monitor.security;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;

/// The cookie of a person's session: out of reach of scripts and never sent from another site.
final class SessionCookie {

    static final String NAME = "vigie_session";

    private SessionCookie() {}

    static Cookie of(String token, Duration lifetime, boolean secure) {
        return Cookie.of(NAME, token)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Strict)
                .secure(secure)
                .maxAge(lifetime);
    }

    static Cookie cleared(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
