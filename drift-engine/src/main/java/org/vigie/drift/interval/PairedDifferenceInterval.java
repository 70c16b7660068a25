package org.vigie.drift.interval;

/// Two-sided confidence interval of the difference of two proportions seen on the same cases, second minus
/// first.
///
/// ## Definition
///
/// ```text
/// Tango       all Δ with |T(Δ)| ≤ z                     T: TangoScore
/// Newcombe    lower = δ − √((p₂ − l₂)² − 2φ(p₂ − l₂)(u₁ − p₁) + (u₁ − p₁)²)
///             upper = δ + √((u₂ − p₂)² − 2φ(u₂ − p₂)(p₁ − l₁) + (p₁ − l₁)²)
/// ```
///
/// with `δ = p₂ − p₁`, Wilson limits `l`, `u` of each proportion, and `φ` the correlation of the two answers,
/// its numerator `ad − bc` lowered by `n/2` (not below 0) where it is positive: method 10 of \[2].
///
/// ## Unit and range
///
/// Within `[−1, 1]`; `[−1, 1]` without cases. Neither has width 0, also where the two never differ.
///
/// ## Reading the value
///
/// Tango's belongs to a test: a non-inferiority margin lies outside the interval exactly when
/// [TangoScore] rejects it. Both cover close to the stated confidence from about ten cases \[3].
///
/// ## Sources
///
/// 1. Tango, T. (1998). *Equivalence test and confidence interval for the difference in proportions for the
///    paired-sample design.* Statistics in Medicine 17(8), 891–908.
///    doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B
/// 2. Newcombe, R. G. (1998). *Improved confidence intervals for the difference between binomial proportions
///    based on paired data.* Statistics in Medicine 17(22), 2635–2650.
///    doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C
/// 3. Fagerland, M. W., Lydersen, S., & Laake, P. (2014). *Recommended tests and confidence intervals for
///    paired binomial proportions.* Statistics in Medicine 33(16), 2850–2875. doi:10.1002/sim.6148
public enum PairedDifferenceInterval {
    TANGO {
        @Override
        Interval compute(PairedProportions pairs, double confidence) {
            double z = StandardNormal.twoSided(confidence);
            double estimate = pairs.difference().orElseThrow();
            return new Interval(-limit(pairs.exchanged(), -estimate, z), limit(pairs, estimate, z), confidence);
        }

        // the largest difference that the score does not reject, between the estimate and 1
        private static double limit(PairedProportions pairs, double estimate, double z) {
            double low = estimate;
            double high = 1;
            while (high - low > Math.ulp(1.0)) {
                double middle = low + (high - low) / 2;
                if (TangoScore.of(pairs, middle) >= -z) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    },
    NEWCOMBE {
        @Override
        Interval compute(PairedProportions pairs, double confidence) {
            double p1 = pairs.first().estimate().orElseThrow();
            double p2 = pairs.second().estimate().orElseThrow();
            Interval first = pairs.first().wilson(confidence);
            Interval second = pairs.second().wilson(confidence);
            double phi = correlation(pairs);
            double estimate = pairs.difference().orElseThrow();
            double below = distance(p2 - second.lower(), first.upper() - p1, phi);
            double above = distance(second.upper() - p2, p1 - first.lower(), phi);
            return new Interval(Math.max(-1, estimate - below), Math.min(1, estimate + above), confidence);
        }

        private static double distance(double x, double y, double phi) {
            return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
        }

        private static double correlation(PairedProportions pairs) {
            double product = (double) pairs.first().successes()
                    * (pairs.cases() - pairs.first().successes())
                    * pairs.second().successes()
                    * (pairs.cases() - pairs.second().successes());
            if (product == 0) {
                return 0;
            }
            double numerator =
                    (double) pairs.both() * pairs.neither() - (double) pairs.firstOnly() * pairs.secondOnly();
            double corrected = numerator > 0 ? Math.max(0, numerator - pairs.cases() / 2.0) : numerator;
            return corrected / Math.sqrt(product);
        }
    };

    /// Interval of second minus first.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval of(PairedProportions pairs, double confidence) {
        Interval.requireConfidence(confidence);
        return pairs.cases() == 0 ? new Interval(-1, 1, confidence) : compute(pairs, confidence);
    }

    abstract Interval compute(PairedProportions pairs, double confidence);
}
