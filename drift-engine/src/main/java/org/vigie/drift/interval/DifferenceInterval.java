package org.vigie.drift.interval;

/// Two-sided confidence interval of the difference of two proportions seen on different cases.
///
/// ## Definition
///
/// With `pᵢ = kᵢ/nᵢ` and Wilson limits `lᵢ`, `uᵢ` of each:
///
/// ```text
/// Newcombe (method 10)   lower = p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²)
///                        upper = p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²)
/// Agresti–Caffo          Wald's interval of p̃₁ − p̃₂ with p̃ᵢ = (kᵢ + 1)/(nᵢ + 2)
/// ```
///
/// ## Unit and range
///
/// Within `[−1, 1]`; first minus second. `[−1, 1]` if either has no trials.
///
/// ## Reading the value
///
/// For two sites, two scanners or two periods: different cases. For two models on the same cases see
/// [PairedDifferenceInterval]. Newcombe's follows the observed difference to the edges; Agresti–Caffo is
/// centred on a difference shrunk towards 0 and so covers a little more often with few cases.
///
/// ## Sources
///
/// 1. Newcombe, R. G. (1998). *Interval estimation for the difference between independent proportions:
///    comparison of eleven methods.* Statistics in Medicine 17(8), 873–890.
///    doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
/// 2. Agresti, A., & Caffo, B. (2000). *Simple and effective confidence intervals for proportions and
///    differences of proportions result from adding two successes and two failures.* The American
///    Statistician 54(4), 280–288. doi:10.1080/00031305.2000.10474560
public enum DifferenceInterval {
    NEWCOMBE {
        @Override
        Interval compute(Proportion first, Proportion second, double confidence) {
            double p = first.estimate().orElseThrow();
            double q = second.estimate().orElseThrow();
            Interval one = first.wilson(confidence);
            Interval two = second.wilson(confidence);
            double below = Math.hypot(p - one.lower(), two.upper() - q);
            double above = Math.hypot(one.upper() - p, q - two.lower());
            return cut(p - q - below, p - q + above, confidence);
        }
    },
    AGRESTI_CAFFO {
        @Override
        Interval compute(Proportion first, Proportion second, double confidence) {
            double n = first.trials() + 2.0;
            double m = second.trials() + 2.0;
            double p = (first.successes() + 1) / n;
            double q = (second.successes() + 1) / m;
            double half = StandardNormal.twoSided(confidence) * Math.sqrt(p * (1 - p) / n + q * (1 - q) / m);
            return cut(p - q - half, p - q + half, confidence);
        }
    };

    /// Interval of first minus second.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval of(Proportion first, Proportion second, double confidence) {
        Interval.requireConfidence(confidence);
        return first.trials() == 0 || second.trials() == 0
                ? new Interval(-1, 1, confidence)
                : compute(first, second, confidence);
    }

    abstract Interval compute(Proportion first, Proportion second, double confidence);

    private static Interval cut(double lower, double upper, double confidence) {
        return new Interval(Math.max(-1, lower), Math.min(1, upper), confidence);
    }
}
