package org.vigie.monitor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.platform.DataDirectory;
import org.vigie.monitor.platform.EmbeddedDatabase;

/// A started service. Closing it stops the server first and its database last, so that nothing
/// that still runs loses its connections.
public final class RunningService implements AutoCloseable {

    static final String DATABASE_USER = "vigie.database.user";
    static final String DATABASE_PASSWORD_FILE = "vigie.database.password-file";

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final DataDirectory data;

    @Nullable
    private final EmbeddedDatabase database;

    private RunningService(
            ApplicationContext context,
            EmbeddedServer server,
            DataDirectory data,
            @Nullable EmbeddedDatabase database) {
        this.context = context;
        this.server = server;
        this.data = data;
        this.database = database;
    }

    static RunningService start(ServiceOptions options) throws IOException {
        DataDirectory data = DataDirectory.at(options.dataDirectory());
        EmbeddedDatabase database = options.databaseUrl() == null ? embedded(options, data) : null;
        ApplicationContext context = null;
        try {
            context = ApplicationContext.builder()
                    .deduceEnvironment(false)
                    .banner(false)
                    .properties(properties(options, data, database))
                    .build();
            context.start();
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            return new RunningService(context, server, data, database);
        } catch (IOException | RuntimeException e) {
            close(context, database);
            throw e;
        }
    }

    /// Where the service answers, for example `http://127.0.0.1:8080`.
    public URI url() {
        String host = server.getHost();
        String reachable = host.equals("0.0.0.0") || host.equals("localhost") ? "127.0.0.1" : host;
        return URI.create("http://%s:%d".formatted(reachable, server.getPort()));
    }

    /// The folder that holds everything the service keeps.
    public Path dataDirectory() {
        return data.path();
    }

    /// The service's parts, for tests and for programs that embed the service.
    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        close(context, database);
    }

    private static void close(@Nullable ApplicationContext context, @Nullable EmbeddedDatabase database) {
        try {
            if (context != null) {
                context.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    private static Map<String, Object> properties(
            ServiceOptions options, DataDirectory data, @Nullable EmbeddedDatabase database) throws IOException {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("micronaut.server.host", options.host());
        properties.put("micronaut.server.port", options.port() == 0 ? -1 : options.port());
        properties.put("vigie.data-dir", data.path().toString());
        properties.put("vigie.demo-accounts", options.demoAccounts());
        properties.putAll(options.settings());
        if (database != null) {
            properties.put("datasources.default.url", database.jdbcUrl());
            properties.put("datasources.default.username", EmbeddedDatabase.USER);
            properties.put("datasources.default.password", password(database.passwordFile()));
        } else {
            properties.put("datasources.default.url", String.valueOf(options.databaseUrl()));
            properties.put("datasources.default.username", options.settings().getOrDefault(DATABASE_USER, "vigie"));
            Object file = options.settings().get(DATABASE_PASSWORD_FILE);
            if (file != null) {
                properties.put("datasources.default.password", password(Path.of(file.toString())));
            }
        }
        return properties;
    }

    private static EmbeddedDatabase embedded(ServiceOptions options, DataDirectory data) throws IOException {
        return options.postgresBinaries() == null
                ? EmbeddedDatabase.start(data)
                : EmbeddedDatabase.start(data, options.postgresBinaries());
    }

    private static String password(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
