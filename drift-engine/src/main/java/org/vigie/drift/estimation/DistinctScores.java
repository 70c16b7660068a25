package org.vigie.drift.estimation;

import java.util.Arrays;

/// Labelled cases in increasing order of score, equal scores as one.
final class DistinctScores {

    private final double[] scores;
    private final double[] positives;
    private final double[] weights;
    private final double[] squares;
    private final int size;

    private DistinctScores(double[] scores, double[] positives, double[] weights, double[] squares, int size) {
        this.scores = scores;
        this.positives = positives;
        this.weights = weights;
        this.squares = squares;
        this.size = size;
    }

    /// Two primitive sorts, of the positive and of the negative cases, and a merge: no index is sorted.
    static DistinctScores of(double[] all, boolean[] truth) {
        requireCases(all, truth);
        int n = all.length;
        double[] positive = new double[n];
        double[] negative = new double[n];
        int p = 0;
        int q = 0;
        for (int i = 0; i < n; i++) {
            if (truth[i]) {
                positive[p++] = all[i] + 0.0;
            } else {
                negative[q++] = all[i] + 0.0;
            }
        }
        Arrays.sort(positive, 0, p);
        Arrays.sort(negative, 0, q);
        double[] scores = new double[n];
        double[] positives = new double[n];
        double[] weights = new double[n];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < p || j < q) {
            double score = j == q || (i < p && positive[i] <= negative[j]) ? positive[i] : negative[j];
            int from = i + j;
            int before = i;
            while (i < p && positive[i] == score) {
                i++;
            }
            while (j < q && negative[j] == score) {
                j++;
            }
            scores[size] = score;
            positives[size] = (double) i - before;
            weights[size++] = (double) i + j - from;
        }
        return new DistinctScores(scores, positives, weights, weights, size);
    }

    static DistinctScores of(double[] all, boolean[] truth, double[] weighting) {
        requireCases(all, truth);
        if (weighting.length != all.length) {
            throw new IllegalArgumentException(weighting.length + " weights for " + all.length + " scores");
        }
        int n = all.length;
        int[] order = ScoreOrder.ascending(all);
        double[] scores = new double[n];
        double[] positives = new double[n];
        double[] weights = new double[n];
        double[] squares = new double[n];
        int size = 0;
        for (int one : order) {
            double weight = weighting[one];
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights[" + one + "] is " + weight);
            }
            if (size == 0 || scores[size - 1] != all[one]) {
                scores[size++] = all[one];
            }
            positives[size - 1] += truth[one] ? weight : 0;
            weights[size - 1] += weight;
            squares[size - 1] += weight * weight;
        }
        return new DistinctScores(scores, positives, weights, squares, size);
    }

    int size() {
        return size;
    }

    double score(int index) {
        return scores[index];
    }

    double positives(int index) {
        return positives[index];
    }

    double weight(int index) {
        return weights[index];
    }

    double squares(int index) {
        return squares[index];
    }

    private static void requireCases(double[] scores, boolean[] truth) {
        if (scores.length != truth.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + truth.length + " labels");
        }
        if (scores.length == 0) {
            throw new IllegalArgumentException("no cases");
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("scores[" + i + "] is " + scores[i]);
            }
        }
    }
}
