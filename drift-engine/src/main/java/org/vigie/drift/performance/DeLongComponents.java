package org.vigie.drift.performance;

/// Structural components of an AUROC: for each case the share of cases of the other class it is ranked
/// rightly against.
///
/// @param positives for each positive case, share of negatives below it (ties count one half)
/// @param negatives for each negative case, share of positives above it
record DeLongComponents(double auroc, double[] positives, double[] negatives) {

    static DeLongComponents of(double[] positiveScores, double[] negativeScores) {
        int m = positiveScores.length;
        int n = negativeScores.length;
        double[] pooled = Midranks.of(Midranks.concatenate(positiveScores, negativeScores));
        double[] amongPositives = Midranks.of(positiveScores);
        double[] amongNegatives = Midranks.of(negativeScores);
        double[] positives = new double[m];
        double[] negatives = new double[n];
        double sum = 0;
        for (int i = 0; i < m; i++) {
            positives[i] = (pooled[i] - amongPositives[i]) / n;
            sum += pooled[i];
        }
        for (int j = 0; j < n; j++) {
            negatives[j] = 1 - (pooled[m + j] - amongNegatives[j]) / m;
        }
        // AUROC = (Σ pooled midranks of the positives − m(m + 1)/2) / mn
        return new DeLongComponents((sum - m * (m + 1.0) / 2) / ((double) m * n), positives, negatives);
    }

    /// Covariance of this AUROC with another of the same cases; its variance if they are the same.
    ///
    /// @return NaN when a class has a single case
    double covariance(DeLongComponents other) {
        return covariance(positives, other.positives) / positives.length
                + covariance(negatives, other.negatives) / negatives.length;
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / y.length;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }
}
