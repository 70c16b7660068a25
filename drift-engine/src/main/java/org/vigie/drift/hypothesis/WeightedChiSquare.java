package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Distribution of `Σ λⱼ χ²ⱼ`, independent χ² variables with the same degrees of freedom and positive weights.
///
/// Quadratic statistics of two windows (Anderson–Darling, Cramér–von Mises, energy) follow it when nothing
/// drifted and the windows are large. The survival function is the inversion integral
///
/// ```text
/// P(Q ≥ x) = 1 / (2πi) · ∫ exp(K(s) − s·x) / s  ds       K(s) = −ν/2 · Σ log(1 − 2 λⱼ s)
/// ```
///
/// along a parabola that crosses the real axis at the saddle point and opens away from the pole, by the
/// trapezoidal rule. All terms have the size of the result, so small probabilities keep their relative precision
/// (about 1e-10).
///
/// Rice, S. O. (1980). *Distribution of quadratic forms in normal random variables: evaluation by numerical
/// integration.* SIAM Journal on Scientific and Statistical Computing 1(4), 438–448. doi:10.1137/0901032
final class WeightedChiSquare {

    private static final double STEP = 0.1;
    private static final int MOST_STEPS = 200;
    private static final int BISECTIONS = 60;

    private final double[] weights;
    private final double rest1;
    private final double rest2;
    private final double rest3;
    private final double largest;
    private final double farthest;

    private WeightedChiSquare(double[] weights, double rest1, double rest2, double rest3) {
        this.weights = weights;
        this.rest1 = rest1;
        this.rest2 = rest2;
        this.rest3 = rest3;
        double max = 0;
        for (double weight : weights) {
            max = Math.max(max, weight);
        }
        this.largest = max;
        this.farthest = rest1 > 0 ? 0.125 / weights[weights.length - 1] : Double.POSITIVE_INFINITY;
    }

    /// Finitely many weights; those below a billionth of the largest are left out.
    static WeightedChiSquare of(double[] weights) {
        double max = 0;
        for (double weight : weights) {
            max = Math.max(max, weight);
        }
        double[] kept = new double[weights.length];
        int size = 0;
        for (double weight : weights) {
            if (weight > 1e-9 * max) {
                kept[size++] = weight;
            }
        }
        return new WeightedChiSquare(Arrays.copyOf(kept, size), 0, 0, 0);
    }

    /// Infinitely many weights, of which the first are given, falling, and the others by the sums of their powers.
    static WeightedChiSquare of(double[] first, double restSum, double restSquares, double restCubes) {
        return new WeightedChiSquare(first, restSum, restSquares, restCubes);
    }

    double mean() {
        double sum = rest1;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    double largest() {
        return largest;
    }

    /// `P(Q ≥ x)` with `degrees` degrees of freedom of each χ².
    double survival(double x, int degrees) {
        if (x <= 0 || weights.length == 0) {
            return x <= 0 ? 1 : 0;
        }
        double saddle = saddle(x, degrees);
        double b = 1 / Math.sqrt(curvature(saddle, degrees));
        double a = b * b * x / 8;
        double sum = 0;
        for (int i = 0; i < MOST_STEPS; i++) {
            double u = Math.sinh(i * STEP); // wide steps far out, where the integrand is flat
            double re = saddle + a * u * u;
            double im = b * u;
            if (Math.max(re, im) > farthest) {
                break; // the integrand has long vanished, and the series for the rest ends here
            }
            double logModulus = -re * x;
            double phase = -im * x;
            double square = re * re - im * im;
            double modulusProduct = 1;
            double logs = 0;
            double angles = 0;
            for (double weight : weights) {
                double factorRe = 1 - 2 * weight * re;
                double factorIm = -2 * weight * im;
                modulusProduct *= factorRe * factorRe + factorIm * factorIm;
                if (modulusProduct > 1e200 || modulusProduct < 1e-200) {
                    logs += Math.log(modulusProduct);
                    modulusProduct = 1;
                }
                angles += Math.atan2(factorIm, factorRe);
            }
            logModulus += degrees
                    * (rest1 * re
                            + rest2 * square
                            + 4 / 3.0 * rest3 * re * (square - 2 * im * im)
                            - (logs + Math.log(modulusProduct)) / 4);
            phase += degrees
                    * (rest1 * im + rest2 * 2 * re * im + 4 / 3.0 * rest3 * im * (3 * re * re - im * im) - angles / 2);
            double modulus = Math.exp(logModulus) / (re * re + im * im);
            double cos = modulus * Math.cos(phase);
            double sin = modulus * Math.sin(phase);
            double valueRe = cos * re + sin * im;
            double valueIm = sin * re - cos * im;
            // imaginary part of value · ds/du
            double stretch = Math.sqrt(1 + u * u);
            double term = (valueRe * b + valueIm * 2 * a * u) * stretch;
            sum += i == 0 ? term / 2 : term;
            if (u > 2 && Math.hypot(valueRe, valueIm) * (b + 2 * a * u) * stretch < 1e-16 * Math.abs(sum)) {
                break;
            }
        }
        return Math.clamp(sum * STEP / Math.PI, 0.0, 1.0);
    }

    /// The x with `P(Q ≥ x) · factor(x) = probability`, to a relative 1e-9.
    ///
    /// @param factor correction of the probability, falling from 1 and not below 0
    double inverseSurvival(double probability, int degrees, DoubleUnaryOperator factor) {
        double target = Math.log(probability);
        double low = 0;
        double atLow = -target;
        double high = mean() * degrees;
        double atHigh = logExcess(high, degrees, factor, target);
        while (atHigh > 0) {
            low = high;
            atLow = atHigh;
            high *= 2;
            atHigh = logExcess(high, degrees, factor, target);
        }
        // regula falsi on the logarithm, which is nearly a straight line (Illinois)
        for (int i = 0; i < BISECTIONS && Math.abs(high - low) > 1e-9 * high; i++) {
            double middle = high - atHigh * (high - low) / (atHigh - atLow);
            double atMiddle = logExcess(middle, degrees, factor, target);
            if (atMiddle * atHigh < 0) {
                low = high;
                atLow = atHigh;
            } else {
                atLow /= 2;
            }
            high = middle;
            atHigh = atMiddle;
            if (Math.abs(atMiddle) < 1e-9) {
                break;
            }
        }
        return high;
    }

    private double logExcess(double x, int degrees, DoubleUnaryOperator factor, double target) {
        return Math.log(survival(x, degrees)) + Math.log(factor.applyAsDouble(x)) - target;
    }

    /// Where `K'(s) − 1/s = x`, between the pole at 0 and the first branch point.
    private double saddle(double x, int degrees) {
        double low = 0;
        double high = 1 / (2 * largest);
        for (int i = 0; i < BISECTIONS; i++) {
            double s = (low + high) / 2;
            double slope = rest1 + 2 * rest2 * s + 4 * rest3 * s * s;
            for (double weight : weights) {
                slope += weight / (1 - 2 * weight * s);
            }
            if (degrees * slope - 1 / s < x) {
                low = s;
            } else {
                high = s;
            }
            if (high - low < 1e-3 * low) {
                break;
            }
        }
        return (low + high) / 2;
    }

    private double curvature(double s, int degrees) {
        double sum = 2 * rest2 + 8 * rest3 * s;
        for (double weight : weights) {
            double factor = weight / (1 - 2 * weight * s);
            sum += 2 * factor * factor;
        }
        return degrees * sum + 1 / (s * s);
    }
}
