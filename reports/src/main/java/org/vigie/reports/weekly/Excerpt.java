package org.vigie.reports.weekly;

import java.util.Comparator;
import java.util.List;

/// The first rows of a long list: a report keeps to twelve pages and its JSON twin holds the rest.
record Excerpt<T>(List<T> shown, int leftOut) {

    static <T> Excerpt<T> of(List<T> all, int most) {
        int shown = Math.min(all.size(), most);
        return new Excerpt<>(List.copyOf(all.subList(0, shown)), all.size() - shown);
    }

    static <T> Excerpt<T> of(List<T> all, Comparator<? super T> order, int most) {
        return of(all.stream().sorted(order).toList(), most);
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }
}
