package org.vigie.drift.multivariate;

import java.util.Arrays;

/// One thing the drift test of feature vectors asks.
public enum FeatureQuestion {
    /// Has one dimension changed much, in location or in spread?
    ONE_DIMENSION("a change of one dimension") {
        @Override
        double answer(double[] t, int d, int q) {
            double largest = 0;
            for (int k = 0; k < 2 * d; k++) {
                largest = Math.max(largest, Math.abs(t[k]));
            }
            return largest;
        }
    },
    /// Have many dimensions moved a little?
    LOCATION("a shift of many dimensions") {
        @Override
        double answer(double[] t, int d, int q) {
            return squares(t, 0, d);
        }
    },
    /// Have many dimensions become wider or narrower?
    SPREAD("the spread of many dimensions") {
        @Override
        double answer(double[] t, int d, int q) {
            return squares(t, d, 2 * d);
        }
    },
    /// Has the centre moved along the leading principal directions, small for any dimension alone?
    DIRECTION("a shift along the principal directions") {
        @Override
        double answer(double[] t, int d, int q) {
            return squares(t, 2 * d, 2 * d + q);
        }
    },
    /// Do the dimensions vary together in another way?
    CORRELATION("the spread along the principal directions") {
        @Override
        double answer(double[] t, int d, int q) {
            return squares(t, 2 * d + q, 2 * (d + q));
        }
    };

    private final String inWords;

    FeatureQuestion(String inWords) {
        this.inWords = inWords;
    }

    /// What the answer speaks of, to follow "loudest was".
    public String inWords() {
        return inWords;
    }

    /// From standardised sums of the blocks of [FeatureScores]: `d` dimensions and `q` components.
    abstract double answer(double[] t, int d, int q);

    /// The answers to all questions, in their order.
    static double[] answers(double[] t, int d, int q) {
        return Arrays.stream(values())
                .mapToDouble(question -> question.answer(t, d, q))
                .toArray();
    }

    private static double squares(double[] t, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += t[k] * t[k];
        }
        return sum;
    }
}
