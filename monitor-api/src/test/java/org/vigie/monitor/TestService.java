package org.vigie.monitor;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/// The service as it is shipped, on a database of its own: started once per JVM by the first test that
/// asks, shared by all, gone with the JVM. Tests use identifiers of their own, so nothing needs
/// cleaning up.
public final class TestService {

    /// Less than in production, so that tests need not send half a gigabyte.
    public static final long MAX_UPLOAD_BYTES = 32L << 20;

    private static final class Holder {
        static final TestService SHARED = new TestService();
    }

    private final RunningService service;
    private final ConcurrentMap<String, TestClient> clients = new ConcurrentHashMap<>();

    private TestService() {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            Path data = Files.createTempDirectory(target, "service-");
            service = Main.start(ServiceOptions.inDirectory(data)
                    .onPort(0)
                    .withDemoAccounts()
                    .with("vigie.max-upload-bytes", MAX_UPLOAD_BYTES)
                    .withPostgresBinaries(target.resolve("postgres-binaries")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
    }

    public static TestService shared() {
        return Holder.SHARED;
    }

    public URI url() {
        return service.url();
    }

    public Path dataDirectory() {
        return service.dataDirectory();
    }

    /// One of the service's own parts.
    public <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }

    public String property(String name) {
        return service.context().getRequiredProperty(name, String.class);
    }

    /// A connection of its own to the service's database; the caller closes it.
    public Connection connection() throws SQLException {
        return DelegatingDataSource.unwrapDataSource(bean(DataSource.class)).getConnection();
    }

    /// How many rows a query counts.
    public long count(String query) {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A client with the token of that file: `admin` or `runner`.
    public TestClient token(String name) {
        return clients.computeIfAbsent(name, this::readToken);
    }

    /// A client signed in as that demo account: `clinician`, `reader`, `engineer`, `quality`, `dpo`, `admin`.
    public TestClient signedIn(String username) {
        return clients.computeIfAbsent("account " + username, _ -> anonymous().signedIn(username, "vigie-demo"));
    }

    public TestClient anonymous() {
        return new TestClient(url(), null, null);
    }

    private TestClient readToken(String name) {
        try {
            return anonymous()
                    .withToken(Files.readString(dataDirectory().resolve("secrets/" + name + ".token"))
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
