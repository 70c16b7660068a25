package org.vigie.monitor.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataItsPortAndItsPasswords() throws Exception {
        DataDirectory data = DataDirectory.at(folder.resolve("data"));
        String url;
        try (EmbeddedDatabase database = start(data)) {
            url = database.jdbcUrl();
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                assertThat(setting(statement, "fsync")).isEqualTo("on");
                assertThat(setting(statement, "synchronous_commit")).isEqualTo("on");
                statement.execute("create table kept as select 42 as answer");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url, EmbeddedDatabase.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(url, EmbeddedDatabase.USER, "guess"))
                .hasMessageContaining("refused");
        try (EmbeddedDatabase again = start(data)) {
            assertThat(again.jdbcUrl()).isEqualTo(url);
            try (Connection connection = connect(again);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select answer from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        }
    }

    @Test
    void whatADataFolderHoldsIsForItsOwnerOnly() throws Exception {
        DataDirectory data = DataDirectory.at(folder.resolve("deep/er/data"));
        String secret = data.secrets().text("some.token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.secrets().file("some.token"))))
                .isEqualTo("rw-------");
        assertThat(data.secrets().text("some.token")).isEqualTo(secret).hasSize(43);
        assertThat(data.secrets().key("some.token")).hasSize(32);
        assertThat(data.secrets().text("other.token")).isNotEqualTo(secret);
    }

    @Test
    void aSecretOfTheWrongLengthIsRefused() throws Exception {
        DataDirectory data = DataDirectory.at(folder.resolve("data"));
        Files.writeString(data.secrets().file("short.key"), "c2hvcnQ\n");

        assertThatThrownBy(() -> data.secrets().key("short.key")).hasMessageContaining("holds 5 bytes instead of 32");
    }

    private static EmbeddedDatabase start(DataDirectory data) throws Exception {
        return EmbeddedDatabase.start(data, Path.of("target/postgres-binaries").toAbsolutePath());
    }

    private static Connection connect(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(
                database.jdbcUrl(),
                EmbeddedDatabase.USER,
                Files.readString(database.passwordFile()).strip());
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
