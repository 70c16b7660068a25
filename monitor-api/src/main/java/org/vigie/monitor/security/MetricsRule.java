package org.vigie.monitor.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Who may read `/prometheus`: a scraper on the same machine, or an administrator's token from anywhere. What a reverse
/// proxy on the same machine hands on counts as from anywhere.
@Singleton
class MetricsRule implements SecurityRule<HttpRequest<?>> {

    private static final String PATH = "/prometheus";

    /// Before the rule for management endpoints, which knows all or nothing.
    private static final int ORDER = -1_000;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Publisher<SecurityRuleResult> check(@Nullable HttpRequest<?> request, @Nullable Authentication user) {
        if (request == null || !request.getPath().equals(PATH)) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        boolean administrator = user != null && user.getRoles().contains(Roles.ADMIN);
        return Mono.just(administrator || isLocal(request) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    private static boolean isLocal(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        boolean handedOn = request.getHeaders().contains("X-Forwarded-For")
                || request.getHeaders().contains("Forwarded");
        return address != null && address.isLoopbackAddress() && !handedOn;
    }
}
