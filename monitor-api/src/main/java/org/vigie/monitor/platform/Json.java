package org.vigie.monitor.platform;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON of our own making, to and from the database.
@Singleton
public final class Json {

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    private final JsonMapper mapper;

    Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A value of type " + value.getClass() + " has no JSON", e);
        }
    }

    public byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A value of type " + value.getClass() + " has no JSON", e);
        }
    }

    /// An empty map for null.
    public Map<String, Object> object(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            Map<String, Object> read = mapper.readValue(json, OBJECT);
            return read == null ? Map.of() : read;
        } catch (IOException e) {
            throw new UncheckedIOException("The database holds JSON that is none", e);
        }
    }
}
