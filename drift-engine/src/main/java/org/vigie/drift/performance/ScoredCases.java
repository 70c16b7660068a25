package org.vigie.drift.performance;

/// Scores of the positive and of the negative cases by the reference standard, checked at the door.
final class ScoredCases {

    final double[] positives;
    final double[] negatives;

    private ScoredCases(double[] positives, double[] negatives) {
        this.positives = positives;
        this.negatives = negatives;
    }

    static ScoredCases of(double[] scores, boolean[] reference) {
        if (scores.length != reference.length) {
            throw new IllegalArgumentException(
                    scores.length + " scores for " + reference.length + " reference standards");
        }
        int positive = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("scores[" + i + "] is " + scores[i]);
            }
            positive += reference[i] ? 1 : 0;
        }
        double[] positives = new double[positive];
        double[] negatives = new double[scores.length - positive];
        int nextPositive = 0;
        int nextNegative = 0;
        for (int i = 0; i < scores.length; i++) {
            if (reference[i]) {
                positives[nextPositive++] = scores[i] + 0.0;
            } else {
                negatives[nextNegative++] = scores[i] + 0.0;
            }
        }
        return new ScoredCases(positives, negatives);
    }

    boolean isEmptyOnOneSide() {
        return positives.length == 0 || negatives.length == 0;
    }
}
