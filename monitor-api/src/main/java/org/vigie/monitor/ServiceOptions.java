package org.vigie.monitor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a service is started.
///
/// @param dataDirectory holds the database, the image store, the model packages and the secrets
/// @param host address to listen on
/// @param port 0 for any free one
/// @param demoAccounts whether the accounts with the published password exist
/// @param databaseUrl JDBC URL of PostgreSQL; null to start the embedded one in the data folder
/// @param postgresBinaries where the embedded PostgreSQL's programs are unpacked; null for a folder in
///     the data folder
/// @param settings further settings by their full names, such as `vigie.default-zone`
public record ServiceOptions(
        Path dataDirectory,
        String host,
        int port,
        boolean demoAccounts,
        @Nullable String databaseUrl,
        @Nullable Path postgresBinaries,
        Map<String, Object> settings) {

    static final String USAGE =
            "usage: serve [--host ADDRESS] [--port PORT] [--data-dir DIR] [--database-url JDBC-URL] [--demo-accounts]";

    public ServiceOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port must lie between 0 and 65535, not " + port);
        }
        settings = Map.copyOf(settings);
    }

    /// The service on 127.0.0.1:8080 with its own database in `directory`, without demo accounts.
    public static ServiceOptions inDirectory(Path directory) {
        return new ServiceOptions(directory, "127.0.0.1", 8080, false, null, null, Map.of());
    }

    public ServiceOptions onPort(int port) {
        return new ServiceOptions(dataDirectory, host, port, demoAccounts, databaseUrl, postgresBinaries, settings);
    }

    public ServiceOptions withDemoAccounts() {
        return new ServiceOptions(dataDirectory, host, port, true, databaseUrl, postgresBinaries, settings);
    }

    /// Several services on one machine may share the unpacked programs.
    public ServiceOptions withPostgresBinaries(Path binaries) {
        return new ServiceOptions(dataDirectory, host, port, demoAccounts, databaseUrl, binaries, settings);
    }

    public ServiceOptions with(String setting, Object value) {
        var more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new ServiceOptions(dataDirectory, host, port, demoAccounts, databaseUrl, postgresBinaries, more);
    }

    /// Arguments win over the environment (`VIGIE_HOST`, `VIGIE_PORT`, `VIGIE_DATA_DIR`,
    /// `VIGIE_DATABASE_URL`, `VIGIE_DEMO_ACCOUNTS`).
    static ServiceOptions of(Map<String, String> environment, String... arguments) {
        var values = new LinkedHashMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("VIGIE_") && !value.isBlank()) {
                values.put(name, value);
            }
        });
        var remaining = List.of(arguments).iterator();
        while (remaining.hasNext()) {
            String argument = remaining.next();
            switch (argument) {
                case "--demo-accounts" -> values.put("VIGIE_DEMO_ACCOUNTS", "true");
                case "--host", "--port", "--data-dir", "--database-url" -> {
                    if (!remaining.hasNext()) {
                        throw new IllegalArgumentException(argument + " needs a value");
                    }
                    values.put(
                            "VIGIE_" + argument.substring(2).replace('-', '_').toUpperCase(java.util.Locale.ROOT),
                            remaining.next());
                }
                default -> throw new IllegalArgumentException("Unknown argument " + argument);
            }
        }
        return new ServiceOptions(
                Path.of(values.getOrDefault("VIGIE_DATA_DIR", "data")),
                values.getOrDefault("VIGIE_HOST", "127.0.0.1"),
                port(values.getOrDefault("VIGIE_PORT", "8080")),
                Boolean.parseBoolean(values.getOrDefault("VIGIE_DEMO_ACCOUNTS", "false")),
                values.get("VIGIE_DATABASE_URL"),
                null,
                settings(values));
    }

    private static Map<String, Object> settings(Map<String, String> values) {
        var settings = new LinkedHashMap<String, Object>();
        if (values.containsKey("VIGIE_DATABASE_USER")) {
            settings.put(RunningService.DATABASE_USER, values.get("VIGIE_DATABASE_USER"));
        }
        if (values.containsKey("VIGIE_DATABASE_PASSWORD_FILE")) {
            settings.put(RunningService.DATABASE_PASSWORD_FILE, values.get("VIGIE_DATABASE_PASSWORD_FILE"));
        }
        return settings;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port must be a whole number, not " + text, e);
        }
    }
}
