package org.vigie.monitor.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/// Head of the generated OpenAPI document.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Vigie",
                        version = "1",
                        description = "Keeps watch over clinical AI after it goes live. Errors are RFC 9457 problems; "
                                + "their types are explained in docs/problems.",
                        license = @License(name = "GPL-3.0-or-later")))
final class ApiDocument {

    private ApiDocument() {}
}
