package org.vigie.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.monitor.platform.VigieSettings;

class ServiceOptionsTest {

    @Test
    void withoutAnythingItIsALocalServiceWithItsOwnDatabaseAndNoDemoAccounts() {
        ServiceOptions options = ServiceOptions.of(Map.of());

        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.dataDirectory()).isEqualTo(Path.of("data"));
        assertThat(options.databaseUrl()).isNull();
        assertThat(options.demoAccounts()).isFalse();
    }

    @Test
    void argumentsWinOverTheEnvironment() {
        ServiceOptions options = ServiceOptions.of(
                Map.of(
                        "VIGIE_PORT",
                        "9000",
                        "VIGIE_DATABASE_URL",
                        "jdbc:postgresql://db/vigie",
                        "VIGIE_DATABASE_USER",
                        "v"),
                "--port",
                "9001",
                "--demo-accounts");

        assertThat(options.port()).isEqualTo(9001);
        assertThat(options.databaseUrl()).isEqualTo("jdbc:postgresql://db/vigie");
        assertThat(options.settings()).containsEntry("vigie.database.user", "v");
        assertThat(options.demoAccounts()).isTrue();
    }

    @Test
    void whatItDoesNotKnowStopsIt() {
        assertThatThrownBy(() -> ServiceOptions.of(Map.of(), "--prot", "1")).hasMessage("Unknown argument --prot");
        assertThatThrownBy(() -> ServiceOptions.of(Map.of(), "--port")).hasMessage("--port needs a value");
        assertThatThrownBy(() -> ServiceOptions.of(Map.of(), "--port", "x"))
                .hasMessage("The port must be a whole number, not x");
        assertThatThrownBy(() -> ServiceOptions.of(Map.of(), "--port", "70000"))
                .hasMessage("The port must lie between 0 and 65535, not 70000");
    }

    @Test
    void settingsHaveTheirDefaults() {
        VigieSettings settings = TestService.shared().bean(VigieSettings.class);

        assertThat(settings.defaultZone()).hasToString("Europe/Paris");
        assertThat(settings.leaseTime()).hasSeconds(60);
        assertThat(settings.sessionTime()).hasHours(10);
        assertThat(settings.secureCookie()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "vigie.default-zone, Sea/Deep, Sea/Deep",
        "vigie.max-upload-bytes, 12, maxUploadBytes",
        "vigie.lease-time, soon, vigie.lease-time must be a duration such as 60s"
    })
    void aBadSettingStopsTheStart(String name, String value, String parameter) {
        TestService running = TestService.shared();
        ServiceOptions options = new ServiceOptions(
                        running.dataDirectory(),
                        "127.0.0.1",
                        0,
                        false,
                        running.property("datasources.default.url"),
                        null,
                        Map.of())
                .with("vigie.database.user", running.property("datasources.default.username"))
                .with(
                        "vigie.database.password-file",
                        running.dataDirectory()
                                .resolve("secrets/postgres.password")
                                .toString())
                .with(name, value);

        assertThatThrownBy(() -> Main.start(options)).hasMessageContaining(parameter);
    }
}
