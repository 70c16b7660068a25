package org.vigie.drift.performance.calibration;

/// Logistic regression on one variable by Newton's method with halved steps; the maximum must exist.
record LogisticFit(double intercept, double interceptError, double slope, double slopeError) {

    private static final int MOST_STEPS = 200;

    /// @param freeSlope whether the slope is fitted; otherwise it is 1
    static LogisticFit of(double[] x, boolean[] y, boolean freeSlope) {
        double intercept = 0;
        double slope = 1;
        double best = logLikelihood(x, y, intercept, slope);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] s = sums(x, y, intercept, slope);
            double determinant = s[2] * s[4] - s[3] * s[3];
            double da = freeSlope ? (s[4] * s[0] - s[3] * s[1]) / determinant : s[0] / s[2];
            double db = freeSlope ? (s[2] * s[1] - s[3] * s[0]) / determinant : 0;
            double size = 1;
            double next = logLikelihood(x, y, intercept + da, slope + db);
            double slack = 1e-12 * (1 + Math.abs(best));
            while (!(next >= best - slack) && size > 1e-10) {
                size /= 2;
                next = logLikelihood(x, y, intercept + size * da, slope + size * db);
            }
            if (!(next >= best - slack)) {
                break;
            }
            intercept += size * da;
            slope += size * db;
            best = next;
            // Newton squares the error: the step after this one would be rounding
            if (Math.abs(da) + Math.abs(db) < 1e-9 * (1 + Math.abs(intercept) + Math.abs(slope))) {
                break;
            }
        }
        double[] s = sums(x, y, intercept, slope);
        double determinant = s[2] * s[4] - s[3] * s[3];
        return freeSlope
                ? new LogisticFit(intercept, Math.sqrt(s[4] / determinant), slope, Math.sqrt(s[2] / determinant))
                : new LogisticFit(intercept, Math.sqrt(1 / s[2]), slope, 0);
    }

    /// Both derivatives, then the information: intercept, mixed, slope.
    private static double[] sums(double[] x, boolean[] y, double intercept, double slope) {
        double[] s = new double[5];
        for (int i = 0; i < x.length; i++) {
            double p = 1 / (1 + Math.exp(-intercept - slope * x[i]));
            double w = p * (1 - p);
            double rest = (y[i] ? 1 : 0) - p;
            s[0] += rest;
            s[1] += rest * x[i];
            s[2] += w;
            s[3] += w * x[i];
            s[4] += w * x[i] * x[i];
        }
        return s;
    }

    private static double logLikelihood(double[] x, boolean[] y, double intercept, double slope) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = intercept + slope * x[i];
            double against = y[i] ? -eta : eta;
            // −ln(1 + e^against), without overflow
            sum -= against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
        }
        return sum;
    }
}
