package org.vigie.monitor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.monitor.TestResponse;
import org.vigie.monitor.TestService;

class AccessLogTest {

    private final TestService service = TestService.shared();

    @Test
    void everyRequestIsWrittenDownBeforeItIsAnswered() {
        service.signedIn("quality").get("/sites");

        assertThat(newest(20))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("actor", "quality")
                        .containsEntry("action", "GET /api/v1/sites")
                        .containsEntry("status", 200));
    }

    @Test
    void whoDidNotSignInIsWrittenDownAsNobody() {
        service.anonymous().get("/sites?q=" + UUID.randomUUID());

        assertThat(newest(20))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("actor", "-")
                        .containsEntry("action", "GET /api/v1/sites")
                        .containsEntry("status", 401));
    }

    @Test
    void whatStandsInAPathIsNotWrittenDownUnlessItIsAnIdOfOurs() {
        String foreign = "1.2.840.99999.123456789";
        service.token("admin").get("/models/" + foreign);
        service.token("admin").get("/" + foreign);

        assertThat(service.signedIn("dpo").get("/access-log?limit=1000").text()).doesNotContain(foreign);
    }

    @Test
    void pagesFollowEachOther() {
        service.signedIn("quality").get("/sites");
        service.signedIn("quality").get("/sites");
        TestResponse first = service.signedIn("dpo").get("/access-log?limit=1");
        TestResponse second = service.signedIn("dpo")
                .get("/access-log?limit=1&cursor=" + first.json().get("next"));

        long newest = ((Number) first.items().getFirst().get("position")).longValue();
        assertThat(second.items().getFirst().get("position")).isEqualTo((int) newest - 1);
    }

    @Test
    void isForTheDataProtectionOfficerOnly() {
        TestResponse response = service.signedIn("quality").get("/access-log");

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.problem()).isEqualTo("forbidden");
    }

    @Test
    void theChainOfAllEntriesHolds() {
        service.signedIn("quality").get("/sites");

        assertThat(service.signedIn("dpo").get("/access-log/verification").json())
                .containsEntry("intact", true)
                .containsEntry("brokenAt", null);
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEntry() throws SQLException {
        service.signedIn("quality").get("/sites");
        try (Connection connection = service.connection();
                Statement statement = connection.createStatement()) {
            for (String change :
                    List.of("update access_log set actor = 'x'", "delete from access_log", "truncate access_log")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("access_log is append-only");
            }
        }
    }

    @Test
    void anEntryChangedBehindTheDatabasesBackIsFound() throws SQLException {
        service.signedIn("quality").get("/sites");
        service.signedIn("quality").get("/sites");
        try (Connection connection = service.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table access_log disable trigger all");
            statement.execute("update access_log set actor = 'somebody-else' where position = 2");

            AccessLogReader.Verification verification = AccessLogReader.verify(connection);

            connection.rollback();
            assertThat(verification.intact()).isFalse();
            assertThat(verification.brokenAt()).isEqualTo(2);
        }
    }

    private List<Map<String, Object>> newest(int limit) {
        return service.signedIn("dpo").get("/access-log?limit=" + limit).items();
    }
}
