package org.vigie.drift.multivariate;

import java.util.Optional;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Why two windows of feature vectors cannot be judged, or nothing when they can.
final class Refusal {

    private Refusal() {}

    /// Too few cases, vectors of different lengths, or of none.
    static Optional<DriftVerdict> of(FeatureWindow reference, FeatureWindow current, DecisionRule rule, int fewest) {
        DecisionRule atLeast = rule.withMinimumObservations(Math.max(fewest, rule.minimumObservations()));
        return atLeast.onTooLittleData(WindowSizes.of(reference, current)).or(() -> dimensions(reference, current));
    }

    /// As [#of], and windows so small that relabelling their cases could not reach the level.
    static Optional<DriftVerdict> ofRelabelling(
            FeatureWindow reference, FeatureWindow current, DecisionRule rule, int fewest) {
        return of(reference, current, rule, fewest).or(() -> reach(reference.size(), current.size(), rule.level()));
    }

    private static Optional<DriftVerdict> dimensions(FeatureWindow reference, FeatureWindow current) {
        if (reference.dimensions() != current.dimensions()) {
            return Optional.of(ofDimensions(reference, current));
        }
        return reference.dimensions() == 0
                ? Optional.of(inconclusive("feature vectors have no dimensions", 0, 1))
                : Optional.empty();
    }

    /// Vectors of different lengths.
    static DriftVerdict ofDimensions(FeatureWindow reference, FeatureWindow current) {
        return inconclusive(
                "feature vectors have " + reference.dimensions() + " dimensions in the reference window and "
                        + current.dimensions() + " in the current window",
                Math.min(reference.dimensions(), current.dimensions()),
                Math.max(reference.dimensions(), current.dimensions()));
    }

    /// Windows so small that relabelling could not reach the level.
    static Optional<DriftVerdict> reach(int n, int m, double level) {
        if (SequentialMonteCarlo.smallestPValue(level) > level) {
            return Optional.of(inconclusive(
                    "the level " + level + " is below any p-value that relabelling can give", Math.min(n, m), 1));
        }
        if (smallestPValue(n, m) <= level) {
            return Optional.empty();
        }
        int required = Math.min(n, m);
        while (smallestPValue(Math.max(required, Math.max(n, m)), required) > level) {
            required++;
        }
        return Optional.of(inconclusive(
                "windows of " + n + " and " + m + " cases cannot reach the level " + level, Math.min(n, m), required));
    }

    /// One relabelling in all, or two where exchanging windows of one size changes nothing.
    private static double smallestPValue(int n, int m) {
        double p = n == m ? 2 : 1;
        for (int i = 1; i <= Math.min(n, m) && p > 0; i++) {
            p *= i / (Math.max(n, m) + (double) i);
        }
        return p;
    }

    private static DriftVerdict inconclusive(String reason, long observations, long required) {
        return new DriftVerdict.Inconclusive(reason, observations, required);
    }
}
