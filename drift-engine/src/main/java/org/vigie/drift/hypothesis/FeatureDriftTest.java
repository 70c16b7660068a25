package org.vigie.drift.hypothesis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Have feature vectors changed in any dimension?
///
/// ## Definition
///
/// A Kolmogorov–Smirnov test in each of the `d` dimensions, combined by Bonferroni:
///
/// ```text
/// p = min(1, d · min pₖ)
/// ```
///
/// The statistic is the D of the dimension with the smallest p-value.
///
/// ## Unit and range
///
/// D is dimensionless, in `[0, 1]`. The effect is the share of dimensions that drifted, each judged by
/// Holm's procedure at the level of the whole.
///
/// ## Reading the value
///
/// The level holds whatever the correlations between dimensions. A change that shows in no single
/// dimension, such as one of the correlations alone, is not seen.
///
/// ## Sources
///
/// 1. Rabanser, S., Günnemann, S., & Lipton, Z. C. (2019). *Failing loudly: an empirical study of methods
///    for detecting dataset shift.* NeurIPS 32. <https://arxiv.org/abs/1810.11953>
public final class FeatureDriftTest {

    public static final String NAME = "largest Kolmogorov–Smirnov D over dimensions";

    private FeatureDriftTest() {}

    /// The test with its verdict.
    ///
    /// @throws IllegalArgumentException if both windows have cases and their dimensions differ
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        int dimensions = requireSameDimensions(reference, current);
        if (dimensions == 0) {
            var verdict = new DriftVerdict.Inconclusive("feature vectors have no dimensions", 0, 1);
            return DriftResult.inconclusive(NAME, verdict, sizes, rule);
        }
        DecisionRule each = new DecisionRule(rule.level() / dimensions, rule.minimumObservations(), rule.seed());
        DriftResult[] results = IntStream.range(0, dimensions)
                .mapToObj(k -> KolmogorovSmirnovTest.test(reference.dimension(k), current.dimension(k), each))
                .toArray(DriftResult[]::new);
        if (results[0].verdict() instanceof DriftVerdict.Inconclusive inconclusive) {
            return DriftResult.inconclusive(NAME, inconclusive, sizes, rule);
        }
        double[] pValues = Arrays.stream(results)
                .mapToDouble(result -> result.pValue().orElseThrow())
                .toArray();
        int smallest = IntStream.range(0, dimensions).reduce(0, (a, b) -> pValues[b] < pValues[a] ? b : a);
        double drifted = Arrays.stream(PValueAdjustment.HOLM.adjust(pValues))
                .filter(p -> p <= rule.level())
                .count();
        return DriftResult.of(
                NAME,
                results[smallest].value().orElseThrow(),
                new PValue(
                        Math.min(1, dimensions * pValues[smallest]),
                        results[smallest].method().orElse(PValueMethod.EXACT)),
                Optional.of(new EffectSize(
                        "share of dimensions that drifted",
                        drifted / dimensions,
                        "share of the " + dimensions + " dimensions that drifted when judged together")),
                sizes,
                rule,
                OptionalDouble.empty());
    }

    private static int requireSameDimensions(FeatureWindow reference, FeatureWindow current) {
        if (reference.dimensions() != current.dimensions()) {
            throw new IllegalArgumentException(reference.dimensions() + " and " + current.dimensions() + " dimensions");
        }
        return reference.dimensions();
    }
}
