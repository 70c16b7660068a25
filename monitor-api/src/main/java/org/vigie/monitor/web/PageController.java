package org.vigie.monitor.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The addresses a person types or a PACS links to. They hold no data, so anyone may ask for them: the
/// application signs its user in before it asks for any.
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
@Hidden
class PageController {

    private static final String APPLICATION = "/ui/";
    private static final String DOCUMENT = "/META-INF/swagger/vigie.yml";

    @Get("/")
    HttpResponse<?> home() {
        return HttpResponse.temporaryRedirect(URI.create(APPLICATION));
    }

    /// The deep link into one study. `study` is a pseudonym or an original Study Instance UID, which the API hashes.
    @Get("/study/{study}{?model}")
    HttpResponse<?> study(String study, @QueryValue @Nullable String model) {
        String query = model == null ? "" : "?model=" + encoded(model);
        return HttpResponse.temporaryRedirect(URI.create(APPLICATION + "#/study/" + encoded(study) + query));
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    String openApi() {
        try (InputStream document = PageController.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException("The build left out " + DOCUMENT);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
