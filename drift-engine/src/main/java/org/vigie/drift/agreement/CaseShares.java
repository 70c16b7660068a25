package org.vigie.drift.agreement;

import java.util.Arrays;

/// Per rated case: how far its readers agree, and which categories they chose.
final class CaseShares {

    private final double[][] weights;
    private final double[][] shares;
    private final double[] observed;
    private final double[] margins;
    private final int pairable;

    private CaseShares(double[][] weights, double[][] shares, double[] observed) {
        this.weights = weights;
        this.shares = shares;
        this.observed = observed;
        margins = new double[weights.length];
        int pairs = 0;
        for (int i = 0; i < shares.length; i++) {
            pairs += Double.isNaN(observed[i]) ? 0 : 1;
            for (int k = 0; k < margins.length; k++) {
                margins[k] += shares[i][k] / shares.length;
            }
        }
        pairable = pairs;
    }

    static CaseShares of(Ratings ratings, Weights weighting) {
        double[][] weights = weighting.matrix(ratings.values());
        int[][] rated = Arrays.stream(ratings.counts())
                .filter(counts -> Arrays.stream(counts).sum() > 0)
                .toArray(int[][]::new);
        double[][] shares = new double[rated.length][weights.length];
        double[] observed = new double[rated.length];
        for (int i = 0; i < rated.length; i++) {
            int readers = Arrays.stream(rated[i]).sum();
            double agreeing = 0;
            for (int k = 0; k < weights.length; k++) {
                shares[i][k] = (double) rated[i][k] / readers;
                double partly = 0;
                for (int l = 0; l < weights.length; l++) {
                    partly += weights[k][l] * rated[i][l];
                }
                agreeing += rated[i][k] * (partly - 1);
            }
            observed[i] = readers < 2 ? Double.NaN : agreeing / (readers * (readers - 1.0));
        }
        return new CaseShares(weights, shares, observed);
    }

    int categories() {
        return weights.length;
    }

    int rated() {
        return shares.length;
    }

    int pairable() {
        return pairable;
    }

    boolean isPairable(int one) {
        return !Double.isNaN(observed[one]);
    }

    double observed(int one) {
        return observed[one];
    }

    double observed() {
        double sum = 0;
        for (double agreement : observed) {
            sum += Double.isNaN(agreement) ? 0 : agreement;
        }
        return sum / pairable;
    }

    double weightSum() {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum();
    }

    double variety() {
        return Arrays.stream(margins).map(share -> share * (1 - share)).sum();
    }

    double variety(int one) {
        double sum = 0;
        for (int k = 0; k < margins.length; k++) {
            sum += shares[one][k] * (1 - margins[k]);
        }
        return sum;
    }

    double expectedByMargins() {
        return byMargins(margins);
    }

    double expectedByMargins(int one) {
        return byMargins(shares[one]);
    }

    private double byMargins(double[] of) {
        double sum = 0;
        for (int k = 0; k < margins.length; k++) {
            for (int l = 0; l < margins.length; l++) {
                sum += weights[k][l] * of[k] * margins[l];
            }
        }
        return sum;
    }
}
