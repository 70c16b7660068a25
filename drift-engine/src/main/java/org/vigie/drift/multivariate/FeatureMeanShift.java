package org.vigie.drift.multivariate;

import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.window.FeatureWindow;

/// Have the means of feature vectors moved, a little in many dimensions?
///
/// ## Definition
///
/// ```text
/// S = √( mean over dimensions k of ((x̄ₖ − ȳₖ) / sₖ)² )
///
/// x̄, ȳ   means of the reference and of the current window
/// s      standard deviation of all cases together; dimensions that never vary are left out
/// ```
///
/// ## Unit and range
///
/// Standard deviations, in `[0, ∞)`: the root mean square shift of a dimension.
///
/// ## Reading the value
///
/// With no drift S is about `√(1/n + 1/m)`. The p-value is by random relabelling of whole cases, so that it
/// holds whatever the correlations between dimensions ([SequentialMonteCarlo]).
///
/// ## Sources
///
/// 1. Srivastava, M. S., & Du, M. (2008). *A test for the mean vector with fewer observations than the
///    dimension.* Journal of Multivariate Analysis 99(3), 386–402. doi:10.1016/j.jmva.2006.11.002 (the
///    diagonal statistic; its p-value there is asymptotic)
public final class FeatureMeanShift {

    private final Pooled pooled;

    private FeatureMeanShift(Pooled pooled) {
        this.pooled = pooled;
    }

    /// @throws IllegalArgumentException if a window is empty or their dimensions differ
    public static FeatureMeanShift of(FeatureWindow reference, FeatureWindow current) {
        if (reference.size() == 0 || current.size() == 0) {
            throw new IllegalArgumentException((reference.size() == 0 ? "reference" : "current") + " window is empty");
        }
        if (reference.dimensions() != current.dimensions()) {
            throw new IllegalArgumentException(reference.dimensions() + " and " + current.dimensions() + " dimensions");
        }
        return new FeatureMeanShift(Pooled.standardised(reference, current));
    }

    /// The root mean square shift S.
    public double statistic() {
        if (pooled.dimensions() == 0) {
            return 0;
        }
        double[] before = Pooled.mean(pooled.reference());
        double[] now = Pooled.mean(pooled.current());
        return Math.sqrt(MaximumMeanDiscrepancy.squaredDistance(before, now) / pooled.dimensions());
    }

    /// P-value by random relabelling; 1 when no dimension varies.
    public PValue pValue(double level, long seed) {
        if (pooled.dimensions() == 0) {
            return new PValue(1, PValueMethod.EXACT);
        }
        var relabelling = UnitRelabelling.of(pooled.cases(), pooled.n(), seed);
        return SequentialMonteCarlo.pValueOfNumbered(
                squares(relabelling.observed()), number -> squares(relabelling.drawn(number)), level);
    }

    private static double squares(double[] sums) {
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares;
    }
}
