package org.vigie.monitor.driftcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.StreamComparison;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.driftcheck.DriftOutcome.Kind;

/// Two windows of cases as the streams to compare.
///
/// @param reference inputs of the reference window
/// @param scoredReference cases of the reference window scored by the versions of the current window: scores of two
///     versions are not comparable
/// @param current the window looked at
record Windows(
        Watched watched, List<ScoredCase> reference, List<ScoredCase> scoredReference, List<ScoredCase> current) {

    static final String SCORE = "score";
    static final String FEATURES = "features";

    /// One stream and what it is.
    record Stream(String name, Kind kind) {}

    List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        watched.attributes().forEach(name -> streams.add(new Stream(name, Kind.ATTRIBUTE)));
        watched.statistics().forEach(name -> streams.add(new Stream(name, Kind.STATISTIC)));
        if (watched.scores()) {
            streams.add(new Stream(SCORE, Kind.SCORE));
        }
        if (watched.features()) {
            streams.add(new Stream(FEATURES, Kind.FEATURES));
        }
        return streams;
    }

    /// Groups with cases in both windows.
    List<String> sharedGroups() {
        var groups = groups(reference);
        groups.retainAll(groups(current));
        return List.copyOf(groups);
    }

    List<String> newGroups() {
        var groups = groups(current);
        groups.removeAll(groups(reference));
        return List.copyOf(groups);
    }

    List<String> goneGroups() {
        var groups = groups(reference);
        groups.removeAll(groups(current));
        return List.copyOf(groups);
    }

    long referenceCases(@Nullable String group) {
        return reference.stream().filter(in(group)).count();
    }

    long currentCases(@Nullable String group) {
        return current.stream().filter(in(group)).count();
    }

    /// Every stream over all cases and in each shared group; a stream that is the grouping itself is compared over all
    /// cases only.
    List<StreamComparison> comparisons() {
        List<StreamComparison> comparisons = new ArrayList<>();
        for (Stream stream : streams()) {
            comparisons.add(comparison(stream, null));
            comparisons.addAll(strata(stream));
        }
        return comparisons;
    }

    List<StreamComparison> strata(Stream stream) {
        return stream.name().equals(watched.groupBy())
                ? List.of()
                : sharedGroups().stream()
                        .map(group -> comparison(stream, group).inGroup(group))
                        .toList();
    }

    private StreamComparison comparison(Stream stream, @Nullable String group) {
        String name = stream.name();
        List<ScoredCase> now = current.stream().filter(in(group)).toList();
        List<ScoredCase> before = (stream.kind() == Kind.SCORE || stream.kind() == Kind.FEATURES
                        ? scoredReference
                        : reference)
                .stream().filter(in(group)).toList();
        return switch (stream.kind()) {
            case ATTRIBUTE ->
                new StreamComparison.Categorical(name, Optional.empty(), labels(before, name), labels(now, name));
            case STATISTIC -> StreamComparison.numeric(name, numbers(before, name), numbers(now, name));
            case SCORE -> StreamComparison.numeric(name, scores(before), scores(now));
            case FEATURES -> {
                int dimensions = dimensions(now);
                yield StreamComparison.features(name, vectors(before, dimensions), vectors(now, dimensions));
            }
        };
    }

    private Predicate<ScoredCase> in(@Nullable String group) {
        return each -> group == null || group.equals(each.attribute(watched.groupBy()));
    }

    private TreeSet<String> groups(List<ScoredCase> cases) {
        var groups = new TreeSet<String>();
        for (ScoredCase each : cases) {
            String group = each.attribute(watched.groupBy());
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static org.vigie.drift.window.CategoricalWindow labels(List<ScoredCase> cases, String name) {
        List<@Nullable String> labels = new ArrayList<>();
        cases.forEach(each -> labels.add(each.attribute(name)));
        return org.vigie.drift.window.CategoricalWindow.of(labels);
    }

    private static double[] numbers(List<ScoredCase> cases, String name) {
        return cases.stream()
                .mapToDouble(each -> each.statistics().getOrDefault(name, Double.NaN))
                .toArray();
    }

    private static double[] scores(List<ScoredCase> cases) {
        return cases.stream().mapToDouble(ScoredCase::score).toArray();
    }

    /// Of the newest vector; vectors of another length are another model's and are left out.
    private static int dimensions(List<ScoredCase> cases) {
        for (ScoredCase each : cases.reversed()) {
            float[] features = each.features();
            if (features != null && features.length > 0) {
                return features.length;
            }
        }
        return 0;
    }

    private static List<float[]> vectors(List<ScoredCase> cases, int dimensions) {
        List<float[]> vectors = new ArrayList<>();
        for (ScoredCase each : cases) {
            float[] features = each.features();
            if (features != null && features.length == dimensions && finite(features)) {
                vectors.add(features);
            }
        }
        return vectors;
    }

    private static boolean finite(float[] features) {
        for (float feature : features) {
            if (Float.isInfinite(feature)) {
                return false;
            }
        }
        return true;
    }
}
