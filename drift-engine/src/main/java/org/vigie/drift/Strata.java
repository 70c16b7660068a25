package org.vigie.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// The groups of one stream put together again.
final class Strata {

    private Strata() {}

    /// All cases, whatever their group.
    static StreamComparison pool(Collection<? extends StreamComparison> strata) {
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("no strata");
        }
        requireGroups(strata);
        String stream = strata.iterator().next().stream();
        return switch (strata.iterator().next()) {
            case StreamComparison.Numeric _ -> {
                var same = all(strata, StreamComparison.Numeric.class, stream);
                yield new StreamComparison.Numeric(
                        stream,
                        Optional.empty(),
                        numbers(same, StreamComparison.Numeric::reference),
                        numbers(same, StreamComparison.Numeric::current));
            }
            case StreamComparison.Categorical _ -> {
                var same = all(strata, StreamComparison.Categorical.class, stream);
                yield new StreamComparison.Categorical(
                        stream,
                        Optional.empty(),
                        labels(same, StreamComparison.Categorical::reference),
                        labels(same, StreamComparison.Categorical::current));
            }
            case StreamComparison.Features _ -> {
                var same = all(strata, StreamComparison.Features.class, stream);
                yield new StreamComparison.Features(
                        stream,
                        Optional.empty(),
                        vectors(same, StreamComparison.Features::reference),
                        vectors(same, StreamComparison.Features::current));
            }
        };
    }

    /// How many cases each group has in one window.
    static CategoricalWindow mix(
            Collection<? extends StreamComparison> strata, ToLongFunction<WindowSizes> observations) {
        var counts = new TreeMap<String, Long>();
        for (StreamComparison stratum : strata) {
            counts.merge(stratum.group().orElseThrow(), observations.applyAsLong(stratum.sizes()), Long::sum);
        }
        return new CategoricalWindow(counts, 0);
    }

    private static void requireGroups(Collection<? extends StreamComparison> strata) {
        var seen = new TreeSet<String>();
        for (StreamComparison stratum : strata) {
            String group = stratum.group()
                    .orElseThrow(() -> new IllegalArgumentException("stream '" + stratum.stream() + "' has no group"));
            if (!seen.add(group)) {
                throw new IllegalArgumentException("group '" + group + "' comes twice");
            }
        }
    }

    private static <T extends StreamComparison> List<T> all(
            Collection<? extends StreamComparison> strata, Class<T> kind, String stream) {
        List<T> same = new ArrayList<>();
        for (StreamComparison stratum : strata) {
            if (!kind.isInstance(stratum) || !stratum.stream().equals(stream)) {
                throw new IllegalArgumentException("strata of '" + stream + "' include a "
                        + stratum.getClass().getSimpleName() + " '" + stratum.stream() + "'");
            }
            same.add(kind.cast(stratum));
        }
        return same;
    }

    private static <T> NumericWindow numbers(List<T> strata, Function<T, NumericWindow> window) {
        double[] all = strata.stream()
                .map(window)
                .flatMapToDouble(each -> {
                    double[] values = Arrays.copyOf(each.sorted(), Math.toIntExact(each.size() + each.missing()));
                    Arrays.fill(values, each.size(), values.length, Double.NaN);
                    return Arrays.stream(values);
                })
                .toArray();
        return NumericWindow.of(all);
    }

    private static <T> CategoricalWindow labels(List<T> strata, Function<T, CategoricalWindow> window) {
        var counts = new TreeMap<String, Long>();
        long missing = 0;
        for (T stratum : strata) {
            window.apply(stratum).counts().forEach((label, count) -> counts.merge(label, count, Long::sum));
            missing += window.apply(stratum).missing();
        }
        return new CategoricalWindow(Collections.unmodifiableSortedMap(counts), missing);
    }

    private static <T> FeatureWindow vectors(List<T> strata, Function<T, FeatureWindow> window) {
        return FeatureWindow.concatenation(strata.stream().map(window).toList());
    }
}
