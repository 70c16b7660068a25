package org.vigie.drift.estimation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.StandardNormal;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.RandomForest;

/// Direct loss estimation (DLE): how far a regression model is to be expected to miss, without labels.
///
/// ## Definition
///
/// A random forest (Smile's, seeded) learns on the reference the loss of each case, `|y − ŷ|` or `(y − ŷ)²`,
/// from its features and its prediction. On the reference it predicts out of fold (five folds), which tells its
/// mean error `b` and the spread `r²` of what it cannot predict. Then
///
/// ```text
/// expected loss = mean over the window of the predicted loss + b          at least 0
/// sampling variance = (variance of the predicted losses + r²)/cases       calibration variance = r²/reference cases
/// ```
///
/// RMSE is the root of the expected squared error, with its interval.
///
/// ## Unit and range
///
/// The unit of the prediction (MAE, RMSE) or its square (MSE), at least 0.
///
/// ## Reading the value
///
/// It sees that cases have become harder where the reference had hard cases of that kind. It does not see that the
/// relation of inputs and truth has changed: the assumption is part of the result.
///
/// ## Sources
///
/// 1. NannyML 0.13, *Direct loss estimation*, `performance_estimation/direct_loss_estimation`.
public final class DirectLossEstimation {

    private static final int FOLDS = 5;
    private static final int TREES = 50;

    /// What is lost when prediction and truth differ.
    public enum Loss {
        ABSOLUTE,
        SQUARED;

        double of(double prediction, double truth) {
            double error = Math.abs(prediction - truth);
            return this == ABSOLUTE ? error : error * error;
        }
    }

    private final Loss loss;
    private final RandomForest forest;
    private final int features;
    private final double bias;
    private final double spread;
    private final double referenceCases;

    private DirectLossEstimation(
            Loss loss, RandomForest forest, int features, double bias, double spread, double referenceCases) {
        this.loss = loss;
        this.forest = forest;
        this.features = features;
        this.bias = bias;
        this.spread = spread;
        this.referenceCases = referenceCases;
    }

