package org.vigie.drift.sequential;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;
import org.vigie.drift.interval.StandardNormal;

/// Curves that a centred sum, watched for ever, crosses with probability at most `α`.
///
/// ## Definition
///
/// `S` is a sum of deviations from the mean under the null hypothesis and `V` its intrinsic time (its variance, or a
/// bound of it); each function gives `u(V)` with `P(S ≥ u(V) at any time) ≤ α` \[1]:
///
/// ```text
/// normal mixture, two-sided   √((v + ρ) (ln(1 + v/ρ) + 2 ln(1/α)))                     sub-Gaussian, both sides
/// normal mixture, one-sided   the root s of (4ρ/(v + ρ))^½ exp(s²/2(v + ρ)) Φ(s/√(v + ρ)) = 1/α
/// gamma-exponential mixture   the same for sub-exponential sums of scale c, which bounds sub-gamma ones
/// polynomial stitching        √(k₁² v ℓ + (k₂cℓ)²) + k₂cℓ,  ℓ = 1.4 ln ln(2v/v₀) + ln(ζ(1.4)/(α ln(2)^1.4))
/// ρ = t / (2 ln(1/β) + ln(1 + 2 ln(1/β))) with t the v where the curve is to be lowest
/// ```
///
/// ## Unit and range
///
/// That of `S`; positive, rising with `v` and with `1/α`.
///
/// ## Reading the value
///
/// Divide by the number of observations to get the half-width of a confidence sequence. Stitching grows like
/// `√(v ln ln v)`, the slowest growth possible; the mixtures are lower for all times that occur in practice.
///
/// ## Sources
///
/// 1. Howard, S. R., Ramdas, A., McAuliffe, J., & Sekhon, J. (2021). *Time-uniform, nonparametric, nonasymptotic
///    confidence sequences.* Annals of Statistics 49(2), 1055–1080. doi:10.1214/20-AOS1991
public final class UniformBoundary {

    private static final double POWER = 1.4;
    private static final double SPACING = 2;
    /// Riemann's zeta of 1.4.
    private static final double ZETA_OF_POWER = zeta(POWER);

    private UniformBoundary() {}

    /// @param v intrinsic time
    /// @param tunedFor intrinsic time at which the curve is to be lowest, relative to what is possible
    /// @param tuningAlpha level for which it is tuned; `alpha` or 0.05
    /// @throws IllegalArgumentException if `v` is negative, `tunedFor` not positive or a level not in (0, 1)
    public static double normalMixture(double v, double alpha, double tunedFor, double tuningAlpha) {
        requireTime(v);
        double rho = rho(tunedFor, requireLevel(tuningAlpha));
        return Math.sqrt((v + rho) * (Math.log1p(v / rho) - 2 * Math.log(requireLevel(alpha))));
    }

    /// As [#normalMixture] for one side only, which is lower.
    ///
    /// @throws IllegalArgumentException if `v` is negative, `tunedFor` not positive, `alpha` not in (0, 1) or
    ///     `tuningAlpha` not in (0, 1/2)
    public static double oneSidedNormalMixture(double v, double alpha, double tunedFor, double tuningAlpha) {
        requireTime(v);
        double rho = rho(tunedFor, requireLevel(2 * tuningAlpha));
        double scale = v + rho;
        return root(
                s -> 0.5 * Math.log(4 * rho / scale)
                        + s * s / (2 * scale)
                        + Math.log(StandardNormal.cumulative(s / Math.sqrt(scale))),
                v,
                alpha);
    }

    /// For sums of values whose centred increments are sub-exponential with scale `c`, one-sided.
    ///
    /// @throws IllegalArgumentException if `v` is negative, `tunedFor` or `c` not positive, `alpha` not in
    ///     (0, 1) or `tuningAlpha` not in (0, 1/2)
    public static double gammaExponentialMixture(
            double v, double alpha, double tunedFor, double c, double tuningAlpha) {
        requireTime(v);
        requirePositive("c", c);
        double rho = rho(tunedFor, requireLevel(2 * tuningAlpha)) / (c * c);
        double time = v / (c * c);
        double constant = rho * Math.log(rho) - Gamma.logGamma(rho) - Math.log(Gamma.regularizedGammaP(rho, rho));
        return root(
                s -> constant
                        + Gamma.logGamma(time + rho)
                        + Math.log(Gamma.regularizedGammaP(time + rho, s / c + time + rho))
                        - (time + rho) * Math.log(s / c + time + rho)
                        + s / c
                        + time,
                v,
                alpha);
    }

    /// @param vMin intrinsic time from which the curve is wanted; it is level before
    /// @param c scale of the sub-gamma increments, 0 for sub-Gaussian ones
    /// @throws IllegalArgumentException if `v` or `c` is negative, `vMin` not positive or `alpha` not in (0, 1)
    public static double polynomialStitching(double v, double alpha, double vMin, double c) {
        requireTime(v);
        requirePositive("vMin", vMin);
        if (!(c >= 0 && c < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("c " + c + " is negative or not finite");
        }
        double k1 = (Math.pow(SPACING, 0.25) + Math.pow(SPACING, -0.25)) / Math.sqrt(2);
        double k2 = (Math.sqrt(SPACING) + 1) / 2;
        double time = Math.max(v, vMin);
        double ell = POWER * Math.log(Math.log(SPACING * time / vMin))
                + Math.log(ZETA_OF_POWER / Math.pow(Math.log(SPACING), POWER))
                - Math.log(requireLevel(alpha));
        double linear = k2 * c * ell;
        return Math.sqrt(k1 * k1 * time * ell + linear * linear) + linear;
    }

    /// The root of a rising log-martingale at `ln(1/α)`.
    private static double root(DoubleUnaryOperator logMartingale, double v, double alpha) {
        double threshold = -Math.log(requireLevel(alpha));
        double low = 0;
        double high = Math.max(v, 1);
        while (logMartingale.applyAsDouble(high) < threshold) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            if (logMartingale.applyAsDouble(middle) < threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double rho(double tunedFor, double level) {
        double twice = -2 * Math.log(level);
        return requirePositive("tunedFor", tunedFor) / (twice + Math.log1p(twice));
    }

    /// Euler–Maclaurin after twenty terms: exact to the last digits for powers above 1.
    private static double zeta(double power) {
        int n = 20;
        double sum = 0;
        for (int k = 1; k < n; k++) {
            sum += Math.pow(k, -power);
        }
        double edge = Math.pow(n, -power);
        double first = power * edge / n;
        double second = first * (power + 1) * (power + 2) / ((double) n * n);
        return sum + n * edge / (power - 1) + edge / 2 + first / 12 - second / 720;
    }

    private static void requireTime(double v) {
        if (!(v >= 0 && v < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("v " + v + " is negative or not finite");
        }
    }

    private static double requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " " + value + " is not positive and finite");
        }
        return value;
    }

    private static double requireLevel(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("level " + alpha + " is not in (0, 1)");
        }
        return alpha;
    }
}
