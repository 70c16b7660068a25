package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.vigie.drift.interval.StandardNormal;

/// How surprising the answers of one relabelling are, so that questions of different scale can be compared: a rough
/// p-value for each from the mean and variance of its answer, or for a largest value from its median.
///
/// @param rough p-value of each question, given its answer
record Surprise(int dimensions, int components, Map<FeatureQuestion, DoubleUnaryOperator> rough) {

    private static final int PILOT = 200;
    private static final double SMALLEST = 1e-300;

    /// From relabellings that the p-value does not use again.
    static Surprise of(UnitRelabelling relabelling, FeatureScores scores) {
        double[][] pilot = IntStream.range(0, PILOT)
                .parallel()
                .mapToObj(i -> relabelling.drawn(-2 - i))
                .toArray(double[][]::new);
        var surprise = new Surprise(scores.dimensions(), scores.components(), new EnumMap<>(FeatureQuestion.class));
        for (FeatureQuestion question : FeatureQuestion.values()) {
            double[] answers = Arrays.stream(pilot)
                    .mapToDouble(t -> surprise.answer(question, t))
                    .toArray();
            surprise.rough.put(question, question == FeatureQuestion.ONE_DIMENSION ? largest(answers) : sum(answers));
        }
        return surprise;
    }

    /// Decimal places of the smallest rough p-value.
    double of(double[] standardised) {
        double largest = 0;
        for (FeatureQuestion question : FeatureQuestion.values()) {
            largest = Math.max(largest, of(question, standardised));
        }
        return largest;
    }

    FeatureQuestion loudest(double[] standardised) {
        FeatureQuestion loudest = FeatureQuestion.LOCATION;
        for (FeatureQuestion question : FeatureQuestion.values()) {
            if (of(question, standardised) > of(loudest, standardised)) {
                loudest = question;
            }
        }
        return loudest;
    }

    private double of(FeatureQuestion question, double[] standardised) {
        DoubleUnaryOperator law = rough.getOrDefault(question, _ -> 1);
        double p = law.applyAsDouble(answer(question, standardised));
        return -Math.log10(Math.max(p, SMALLEST)) + 0.0; // no negative zero
    }

    private double answer(FeatureQuestion question, double[] standardised) {
        return question.answer(standardised, dimensions, components);
    }

    /// A sum of squares is nearly gamma; one that never changes surprises nobody.
    private static DoubleUnaryOperator sum(double[] answers) {
        double mean = Arrays.stream(answers).average().orElse(0);
        double squares =
                Arrays.stream(answers).map(a -> (a - mean) * (a - mean)).sum();
        double variance = squares / (answers.length - 1);
        return variance > 0
                ? GammaDistribution.of(mean * mean / variance, variance / mean)::survivalProbability
                : _ -> 1;
    }

    /// The largest of as many independent normal values as have the same median.
    private static DoubleUnaryOperator largest(double[] answers) {
        double[] sorted = answers.clone();
        Arrays.sort(sorted);
        double beyond = Math.min(0.5, 2 * StandardNormal.survival(sorted[sorted.length / 2]));
        double independent = Math.max(1, Math.log(0.5) / Math.log1p(-beyond));
        return answer -> -Math.expm1(independent * Math.log1p(-Math.min(1, 2 * StandardNormal.survival(answer))));
    }
}
