package org.vigie.monitor.audit;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Writes down every request to the API before it is answered. What it did not write down, nobody gets.
///
/// Left out: a page asking again and again who is signed in, and a runner asking again and again
/// whether there is work or saying that it is alive.
@ServerFilter("/api/v1/**")
class AccessLogFilter implements Ordered {

    private static final Pattern OUR_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final String NOBODY = "-";

    private final AccessLog log;
    private final Clock clock;

    AccessLogFilter(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// Around security: who is turned away is written down too.
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void writeDown(HttpRequest<?> request, HttpResponse<?> response) {
        String route = route(request);
        if (isIdleTalk(request, route, response.code())) {
            return;
        }
        String actor = request.getUserPrincipal().map(Principal::getName).orElse(NOBODY);
        String action = request.getMethodName() + " " + route;
        log.append(new AccessEntry(clock.instant(), actor, action, response.code(), subjects(request)))
                .join();
    }

    private static String route(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
                .orElse("no such path");
    }

    private static boolean isIdleTalk(HttpRequest<?> request, String route, int status) {
        boolean asksWho = request.getMethod() == HttpMethod.GET && route.equals("/api/v1/session");
        boolean noWork = route.equals("/api/v1/runs/leases") && status == 204;
        boolean alive =
                request.getMethod() == HttpMethod.PUT && route.equals("/api/v1/runs/leases/{leaseId}") && status == 200;
        return asksWho || noWork || alive;
    }

    private static List<UUID> subjects(HttpRequest<?> request) {
        var ids = new ArrayList<UUID>();
        RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .ifPresent(match -> match.getVariableValues().values().stream()
                        .map(Object::toString)
                        .filter(text -> OUR_ID.matcher(text).matches())
                        .map(UUID::fromString)
                        .forEach(ids::add));
        ids.addAll(Subjects.of(request));
        return ids.stream().distinct().toList();
    }
}