    /// Learns the loss from a labelled reference.
    ///
    /// @param seed of folds and trees
    /// @throws IllegalArgumentException if there are fewer than 50 cases, sizes differ, or a number is not
    ///     finite
    public static DirectLossEstimation fit(
            double[][] features, double[] predictions, double[] truth, Loss loss, long seed) {
        int n = predictions.length;
        if (n < 50 || features.length != n || truth.length != n) {
            throw new IllegalArgumentException(features.length + " cases' features, " + n + " predictions and "
                    + truth.length + " true values; at least 50 of each are needed");
        }
        int width = features[0].length;
        double[][] rows = rows(features, predictions, width);
        double[] losses = new double[n];
        for (int i = 0; i < n; i++) {
            losses[i] = loss.of(predictions[i], truth[i]);
            if (!Double.isFinite(losses[i])) {
                throw new IllegalArgumentException("the loss of case " + i + " is " + losses[i]);
            }
        }
        var random = new SplittableRandom(seed);
        double[] outOfFold = outOfFold(rows, losses, random);
        double bias = 0;
        for (int i = 0; i < n; i++) {
            bias += (losses[i] - outOfFold[i]) / n;
        }
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double residual = losses[i] - outOfFold[i] - bias;
            spread += residual * residual / (n - 1);
        }
        RandomForest forest = train(rows, losses, random.nextLong());
        return new DirectLossEstimation(loss, forest, width, bias, spread, n);
    }

    /// Expected mean loss: MAE or MSE.
    ///
    /// @throws IllegalArgumentException if sizes differ, a number is not finite, or `confidence` is not in (0,
    ///     1)
    public EstimatedPerformance meanLoss(double[][] current, double[] predictions, double confidence) {
        Interval.requireConfidence(confidence);
        String name = loss == Loss.ABSOLUTE ? "MAE" : "MSE";
        int n = predictions.length;
        if (current.length != n) {
            throw new IllegalArgumentException(current.length + " cases' features for " + n + " predictions");
        }
        if (n == 0) {
            return new EstimatedPerformance.NotEstimable(name, "no cases");
        }
        double[] losses = predict(forest, rows(current, predictions, features));
        double mean = Arrays.stream(losses).average().orElse(0);
        double variance =
                Arrays.stream(losses).map(one -> (one - mean) * (one - mean)).sum() / n;
        double value = Math.max(0, mean + bias);
        double sampling = (variance + spread) / n;
        double calibration = spread / referenceCases;
        double half = StandardNormal.twoSided(confidence) * Math.sqrt(sampling + calibration);
        return new EstimatedPerformance.Estimated(
                name,
                value,
                Math.sqrt(sampling),
                Math.sqrt(calibration),
                new Interval(Math.max(0, value - half), value + half, confidence),
                n,
                0,
                EstimatedPerformance.SAME_LOSS);
    }

    /// Expected root mean squared error.
    ///
    /// @throws IllegalArgumentException if the loss is not squared, or as [#meanLoss]
    public EstimatedPerformance rootMeanSquaredError(double[][] current, double[] predictions, double confidence) {
        if (loss != Loss.SQUARED) {
            throw new IllegalArgumentException("RMSE comes from squared losses, these are " + loss);
        }
        return switch (meanLoss(current, predictions, confidence)) {
            case EstimatedPerformance.Estimated squared -> {
                double value = Math.sqrt(squared.value());
                // the error of a root is that of the square over twice the root
                double slope = value > 0 ? 1 / (2 * value) : 0;
                yield new EstimatedPerformance.Estimated(
                        "RMSE",
                        value,
                        squared.samplingError() * slope,
                        squared.calibrationError() * slope,
                        new Interval(
                                Math.sqrt(squared.interval().lower()),
                                Math.sqrt(squared.interval().upper()),
                                confidence),
                        squared.cases(),
                        squared.missing(),
                        squared.assumption());
            }
            case EstimatedPerformance.NotEstimable none -> new EstimatedPerformance.NotEstimable("RMSE", none.reason());
        };
    }

    private static double[] outOfFold(double[][] rows, double[] losses, SplittableRandom random) {
        int n = rows.length;
        int[] fold = new int[n];
        for (int i = 0; i < n; i++) {
            fold[i] = i % FOLDS;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = fold[i];
            fold[i] = fold[j];
            fold[j] = swap;
        }
        double[] predicted = new double[n];
        for (int held = 0; held < FOLDS; held++) {
            int fitted = held;
            int[] inside = IntStream.range(0, n).filter(i -> fold[i] != fitted).toArray();
            int[] outside = IntStream.range(0, n).filter(i -> fold[i] == fitted).toArray();
            double[][] known = Arrays.stream(inside).mapToObj(i -> rows[i]).toArray(double[][]::new);
            double[] knownLosses =
                    Arrays.stream(inside).mapToDouble(i -> losses[i]).toArray();
            RandomForest forest = train(known, knownLosses, random.nextLong());
            double[] answers = predict(
                    forest, Arrays.stream(outside).mapToObj(i -> rows[i]).toArray(double[][]::new));
            for (int i = 0; i < outside.length; i++) {
                predicted[outside[i]] = answers[i];
            }
        }
        return predicted;
    }

    private static RandomForest train(double[][] rows, double[] losses, long seed) {
        long[] seeds =
                new SplittableRandom(seed).longs(TREES, 1, Long.MAX_VALUE).toArray();
        int leaf = Math.max(5, rows.length / 200);
        var options = new RandomForest.Options(TREES, 0, 20, Math.max(2, rows.length / leaf), leaf, 1.0, seeds, null);
        DataFrame frame = DataFrame.of(rows, names(rows[0].length)).add(new DoubleVector("loss", losses));
        return RandomForest.fit(Formula.lhs("loss"), frame, options);
    }

    private static double[] predict(RandomForest forest, double[][] rows) {
        DataFrame frame = DataFrame.of(rows, names(rows[0].length));
        double[] predicted = new double[rows.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = forest.predict(frame.get(i));
        }
        return predicted;
    }

    private static double[][] rows(double[][] features, double[] predictions, int width) {
        double[][] rows = new double[features.length][];
        for (int i = 0; i < rows.length; i++) {
            if (features[i].length != width) {
                throw new IllegalArgumentException(
                        "case " + i + " has " + features[i].length + " features, not " + width);
            }
            rows[i] = Arrays.copyOf(features[i], width + 1);
            rows[i][width] = predictions[i];
            for (double value : rows[i]) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("case " + i + " has a feature or prediction of " + value);
                }
            }
        }
        return rows;
    }

    private static String[] names(int features) {
        String[] names = new String[features];
        Arrays.setAll(names, i -> "x" + i);
        return names;
    }
}
