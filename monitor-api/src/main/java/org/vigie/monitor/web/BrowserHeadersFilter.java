package org.vigie.monitor.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/// Confines what a page of ours may do, and says how long a browser may keep which file.
///
/// The policy of content: scripts, styles and connections of our own origin only. `wasm-unsafe-eval` lets the
/// viewer's image codecs run (WebAssembly, not `eval`); `blob:` images are its tool cursors; style attributes, but
/// no style elements, are what its overlays set.
@ServerFilter("/**")
class BrowserHeadersFilter implements Ordered {

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
            + "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    /// Around everything: an answer that another filter gave is confined too.
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @ResponseFilter
    void confine(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String path = request.getPath();
        response.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        if (path.startsWith("/ui")) {
            // the build names assets by their content; everything else may change under its name
            boolean asset = path.startsWith("/ui/assets/") && response.code() == 200;
            response.getHeaders().remove(HttpHeaders.CACHE_CONTROL);
            response.header(HttpHeaders.CACHE_CONTROL, asset ? FOR_A_YEAR : "no-cache");
            if (path.endsWith(".wasm")) {
                response.contentType(MediaType.of("application/wasm"));
            }
        } else if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
