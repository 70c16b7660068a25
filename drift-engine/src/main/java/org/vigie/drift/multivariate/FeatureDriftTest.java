package org.vigie.drift.multivariate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.drift.hypothesis.SequentialMonteCarlo;
import org.vigie.drift.interval.StandardNormal;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;

/// Have feature vectors changed: much in one dimension, a little in many, in spread, or in how they vary together?
///
/// ## Definition
///
/// Each dimension is replaced by its normal scores over both windows, and five questions are asked of them
/// ([FeatureQuestion]), each a sum or a largest value of squared differences of means. The statistic is the most
/// surprising answer:
///
/// ```text
/// S = max over the questions of −log₁₀ qⱼ
///
/// qⱼ   rough p-value of question j, from the mean and variance of its answer in 200 relabellings
/// p    share of relabellings of whole cases whose S is as large ([SequentialMonteCarlo])
/// ```
///
/// The p-value does not rest on `qⱼ` being right, which only weigh the questions against each other: it is exact
/// for every level and any correlation. In large windows cells of cases are relabelled ([Cells]).
///
/// ## Unit and range
///
/// S counts decimal places, in `[0, 300]`. The effect is the share of dimensions that drifted in location, each
/// judged by Holm's procedure at the level of the whole.
///
/// ## Reading the value
///
/// S above about 2 is seldom seen without drift; the p-value says how seldom. The effect's meaning names the
/// question with the loudest answer. An increasing change of scale of a dimension, such as its logarithm, made in
/// both windows changes nothing; an outlier counts as the largest value and no more. Not seen is a change that keeps
/// every dimension's location and spread and those of the leading principal directions; [MaximumMeanDiscrepancy]
/// asks about any change, with less power for these.
///
/// ## Where this differs from the usual formula
///
/// Monitors that reduce vectors to a reconstruction error or to the score of a classifier compare it with a
/// constant; here the level is kept at any window size.
///
/// ## Sources
///
/// 1. Rabanser, S., Günnemann, S., & Lipton, Z. C. (2019). *Failing loudly: an empirical study of methods
///    for detecting dataset shift.* NeurIPS 32. <https://arxiv.org/abs/1810.11953>
/// 2. Pesarin, F., & Salmaso, L. (2010). *Permutation tests for complex data.* Wiley.
///    doi:10.1002/9780470689516 (combining dependent questions within one relabelling)
public final class FeatureDriftTest {

    public static final String NAME = "largest surprise of five questions, decimal places";

    private FeatureDriftTest() {}

    /// The test with its verdict. Windows in which nothing varies are alike: value 0, p-value 1.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        Optional<DriftVerdict> refusal = Refusal.ofRelabelling(reference, current, rule, 1);
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), WindowSizes.of(reference, current), rule);
        }
        Cells cells = Cells.of(reference, current, rule.seed());
        FeatureScores scores = FeatureScores.of(reference, current, cells, rule.seed());
        var relabelling = UnitRelabelling.of(scores.sums(), cells.reference(), rule.seed());
        var surprise = Surprise.of(relabelling, scores);
        double[] observed = relabelling.observed();
        double value = surprise.of(observed);
        PValue p = SequentialMonteCarlo.pValueOfNumbered(
                value, number -> surprise.of(relabelling.drawn(number)), rule.level());
        return DriftResult.of(
                NAME,
                value,
                p,
                Optional.of(effect(observed, scores.dimensions(), rule.level(), surprise.loudest(observed), cells)),
                cells.sizes(),
                rule,
                OptionalDouble.empty());
    }

    private static EffectSize effect(
            double[] observed, int dimensions, double level, FeatureQuestion loudest, Cells cells) {
        double[] location = Arrays.stream(observed, 0, dimensions)
                .map(StandardNormal::twoSidedPValue)
                .toArray();
        double drifted = Arrays.stream(PValueAdjustment.HOLM.adjust(location))
                .filter(p -> p <= level)
                .count();
        return new EffectSize(
                "share of dimensions that drifted",
                drifted / dimensions,
                "share of the " + dimensions + " dimensions that drifted in location when judged together; loudest was "
                        + loudest.inWords() + cells.statement());
    }
}
