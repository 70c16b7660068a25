package org.vigie.drift.multivariate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Which dimensions have changed: a Kolmogorov–Smirnov test of each, judged with the share of false discoveries
/// held at the level.
///
/// Of the dimensions called drifted, the expected share that did not is at most the level, for independent or
/// positively dependent dimensions [1]. Whether anything drifted at all is the question of [FeatureDriftTest], which
/// has more power for it.
///
/// ## Sources
///
/// 1. Benjamini, Y., & Yekutieli, D. (2001). *The control of the false discovery rate in multiple testing under
///    dependency.* Annals of Statistics 29(4), 1165–1188. doi:10.1214/aos/1013699998
public final class DimensionTests {

    private DimensionTests() {}

    /// One dimension.
    ///
    /// @param dimension its number, from 0
    /// @param adjusted p-value by Benjamini and Hochberg's procedure, 1 when the dimension could not be judged
    /// @param result with the verdict of all dimensions judged together
    public record Finding(int dimension, double adjusted, DriftResult result) {}

    /// All dimensions, the smallest p-value first, then the largest difference; those not judged last.
    ///
    /// Where the windows differ in their dimensions, each one of the longer vectors is listed and none judged.
    public static List<Finding> ranked(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        if (reference.dimensions() != current.dimensions()) {
            DriftResult refused = DriftResult.inconclusive(
                    KolmogorovSmirnovTest.NAME,
                    Refusal.ofDimensions(reference, current),
                    WindowSizes.of(reference, current),
                    rule);
            return IntStream.range(0, Math.max(reference.dimensions(), current.dimensions()))
                    .mapToObj(k -> new Finding(k, 1, refused))
                    .toList();
        }
        List<DriftResult> results = IntStream.range(0, reference.dimensions())
                .parallel()
                .mapToObj(k -> KolmogorovSmirnovTest.test(reference.dimension(k), current.dimension(k), rule))
                .toList();
        double[] adjusted = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(results.stream()
                .mapToDouble(result -> result.pValue().orElse(1))
                .toArray());
        return IntStream.range(0, adjusted.length)
                .mapToObj(k -> new Finding(k, adjusted[k], judged(results.get(k), adjusted[k], rule)))
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.result().pValue().isEmpty())
                        .thenComparingDouble(
                                finding -> finding.result().pValue().orElse(1))
                        .thenComparingDouble(
                                finding -> -finding.result().value().orElse(0))
                        .thenComparingInt(Finding::dimension))
                .toList();
    }

    private static DriftResult judged(DriftResult result, double adjusted, DecisionRule rule) {
        return result.pValue().isEmpty() ? result : result.withVerdict(DriftVerdict.of(adjusted, rule.level()));
    }
}
