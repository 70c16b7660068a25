package org.vigie.drift.estimation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Whether calibrating scores lowers their expected calibration error (ECE) on cases it was not fitted on.
///
/// ## Definition
///
/// ECE: the cases in increasing order of probability, in bins of equally many, `Σ (bin's share of cases) · |mean
/// probability − share of positives|`. Ten times a random tenth of each class is set aside, the calibration fitted on
/// the rest, and the cases set aside are pooled: needed if their ECE is lower with the calibration than without.
///
/// ## Reading the value
///
/// ECE is biased upwards on few cases, and so is this choice for small references: [CalibrationPolicy#ALWAYS] is the
/// default for that reason.
public final class CalibrationNeed {

    private static final int SPLITS = 10;
    private static final int BINS = 10;

    private CalibrationNeed() {}

    /// @param seed of the splits
    /// @throws IllegalArgumentException if there are fewer than 4 cases, arrays differ in length, or a score
    ///     is not finite
    public static boolean isNeeded(double[] scores, boolean[] truth, long seed) {
        int[] positives = places(truth, true);
        int[] negatives = places(truth, false);
        if (positives.length < 2 || negatives.length < 2) {
            return false;
        }
        var random = new SplittableRandom(seed);
        int heldPositives = Math.max(1, positives.length / 10);
        int heldNegatives = Math.max(1, negatives.length / 10);
        int held = heldPositives + heldNegatives;
        double[] before = new double[SPLITS * held];
        double[] after = new double[SPLITS * held];
        boolean[] labels = new boolean[SPLITS * held];
        int next = 0;
        for (int split = 0; split < SPLITS; split++) {
            shuffle(positives, random);
            shuffle(negatives, random);
            IsotonicCalibration calibration =
                    fitOnRest(scores, truth, positives, heldPositives, negatives, heldNegatives);
            for (int i = 0; i < held; i++) {
                int one = i < heldPositives ? positives[i] : negatives[i - heldPositives];
                before[next] = scores[one];
                after[next] = calibration.calibrate(scores[one]);
                labels[next++] = truth[one];
            }
        }
        return expectedCalibrationError(before, labels, BINS) > expectedCalibrationError(after, labels, BINS);
    }

    /// ECE over bins of equally many cases; fewer bins where there are not two cases for each.
    ///
    /// @throws IllegalArgumentException if there are fewer than 4 cases, or arrays differ in length
    public static double expectedCalibrationError(double[] probabilities, boolean[] truth, int bins) {
        int n = probabilities.length;
        if (n != truth.length) {
            throw new IllegalArgumentException(n + " probabilities for " + truth.length + " labels");
        }
        int used = n <= 2 * bins ? n / 2 : bins;
        if (used < 2) {
            throw new IllegalArgumentException(n + " cases are too few for two bins");
        }
        int[] order = ScoreOrder.ascending(probabilities);
        int width = n / used;
        int edges = n / width;
        double error = 0;
        for (int bin = 0; bin < edges; bin++) {
            int start = bin * width;
            int end = bin + 1 == edges ? n : start + width;
            double sum = 0;
            for (int i = start; i < end; i++) {
                sum += probabilities[order[i]] - (truth[order[i]] ? 1 : 0);
            }
            error += Math.abs(sum) / n;
        }
        return error;
    }

    private static IsotonicCalibration fitOnRest(
            double[] scores, boolean[] truth, int[] positives, int heldPositives, int[] negatives, int heldNegatives) {
        int rest = positives.length - heldPositives + negatives.length - heldNegatives;
        double[] fitted = new double[rest];
        boolean[] labels = new boolean[rest];
        int next = 0;
        for (int i = heldPositives; i < positives.length; i++) {
            fitted[next] = scores[positives[i]];
            labels[next++] = truth[positives[i]];
        }
        for (int i = heldNegatives; i < negatives.length; i++) {
            fitted[next] = scores[negatives[i]];
            labels[next++] = truth[negatives[i]];
        }
        return IsotonicCalibration.fit(fitted, labels);
    }

    private static int[] places(boolean[] truth, boolean wanted) {
        int[] places = new int[truth.length];
        int next = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] == wanted) {
                places[next++] = i;
            }
        }
        return Arrays.copyOf(places, next);
    }

    private static void shuffle(int[] places, SplittableRandom random) {
        for (int i = places.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = places[i];
            places[i] = places[j];
            places[j] = swap;
        }
    }
}
