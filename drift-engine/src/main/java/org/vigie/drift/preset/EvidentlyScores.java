package org.vigie.drift.preset;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// The distances of Evidently.
final class EvidentlyScores {

    /// With at most this many distinct values in the reference each value has a bin.
    private static final int MOST_VALUES_AS_BINS = 20;

    private static final double SMALLEST_DEVIATION = 0.001;

    private EvidentlyScores() {}

    static Optional<Score> onEmpty(WindowSizes sizes) {
        if (sizes.reference() > 0 && sizes.current() > 0) {
            return Optional.empty();
        }
        boolean ofReference = sizes.reference() == 0;
        long missing = ofReference ? sizes.missingReference() : sizes.missingCurrent();
        return Optional.of(new Score.Undefined((ofReference ? "reference" : "current") + " window has no observations"
                + (missing > 0 ? ", " + missing + " missing" : "")));
    }

    /// W₁ over the reference's deviation with divisor n, which counts as 0.001 when it is smaller.
    static double wasserstein(Tally tally, NumericWindow reference) {
        return wasserstein(tally) / Math.max(PopulationMoments.of(reference).deviation(), SMALLEST_DEVIATION);
    }

    /// W₁, the area between the distribution functions.
    static double wasserstein(Tally tally) {
        return area(tally, Math::abs);
    }

    /// √(2 ∫ (F − G)²).
    static double energy(Tally tally) {
        return Math.sqrt(2 * area(tally, difference -> difference * difference));
    }

    /// Shares over one bin a value, or, when the reference has more than 20 different ones, over Sturges' bins of
    /// both windows together.
    static Shares binned(Tally tally, NumericWindow reference, NumericWindow current) {
        if (tally.distinctInReference() <= MOST_VALUES_AS_BINS) {
            return tally.shares();
        }
        Histogram bins = Histogram.sturges(
                tally.values()[0], tally.values()[tally.size() - 1], reference.size() + current.size());
        return Shares.of(bins.count(reference), bins.count(current), reference.size(), current.size());
    }

    /// Over Sturges' bins of the distinct values of both windows.
    static double hellinger(Tally tally, NumericWindow reference, NumericWindow current) {
        Histogram bins = Histogram.sturges(tally.values()[0], tally.values()[tally.size() - 1], tally.size());
        return Shares.of(bins.count(reference), bins.count(current), reference.size(), current.size())
                .hellingerByAffinity();
    }

    private static double area(Tally tally, DoubleUnaryOperator height) {
        double n = tally.n();
        double m = tally.m();
        long r = 0;
        long c = 0;
        double area = 0;
        for (int i = 0; i < tally.size() - 1; i++) {
            r += tally.reference()[i];
            c += tally.current()[i];
            area += height.applyAsDouble(r / n - c / m) * (tally.values()[i + 1] - tally.values()[i]);
        }
        return area;
    }
}
