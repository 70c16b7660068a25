package org.vigie.monitor.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;

/// Refuses changes that a page of another origin makes a browser ask for. The cookie's `SameSite=Strict` is the first
/// lock, this is the second: by Sec-Fetch-Site where the browser sends it, else by Origin against Host. Who sends
/// neither is no browser; who brings a token needs no cookie.
///
/// A reverse proxy has to hand the Host header on unchanged.
@ServerFilter("/api/**")
class CrossOriginFilter implements Ordered {

    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        boolean reads = switch (request.getMethod()) {
            case GET, HEAD, OPTIONS, TRACE -> true;
            default -> false;
        };
        if (!reads && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION) && isForeign(request.getHeaders())) {
            throw new CrossOriginRequest();
        }
    }

    private static boolean isForeign(HttpHeaders headers) {
        String site = headers.get(SEC_FETCH_SITE);
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = headers.get(HttpHeaders.ORIGIN);
        return origin != null && !sameHost(origin, headers.get(HttpHeaders.HOST));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
