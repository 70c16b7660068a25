package org.vigie.drift.comparison;

import org.vigie.drift.interval.StandardNormal;

/// Cases that an AUROC, or the difference of two on the same cases, needs.
///
/// ## Definition
///
/// With `m` positives, `n = Rm` negatives and AUROC `θ`, the variance of one AUROC is foreseen as
///
/// ```text
/// Hanley–McNeil   (θ(1 − θ) + (m − 1)(Q₁ − θ²) + (n − 1)(Q₂ − θ²)) / mn     Q₁ = θ/(2 − θ), Q₂ = 2θ²/(1 + θ)
/// Obuchowski      0.0099 e^(−A²/2) (5A² + 8 + (A² + 8)/R) / m                A = 1.414 Φ⁻¹(θ)
/// ```
///
/// and that of a difference as `V₁ + V₂ − 2r √(V₁V₂)`, `r` being the correlation of the two areas.
///
/// ## Reading the value
///
/// Hanley–McNeil assumes exponential scores, Obuchowski normal ones with ratings in mind; Obuchowski asks for
/// more cases at high θ. Both are forecasts: the interval of the data is DeLong's.
///
/// ## Sources
///
/// 1. Hanley, J. A., & McNeil, B. J. (1982). *The meaning and use of the area under a receiver operating
///    characteristic (ROC) curve.* Radiology 143(1), 29–36. doi:10.1148/radiology.143.1.7063747
/// 2. Obuchowski, N. A. (1994). *Computing sample size for receiver operating characteristic studies.*
///    Investigative Radiology 29(2), 238–243. doi:10.1097/00004424-199402000-00020
public enum AurocSampleSize {
    HANLEY_MCNEIL {
        @Override
        double foreseen(double area, double positives, double ratio) {
            double negatives = ratio * positives;
            double first = area / (2 - area) - area * area;
            double second = 2 * area * area / (1 + area) - area * area;
            return (area * (1 - area) + (positives - 1) * first + (negatives - 1) * second) / (positives * negatives);
        }
    },
    OBUCHOWSKI {
        @Override
        double foreseen(double area, double positives, double ratio) {
            double a = 1.414 * StandardNormal.quantile(area);
            return 0.0099 * Math.exp(-a * a / 2) * (5 * a * a + 8 + (a * a + 8) / ratio) / positives;
        }
    };

    /// Foreseen variance of an AUROC.
    ///
    /// @param ratio negatives for each positive
    /// @throws IllegalArgumentException if `area` is not in (0, 1), `positives < 1` or `ratio` is not positive
    public double variance(double area, long positives, double ratio) {
        SampleSizes.requireShare("area", area);
        if (positives < 1 || !(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(positives + " positives with " + ratio + " negatives each");
        }
        return foreseen(area, (double) positives, ratio);
    }

    /// Fewest positives at which the interval of an AUROC is no wider than twice the half-width.
    ///
    /// @throws IllegalArgumentException if `area`, `halfWidth` or `confidence` is not in (0, 1), `ratio` is not
    ///     positive, or more than a thousand million would be needed
    public long positivesForHalfWidth(double area, double ratio, double halfWidth, double confidence) {
        SampleSizes.requireShare("halfWidth", halfWidth);
        double z = StandardNormal.twoSided(confidence);
        return SampleSizes.fewest(m -> z * Math.sqrt(variance(area, m, ratio)) <= halfWidth);
    }

    /// Fewest positives at which the two-sided paired comparison sees the difference of two areas.
    ///
    /// @param correlation of the two areas over samples, as in `AurocComparison`
    /// @throws IllegalArgumentException if an area, `level` or `power` is not in (0, 1), `correlation` is not in
    ///     [−1, 1), both areas are equal, `ratio` is not positive, or more than a thousand million would be needed
    public long positivesForDifference(
            double first, double second, double correlation, double ratio, double level, double power) {
        SampleSizes.requireShare("first", first);
        SampleSizes.requireShare("second", second);
        SampleSizes.requireErrors(level, power);
        if (!(correlation >= -1 && correlation < 1)) {
            throw new IllegalArgumentException("correlation " + correlation + " is not in [-1, 1)");
        }
        if (first == second) {
            throw new IllegalArgumentException("both areas are " + first);
        }
        double z = StandardNormal.upper(level / 2);
        double zPower = StandardNormal.upper(1 - power);
        return SampleSizes.fewest(m -> {
            double v1 = variance(first, m, ratio);
            double v2 = variance(second, m, ratio);
            double without = 2 * v1 * (1 - correlation);
            double with = v1 + v2 - 2 * correlation * Math.sqrt(v1 * v2);
            return z * Math.sqrt(without) + zPower * Math.sqrt(with) <= Math.abs(first - second);
        });
    }

    abstract double foreseen(double area, double positives, double ratio);
}
