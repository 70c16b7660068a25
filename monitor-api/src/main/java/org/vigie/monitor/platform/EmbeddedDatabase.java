package org.vigie.monitor.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/// A real PostgreSQL in the data folder, for a service that was given none.
///
/// It listens on 127.0.0.1 only, asks for a password, and writes through to the disk. Its port is
/// chosen once and kept in the data folder: after a `kill -9` the server lives on as an orphan, and
/// the next start finds it there. Runs as root (in a user namespace of its own) and as any other user.
public final class EmbeddedDatabase implements AutoCloseable {

    /// Owns the service's database; not a superuser.
    public static final String USER = "vigie";

    private static final String DATABASE = "vigie";
    private static final String SUPERUSER = "postgres";
    private static final String SUPERUSER_PASSWORD = "postgres-superuser.password";
    private static final String USER_PASSWORD = "postgres.password";

    private static final String PASSWORDS_ONLY = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Path passwordFile;

    private EmbeddedDatabase(EmbeddedPostgres server, Path passwordFile) {
        this.server = server;
        this.passwordFile = passwordFile;
    }

    /// Starts the database of this data folder, or joins it when it still runs.
    ///
    /// @throws IOException if the data folder's database cannot be started
    public static EmbeddedDatabase start(DataDirectory data) throws IOException {
        // inside a private folder: what is unpacked is open to all, and is run
        return start(data, data.privateFolder("postgres-binaries").resolve("unpacked"));
    }

    /// @param binaries where the server's programs are unpacked; several databases may share them
    public static EmbeddedDatabase start(DataDirectory data, Path binaries) throws IOException {
        Files.createDirectories(binaries);
        Path folder = data.path().resolve("postgres");
        Secrets secrets = data.secrets();
        String superuserPassword = secrets.text(SUPERUSER_PASSWORD);
        String userPassword = secrets.text(USER_PASSWORD);
        boolean closedToStrangers = Files.exists(folder.resolve("passwords-only"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port(data))
                .setPGStartupWait(Duration.ofSeconds(60))
                .setRegisterShutdownHook(false)
                // the library's own defaults would lose data at a power cut
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "40");
        if (closedToStrangers) {
            builder.setConnectConfig("password", superuserPassword);
        }
        EmbeddedPostgres server = builder.start();
        try {
            prepare(server.getPort(), folder, closedToStrangers, superuserPassword, userPassword);
        } catch (SQLException | IOException | RuntimeException e) {
            server.close();
            throw new IOException("The database in " + folder + " cannot be prepared: " + e.getMessage(), e);
        }
        return new EmbeddedDatabase(server, secrets.file(USER_PASSWORD));
    }

    public String jdbcUrl() {
        return jdbcUrl(server.getPort(), DATABASE);
    }

    public Path passwordFile() {
        return passwordFile;
    }

    /// Stops the server, whoever started it.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The embedded database did not stop", e);
        }
    }

    private static void prepare(
            int port, Path folder, boolean closedToStrangers, String superuserPassword, String userPassword)
            throws SQLException, IOException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        if (closedToStrangers) {
            properties.setProperty("password", superuserPassword);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, SUPERUSER), properties);
                Statement statement = connection.createStatement()) {
            // the passwords are base64 of our own making: no quote can be in them
            statement.execute("alter role %s password '%s'".formatted(SUPERUSER, superuserPassword));
            statement.execute(
                    exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")
                            ? "alter role %s password '%s'".formatted(USER, userPassword)
                            : "create role %s login password '%s'".formatted(USER, userPassword));
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database %s owner %s".formatted(DATABASE, USER));
            }
            if (!closedToStrangers) {
                Files.writeString(folder.resolve("pg_hba.conf"), PASSWORDS_ONLY);
                statement.execute("select pg_reload_conf()");
                Files.writeString(folder.resolve("passwords-only"), "pg_hba.conf asks for passwords\n");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static int port(DataDirectory data) throws IOException {
        Path file = data.path().resolve("postgres.port");
        if (Files.exists(file)) {
            String text = Files.readString(file).strip();
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw new IOException("The file %s must hold a port, not '%s'".formatted(file, text), e);
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }
}
