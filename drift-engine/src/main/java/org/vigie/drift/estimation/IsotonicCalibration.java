package org.vigie.drift.estimation;

import java.util.Arrays;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;

/// Probability of the condition as a never decreasing function of the score, fitted on labelled cases.
///
/// ## Definition
///
/// The function that minimises `Σ wᵢ (yᵢ − f(scoreᵢ))²` among all never decreasing ones, by pooling adjacent
/// violators: in each pooled block it is the weighted share of positives. Between blocks it is interpolated
/// linearly, outside the scores seen it stays constant. Cases with equal scores are one.
///
/// ## Unit and range
///
/// A probability in `[0, 1]`.
///
/// ## Where this differs from the usual formula
///
/// Smile's `IsotonicRegressionScaling` is a step function without weights and without the size of its blocks, which
/// the error of an estimate needs; this interpolates as scikit-learn's `IsotonicRegression` does.
///
/// ## Sources
///
/// 1. Barlow, R. E., & Brunk, H. D. (1972). *The isotonic regression problem and its dual.* Journal of the American
///    Statistical Association 67(337), 140–147. doi:10.1080/01621459.1972.10481216
/// 2. Zadrozny, B., & Elkan, C. (2002). *Transforming classifier scores into accurate multiclass probability
///    estimates.* KDD 2002, 694–699. doi:10.1145/775047.775151
public final class IsotonicCalibration {

    final double[] knots;
    final double[] values;
    /// for each knot, the block it is an end of
    final int[] blocks;

    private final double[] blockValues;
    private final double[] blockSizes;

    private IsotonicCalibration(
            double[] knots, double[] values, int[] blocks, double[] blockValues, double[] blockSizes) {
        this.knots = knots;
        this.values = values;
        this.blocks = blocks;
        this.blockValues = blockValues;
        this.blockSizes = blockSizes;
    }

    /// @throws IllegalArgumentException if there is no case, arrays differ in length, or a score is not
    ///     finite
    public static IsotonicCalibration fit(double[] scores, boolean[] truth) {
        return pool(DistinctScores.of(scores, truth));
    }

    /// Calibration in which each case has a weight, such as its density ratio.
    ///
    /// @throws IllegalArgumentException if there is no case, arrays differ in length, a score is not finite,
    ///     or a weight is not positive and finite
    public static IsotonicCalibration fit(double[] scores, boolean[] truth, double[] weights) {
        return pool(DistinctScores.of(scores, truth, weights));
    }

    private static IsotonicCalibration pool(DistinctScores distinct) {
        int n = distinct.size();
        int[] first = new int[n];
        double[] positives = new double[n];
        double[] weight = new double[n];
        double[] squares = new double[n];
        int top = -1;
        for (int i = 0; i < n; i++) {
            top++;
            first[top] = i;
            positives[top] = distinct.positives(i);
            weight[top] = distinct.weight(i);
            squares[top] = distinct.squares(i);
            while (top > 0 && positives[top - 1] * weight[top] >= positives[top] * weight[top - 1]) {
                positives[top - 1] += positives[top];
                weight[top - 1] += weight[top];
                squares[top - 1] += squares[top];
                top--;
            }
        }
        int count = top + 1;
        double[] knots = new double[2 * count];
        double[] values = new double[2 * count];
        int[] blocks = new int[2 * count];
        double[] blockValues = new double[count];
        double[] blockSizes = new double[count];
        int next = 0;
        for (int block = 0; block < count; block++) {
            int last = (block + 1 < count ? first[block + 1] : n) - 1;
            blockValues[block] = positives[block] / weight[block];
            blockSizes[block] = weight[block] * weight[block] / squares[block];
            for (int end = first[block]; end <= last; end = end == last ? last + 1 : last) {
                knots[next] = distinct.score(end);
                values[next] = blockValues[block];
                blocks[next++] = block;
            }
        }
        return new IsotonicCalibration(
                Arrays.copyOf(knots, next),
                Arrays.copyOf(values, next),
                Arrays.copyOf(blocks, next),
                blockValues,
                blockSizes);
    }

    /// @throws IllegalArgumentException if `score` is not a number
    public double calibrate(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("score is NaN");
        }
        int knot = below(score);
        double fraction = fraction(knot, score);
        return fraction == 0 ? values[knot] : values[knot] + fraction * (values[knot + 1] - values[knot]);
    }

    /// How many blocks of equal probability there are.
    public int size() {
        return blockValues.length;
    }

    /// The last knot at or below a score; the first one if there is none.
    int below(double score) {
        int low = 0;
        int high = knots.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (knots[middle] <= score) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// How far a score lies on the way from this knot to the next.
    double fraction(int knot, double score) {
        return knot + 1 == knots.length || score <= knots[knot]
                ? 0
                : (score - knots[knot]) / (knots[knot + 1] - knots[knot]);
    }

    /// Variance of a block's probability. A block that saw one class only is not certain: half a case of the other is
    /// added.
    double variance(int block) {
        double n = blockSizes[block];
        double share = (blockValues[block] * n + 0.5) / (n + 1);
        return share * (1 - share) / n;
    }

    /// Interval of the probability that belongs to a score: Wilson's of the block it falls in or next to.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Interval interval(double score, double confidence) {
        int block = blocks[below(score)];
        double n = blockSizes[block];
        return ProportionInterval.WILSON.of(Math.min(blockValues[block] * n, n), n, confidence);
    }
}
