package org.vigie.drift.estimation;

import java.util.Arrays;
import java.util.Optional;

/// Scores in increasing order with their probabilities: AUROC and average precision in a few passes over one sort.
final class RankedCases {

    private final double[] scores;
    private final double[] probabilities;
    private final IsotonicCalibration calibration;
    private final double positives;
    private final double negatives;

    /// @param scores present ones, in any order; sorted in place
    /// @param raw whether scores are taken for probabilities as they are
    RankedCases(double[] scores, IsotonicCalibration calibration, boolean raw) {
        Arrays.sort(scores);
        this.scores = scores;
        this.calibration = calibration;
        probabilities = raw ? scores : new double[scores.length];
        int knot = 0;
        for (int i = 0; i < scores.length && !raw; i++) {
            knot = advance(knot, scores[i]);
            double fraction = calibration.fraction(knot, scores[i]);
            double low = calibration.values[knot];
            probabilities[i] = fraction == 0 ? low : low + fraction * (calibration.values[knot + 1] - low);
        }
        positives = sum(probabilities);
        negatives = scores.length - positives;
    }

    /// Cases whose probabilities are not what the calibration alone says.
    RankedCases(double[] unsorted, double[] unsortedProbabilities, IsotonicCalibration calibration) {
        int[] order = ScoreOrder.ascending(unsorted);
        this.calibration = calibration;
        scores = new double[order.length];
        probabilities = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            scores[i] = unsorted[order[i]];
            probabilities[i] = unsortedProbabilities[order[i]];
        }
        positives = sum(probabilities);
        negatives = scores.length - positives;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private int advance(int from, double score) {
        int knot = from;
        while (knot + 1 < calibration.knots.length && calibration.knots[knot + 1] <= score) {
            knot++;
        }
        return knot;
    }

    /// Expected AUROC; a case is not compared with itself.
    Optional<Expectation> auroc() {
        double won = 0;
        double self = 0;
        double below = 0;
        for (int start = 0; start < scores.length; ) {
            int end = start;
            double p = 0;
            for (; end < scores.length && scores[end] == scores[start]; end++) {
                p += probabilities[end];
                self += probabilities[end] * (1 - probabilities[end]);
            }
            double q = end - start - p;
            won += p * (below + q / 2);
            below += q;
            start = end;
        }
        double pairs = positives * negatives - self;
        // rounding alone must not make a pair out of certain cases of one class
        if (!(positives > 0 && negatives > 0) || pairs <= 1e-12 * scores.length) {
            return Optional.empty();
        }
        double value = Math.clamp((won - self / 2) / pairs, 0, 1);
        return Optional.of(aurocWithErrors(value));
    }

    private Expectation aurocWithErrors(double value) {
        var moved = new BlockMoves();
        double sampling = 0;
        double below = 0;
        double belowPositive = 0;
        for (int start = 0; start < scores.length; ) {
            int end = start;
            double p = 0;
            for (; end < scores.length && scores[end] == scores[start]; end++) {
                p += probabilities[end];
            }
            double q = end - start - p;
            double with = ((below + q / 2) / negatives - value) / positives;
            double without = ((positives - belowPositive - p / 2) / positives - value) / negatives;
            sampling += p * with * with + Math.max(0, q) * without * without;
            moved.add(scores[start], (end - start) * (with - without));
            below += q;
            belowPositive += p;
            start = end;
        }
        return new Expectation(value, sampling, moved.variance(), Math.min(positives, negatives));
    }

    /// Expected average precision: precision at each case given that it is positive, averaged over the positives.
    Optional<Expectation> averagePrecision() {
        if (!(positives > 0)) {
            return Optional.empty();
        }
        int n = scores.length;
        double[] precision = new double[n];
        double sum = 0;
        double above = 0;
        for (int end = n; end > 0; ) {
            int start = end;
            double p = 0;
            for (; start > 0 && scores[start - 1] == scores[end - 1]; start--) {
                p += probabilities[start - 1];
            }
            above += p;
            double rank = (double) n - start;
            for (int i = start; i < end; i++) {
                precision[i] = above / rank;
                sum += probabilities[i] * (above + 1 - probabilities[i]) / rank;
            }
            end = start;
        }
        double value = Math.clamp(sum / positives, 0, 1);
        return Optional.of(averagePrecisionWithErrors(value, precision));
    }

    private Expectation averagePrecisionWithErrors(double value, double[] precision) {
        int n = scores.length;
        var moved = new BlockMoves();
        double sampling = 0;
        double raised = 0;
        double lowered = 0;
        for (int start = 0; start < n; ) {
            int end = start;
            double rank = (double) n - start;
            for (; end < n && scores[end] == scores[start]; end++) {
                raised += probabilities[end] / rank;
                lowered += probabilities[end] * precision[end] / rank;
            }
            for (int i = start; i < end; i++) {
                double with = (precision[i] - value + raised - lowered) / positives;
                double without = -lowered / positives;
                sampling += probabilities[i] * with * with + (1 - probabilities[i]) * without * without;
                moved.add(scores[i], with - without);
            }
            start = end;
        }
        return new Expectation(value, sampling, moved.variance(), positives);
    }

    /// How much each block of the calibration moves the metric; scores come in increasing order.
    private final class BlockMoves {
        private final double[] moves = new double[calibration.size()];
        private int knot;

        void add(double score, double move) {
            knot = advance(knot, score);
            double fraction = calibration.fraction(knot, score);
            moves[calibration.blocks[knot]] += move * (1 - fraction);
            if (fraction > 0) {
                moves[calibration.blocks[knot + 1]] += move * fraction;
            }
        }

        double variance() {
            double variance = 0;
            for (int block = 0; block < moves.length; block++) {
                variance += moves[block] * moves[block] * calibration.variance(block);
            }
            return variance;
        }
    }
}
