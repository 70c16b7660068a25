package org.vigie.drift.sequential;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/// A band around the whole empirical distribution function that holds at every sample size at once.
///
/// ## Definition
///
/// ```text
/// P(sup |F̂ₜ − F| ≥ A √((ln(1 + ln(t/t₀)) + C) / t) for any t ≥ t₀) ≤ α
/// ```
///
/// with the smallest `C` for which the bound of \[1, theorem 2] holds: `4 exp(−γ²C) (1 + 1/((γ² − 1) ln η)) ≤
/// α`, `γ² = 2/η (A − √(2(η − 1)/C))²`, minimal over `η`.
///
/// ## Reading the value
///
/// Quantiles of a score may be read off a growing sample week after week: all of them lie in the band at all times
/// together. Half-width 0.18 after 200 observations, 0.055 after 2,000 (`t₀ = 100`, level 0.05).
///
/// ## Sources
///
/// 1. Howard, S. R., & Ramdas, A. (2022). *Sequential estimation of quantiles with applications to A/B testing and
///    best-arm identification.* Bernoulli 28(3), 1704–1728. doi:10.3150/21-BEJ1388
public final class EmpiricalProcessBound {

    /// The factor that makes the band narrowest around some hundred times `t₀`.
    public static final double DEFAULT_FACTOR = 0.85;

    private static final double PRECISION = 1e-10;

    private final double from;
    private final double factor;
    private final double constant;

    private EmpiricalProcessBound(double from, double factor, double constant) {
        this.from = from;
        this.factor = factor;
        this.constant = constant;
    }

    /// @param from sample size from which the band is wanted
    /// @param factor `A`
    /// @throws IllegalArgumentException if `alpha` is not in (0, 1), `from` below 1, `factor` not in (√½, 10]
    public static EmpiricalProcessBound of(double alpha, double from, double factor) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("level " + alpha + " is not in (0, 1)");
        }
        if (!(from >= 1 && from < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("from " + from + " is below 1 or not finite");
        }
        if (!(factor > Math.sqrt(0.5) && factor <= 10)) {
            throw new IllegalArgumentException("factor " + factor + " is not above 0.7071 and at most 10");
        }
        double low = 0;
        double high = 1;
        while (smallestError(high, factor) > alpha) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = low + (high - low) / 2;
            if (smallestError(middle, factor) > alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new EmpiricalProcessBound(from, factor, high);
    }

    /// Half-width of the band after `observations`; infinite before the band begins.
    public double at(double observations) {
        return observations < from
                ? Double.POSITIVE_INFINITY
                : factor * Math.sqrt((Math.log1p(Math.log(observations / from)) + constant) / observations);
    }

    private static double smallestError(double c, double factor) {
        // γ² > 1 for η up to the root of √(η/2) + √(2(η − 1)/c) = A
        double low = 1;
        double high = 2 * factor * factor;
        for (int i = 0; i < 100; i++) {
            double middle = low + (high - low) / 2;
            if (Math.sqrt(middle / 2) + Math.sqrt(2 * (middle - 1) / c) < factor) {
                low = middle;
            } else {
                high = middle;
            }
        }
        UnivariateFunction error = eta -> error(c, factor, eta);
        return new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(1000),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(error),
                        new SearchInterval(1, low))
                .getValue();
    }

    private static double error(double c, double factor, double eta) {
        double root = factor - Math.sqrt(2 * (eta - 1) / c);
        double gammaSquared = 2 / eta * root * root;
        if (gammaSquared <= 1 || eta <= 1) {
            return Double.MAX_VALUE;
        }
        return 4 * Math.exp(-gammaSquared * c) * (1 + 1 / ((gammaSquared - 1) * Math.log(eta)));
    }
}
