package org.vigie.monitor.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets a use case say which of our own ids a request was about, where the path does not.
public final class Subjects {

    private static final String ATTRIBUTE = "org.vigie.monitor.audit.subjects";

    private Subjects() {}

    /// Adds ids to the access log's entry of the current request; does nothing outside of one.
    public static void touched(Collection<UUID> ids) {
        ServerRequestContext.currentRequest().ifPresent(request -> touched(request, ids));
    }

    public static void touched(UUID id) {
        touched(List.of(id));
    }

    private static void touched(HttpRequest<?> request, Collection<UUID> ids) {
        var all = new ArrayList<>(of(request));
        all.addAll(ids);
        request.setAttribute(ATTRIBUTE, List.copyOf(all));
    }

    @SuppressWarnings("unchecked")
    static List<UUID> of(HttpRequest<?> request) {
        Optional<Object> found = request.getAttribute(ATTRIBUTE);
        return found.map(ids -> (List<UUID>) ids).orElse(List.of());
    }
}
