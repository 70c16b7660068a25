package org.vigie.monitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

/// Nothing is open by accident.
class EveryRouteTest {

    private static final Set<String> OPEN_TO_ALL =
            Set.of("GET /", "GET /study/{study}", "GET /openapi.yml", "POST /api/v1/session", "DELETE /api/v1/session");

    private static final Set<String> ROLES = Set.of(
            Roles.FLAGGER,
            Roles.READER,
            Roles.ADJUDICATOR,
            Roles.ML_ENGINEER,
            Roles.QUALITY,
            Roles.DPO,
            Roles.ADMIN,
            Roles.RUNNER);

    private final TestService service = TestService.shared();

    @Test
    void namesItsRoles() {
        List<UriRouteInfo<?, ?>> routes = routes();
        assertThat(routes).hasSizeGreaterThan(40);
        for (UriRouteInfo<?, ?> route : routes) {
            List<String> access = access(route);
            assertThat(access).as(name(route)).isNotEmpty();
            if (access.contains(SecurityRule.IS_ANONYMOUS)) {
                assertThat(OPEN_TO_ALL).contains(name(route));
            } else {
                assertThat(ROLES).as(name(route)).containsAll(access);
            }
        }
        assertThat(routes.stream()
                        .filter(route -> access(route).contains(SecurityRule.IS_ANONYMOUS))
                        .map(EveryRouteTest::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(OPEN_TO_ALL);
    }

    @Test
    void refusesWhoeverDoesNotSignIn() {
        for (UriRouteInfo<?, ?> route : routes()) {
            if (!OPEN_TO_ALL.contains(name(route))) {
                String path = route.getUriMatchTemplate()
                        .toPathString()
                        .replaceAll("\\{[^}]*}", "01890a5d-ac96-774b-bcce-b302099a8057");
                TestResponse response = service.anonymous()
                        .send(
                                route.getHttpMethod().name(),
                                "/" + path,
                                java.net.http.HttpRequest.BodyPublishers.noBody(),
                                "Content-Type",
                                contentType(route));
                assertThat(response.status()).as(name(route)).isEqualTo(401);
                assertThat(response.problem()).as(name(route)).isEqualTo("unauthenticated");
            }
        }
    }

    @Test
    void onlyAScraperOnThisMachineOrAnAdministratorReadsMetrics() {
        assertThat(service.anonymous().get("//prometheus").text()).contains("jvm_memory_used_bytes");
        assertThat(service.anonymous()
                        .get("//prometheus", "X-Forwarded-For", "10.0.0.9")
                        .status())
                .isEqualTo(401);
        assertThat(service.signedIn("clinician")
                        .get("//prometheus", "X-Forwarded-For", "10.0.0.9")
                        .status())
                .isEqualTo(403);
        assertThat(service.token("admin")
                        .get("//prometheus", "X-Forwarded-For", "10.0.0.9")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void otherManagementEndpointsAreOff() {
        for (String path :
                List.of("//env", "//beans", "//loggers", "//routes", "//threaddump", "//stop", "//metrics")) {
            assertThat(service.token("admin").get(path).status()).as(path).isEqualTo(404);
        }
    }

    private List<UriRouteInfo<?, ?>> routes() {
        return service.bean(Router.class)
                .uriRoutes()
                .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> method
                        && method.getTargetMethod().getDeclaringType().getName().startsWith("org.vigie."))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .collect(Collectors.toList());
    }

    private static List<String> access(UriRouteInfo<?, ?> route) {
        AnnotationMetadata annotations = route.getAnnotationMetadata();
        return Arrays.asList(annotations.stringValues(Secured.class));
    }

    private static String contentType(UriRouteInfo<?, ?> route) {
        return route.getConsumes().isEmpty()
                ? "application/json"
                : route.getConsumes().getFirst().toString();
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString();
    }
}
