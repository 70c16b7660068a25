package org.vigie.monitor.platform;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement put together from constant pieces, each with its parameters. Values never become text of the statement.
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private Sql() {}

    /// What one row becomes.
    @FunctionalInterface
    public interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }

    public static Sql of(String piece, @Nullable Object... values) {
        return new Sql().add(piece, values);
    }

    public Sql add(String piece, @Nullable Object... values) {
        text.append(piece).append('\n');
        parameters.addAll(java.util.Arrays.asList(values));
        return this;
    }

    /// Adds a piece only if its value is given.
    public Sql addIf(@Nullable Object value, String piece) {
        return value == null ? this : add(piece, value);
    }

    public <T> List<T> list(JdbcOperations jdbc, Row<T> row) {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = prepare(connection);
                    ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.map(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(JdbcOperations jdbc, Row<T> row) {
        return list(jdbc, row).stream().findFirst();
    }

    /// @return how many rows it changed
    public int update(JdbcOperations jdbc) {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = prepare(connection)) {
                return statement.executeUpdate();
            }
        });
    }

    /// For reading row by row; the caller closes it.
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameter(connection, parameters.get(i)));
        }
        return statement;
    }

    private static @Nullable Object parameter(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> values
            when values.stream().allMatch(UUID.class::isInstance) -> connection.createArrayOf("uuid", values.toArray());
            case Collection<?> values -> connection.createArrayOf("text", values.toArray());
            case null -> null;
            default -> value;
        };
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
        return (Integer) row.getObject(column);
    }

    public static @Nullable Double numberOrNull(ResultSet row, String column) throws SQLException {
        return (Double) row.getObject(column);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
