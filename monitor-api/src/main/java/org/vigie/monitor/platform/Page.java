package org.vigie.monitor.platform;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next cursor of the page that follows, null on the last one
@Serdeable
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// A list that is always complete.
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }

    /// Cuts a page from rows that were asked for with `limit + 1`: the row too many says that more follow.
    ///
    /// @param key what the next page starts after, of the last row shown
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, key.apply(shown.getLast()).encoded());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
