package org.vigie.drift.multivariate;

import org.vigie.drift.window.FeatureWindow;

/// Mean and standard deviation of each dimension; a dimension that varies by rounding only is set to 0.
record Scale(double[] mean, double[] deviation) {

    private static final double ROUNDING = 1e-12;

    static Scale of(FeatureWindow... windows) {
        int d = windows[0].dimensions();
        long n = 0;
        double[] mean = new double[d];
        double[] squares = new double[d];
        for (FeatureWindow window : windows) {
            for (int i = 0; i < window.size(); i++) {
                n++;
                for (int k = 0; k < d; k++) {
                    double x = window.get(i, k);
                    double step = x - mean[k];
                    mean[k] += step / n;
                    squares[k] += step * (x - mean[k]); // Welford
                }
            }
        }
        for (int k = 0; k < d; k++) {
            double deviation = Math.sqrt(squares[k] / n);
            squares[k] = deviation > ROUNDING * Math.abs(mean[k]) ? deviation : 0;
        }
        return new Scale(mean, squares);
    }

    /// The same, with deviation 1 in a dimension that does not vary.
    Scale takingConstantsAsTheyAre() {
        double[] divisor = deviation.clone();
        for (int k = 0; k < divisor.length; k++) {
            divisor[k] = divisor[k] > 0 ? divisor[k] : 1;
        }
        return new Scale(mean, divisor);
    }

    /// How many dimensions vary.
    int varying() {
        int count = 0;
        for (double one : deviation) {
            count += one > 0 ? 1 : 0;
        }
        return count;
    }

    /// The vector standardised, in place.
    double[] apply(double[] vector) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] = deviation[k] > 0 ? (vector[k] - mean[k]) / deviation[k] : 0;
        }
        return vector;
    }
}
