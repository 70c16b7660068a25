package org.vigie.drift.clustered;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values of one window, gathered by the cluster they belong to.
///
/// Missing values are left out; a cluster of missing values only does not count.
public final class ClusteredSample {

    private final List<String> names;
    private final double[][] clusters;
    private final int missing;

    private ClusteredSample(List<String> names, double[][] clusters, int missing) {
        this.names = names;
        this.clusters = clusters;
        this.missing = missing;
    }

    /// @param values `NaN` where missing
    /// @param clusters of each value: a patient's pseudonym, a day, a scanner
    /// @throws IllegalArgumentException if the lengths differ, or a value is infinite
    public static ClusteredSample of(double[] values, List<String> clusters) {
        if (values.length != clusters.size()) {
            throw new IllegalArgumentException(values.length + " values and " + clusters.size() + " clusters");
        }
        Map<String, List<Double>> grouped = new LinkedHashMap<>();
        int missing = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("values[" + i + "] is infinite");
            }
            if (Double.isNaN(values[i])) {
                missing++;
            } else {
                grouped.computeIfAbsent(clusters.get(i), _ -> new ArrayList<>()).add(values[i]);
            }
        }
        double[][] parts = grouped.values().stream()
                .map(part -> part.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return new ClusteredSample(List.copyOf(grouped.keySet()), parts, missing);
    }

    /// Number of clusters with a value.
    public int clusters() {
        return clusters.length;
    }

    /// Number of values present.
    public int size() {
        return Arrays.stream(clusters).mapToInt(part -> part.length).sum();
    }

    /// Number of values missing.
    public int missing() {
        return missing;
    }

    List<String> names() {
        return names;
    }

    double[] cluster(int i) {
        return clusters[i];
    }
}
