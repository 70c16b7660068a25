package org.vigie.drift.sequential;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Chart of an exponentially weighted moving average of normal values, with its average run length.
///
/// ## Definition
///
/// ```text
/// z ← (1 − λ) z + λ (x − μ)/σ,   z = 0 at first,       alarm when |z| ≥ w √(λ/(2 − λ))
/// ```
///
/// ## Unit and range
///
/// `z` in standard deviations of one value; run lengths in values.
///
/// ## Reading the value
///
/// The smaller `λ`, the longer the memory and the smaller the shifts it is good at: 0.1 for half a deviation,
/// 0.25 for one. [#averageRunLength] solves the integral equation of the run length \[2]; the width for a
/// wanted run length comes from [#forRunLength]. The run length holds for independent normal values of known
/// mean and deviation: a mean that was itself estimated from few values shortens it much.
///
/// ## Sources
///
/// 1. Roberts, S. W. (1959). *Control chart tests based on geometric moving averages.* Technometrics 1(3), 239–250.
///    doi:10.1080/00401706.1959.10489860
/// 2. Crowder, S. V. (1987). *A simple method for studying run-length distributions of exponentially weighted moving
///    average charts.* Technometrics 29(4), 401–407. doi:10.1080/00401706.1987.10488267
/// 3. Lucas, J. M., & Saccucci, M. S. (1990). *Exponentially weighted moving average control schemes.* Technometrics
///    32(1), 1–12. doi:10.1080/00401706.1990.10484583
///
/// @param lambda weight of the newest value, in [0.01, 1]
/// @param width of the limits in deviations of `z`
/// @param mean `μ` in control
/// @param deviation `σ` in control
/// @param z where the chart stands
public record EwmaChart(double lambda, double width, double mean, double deviation, double z) {

    private static final int NODES = 64;
    private static final double WIDEST = 8;
    private static final double LONGEST = 1e9;

    /// @throws IllegalArgumentException if `lambda` is not in [0.01, 1], `width` not in (0, 8], `deviation` not
    ///     positive and finite, or `mean` or `z` not finite
    public EwmaChart {
        requireDesign(lambda, width);
        if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("deviation " + deviation + " is not positive and finite");
        }
        if (!Double.isFinite(mean) || !Double.isFinite(z)) {
            throw new IllegalArgumentException("mean " + mean + ", z " + z);
        }
    }

    /// The chart with a wanted average run length in control.
    ///
    /// @throws IllegalArgumentException if the constructor throws it, or `values` are above 1e9
    public static EwmaChart forRunLength(double values, double lambda, double mean, double deviation) {
        double wanted = RunLength.ofCases(values).length();
        if (wanted > LONGEST) {
            throw new IllegalArgumentException("run length " + values + " is above " + LONGEST);
        }
        double low = 0;
        double high = WIDEST;
        for (int i = 0; i < 50; i++) {
            double middle = low + (high - low) / 2;
            if (runLength(lambda, middle, 0) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new EwmaChart(lambda, high, mean, deviation, 0);
    }

    /// After one value.
    ///
    /// @throws IllegalArgumentException if `value` is not finite
    public EwmaChart after(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value);
        }
        double next = (1 - lambda) * z + lambda * ((value - mean) / deviation);
        return new EwmaChart(lambda, width, mean, deviation, next);
    }

    public boolean alarm() {
        return Math.abs(z) >= limit(lambda, width);
    }

    /// Average number of values from a chart at 0 until its alarm, when the mean has moved by `shift`
    /// deviations; one above 1e9 counts as infinite.
    ///
    /// @throws IllegalArgumentException if `shift` is not finite
    public double averageRunLength(double shift) {
        if (!Double.isFinite(shift)) {
            throw new IllegalArgumentException("shift " + shift);
        }
        return runLength(lambda, width, shift);
    }

    /// `L(u) = 1 + ∫ L(y) φ((y − (1 − λ)u)/λ − δ) dy/λ` over the limits, by Gauss–Legendre quadrature.
    private static double runLength(double lambda, double width, double shift) {
        requireDesign(lambda, width);
        double limit = limit(lambda, width);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, -limit, limit);
        double[][] system = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                system[i][j] = (i == j ? 1 : 0) - kernel(rule, j, rule.getPoint(i), lambda, shift);
            }
        }
        var solver = new LUDecomposition(new Array2DRowRealMatrix(system, false), 0).getSolver();
        if (!solver.isNonSingular()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] lengths = solver.solve(new ArrayRealVector(NODES, 1.0)).toArray();
        double length = 1;
        for (int j = 0; j < NODES; j++) {
            length += lengths[j] * kernel(rule, j, 0, lambda, shift);
        }
        // the digits of longer ones are lost in the solution, down to the sign
        return length > 0 && length <= LONGEST ? length : Double.POSITIVE_INFINITY;
    }

    private static double kernel(GaussIntegrator rule, int j, double from, double lambda, double shift) {
        double standard = (rule.getPoint(j) - (1 - lambda) * from) / lambda - shift;
        return rule.getWeight(j) * NormalDistribution.of(0, 1).density(standard) / lambda;
    }

    private static double limit(double lambda, double width) {
        return width * Math.sqrt(lambda / (2 - lambda));
    }

    private static void requireDesign(double lambda, double width) {
        if (!(lambda >= 0.01 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda " + lambda + " is not in [0.01, 1]");
        }
        if (!(width > 0 && width <= WIDEST)) {
            throw new IllegalArgumentException("width " + width + " is not in (0, 8]");
        }
    }
}
