package org.vigie.benchmarks.characteristics;

import java.util.List;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.EnergyDistance;
import org.vigie.drift.distance.HellingerDistance;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.KullbackLeiblerDivergence;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.distance.TotalVariation;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.hypothesis.BrunnerMunzelTest;
import org.vigie.drift.hypothesis.CramerVonMisesTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.hypothesis.LeveneTest;
import org.vigie.drift.hypothesis.MannWhitneyTest;
import org.vigie.drift.hypothesis.WelchTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// A test of numbers whose level is measured.
///
/// @param resampled whether its p-value comes from relabelling, which costs hundreds of times the statistic
record NumericTest(String name, boolean resampled, Form form) {

    static final List<NumericTest> ALL = List.of(
            new NumericTest(
                    "Anderson–Darling (default)",
                    false,
                    (reference, current, rule) ->
                            AndersonDarlingTest.pValue(reference, current, rule.level(), rule.seed())
                                            .value()
                                    <= rule.level()),
            new NumericTest(
                    "Kolmogorov–Smirnov",
                    false,
                    (reference, current, rule) ->
                            KolmogorovSmirnovTest.pValue(reference, current).value() <= rule.level()),
            new NumericTest("Cramér–von Mises", false, verdict(CramerVonMisesTest::test)),
            new NumericTest("Mann–Whitney", false, verdict(MannWhitneyTest::test)),
            new NumericTest("Brunner–Munzel", false, verdict(BrunnerMunzelTest::test)),
            new NumericTest("Welch", false, verdict(WelchTest::test)),
            new NumericTest("Levene", false, verdict(LeveneTest::test)),
            new NumericTest("Wasserstein", true, verdict(WassersteinDistance::test)),
            new NumericTest("energy distance", true, verdict(EnergyDistance::test)),
            new NumericTest("population stability index", false, verdict(PopulationStabilityIndex::test)),
            new NumericTest("Jensen–Shannon", false, verdict(JensenShannonDistance::test)),
            new NumericTest("Kullback–Leibler", false, binned(KullbackLeiblerDivergence::test)),
            new NumericTest("Hellinger", false, binned(HellingerDistance::test)),
            new NumericTest("total variation", true, binned(TotalVariation::test)));

    /// Counts over common bins in, a result out.
    interface BinnedForm {
        DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule);
    }

    /// Over deciles of the reference.
    private static Form binned(BinnedForm form) {
        return verdict((reference, current, rule) -> {
            QuantileBins bins = QuantileBins.fit(reference, PopulationStabilityIndex.DEFAULT_BINS);
            return form.test(bins.count(reference), bins.count(current), WindowSizes.of(reference, current), rule);
        });
    }

    /// Two windows and a rule in, an alarm or none out.
    interface Form {
        boolean alarms(NumericWindow reference, NumericWindow current, DecisionRule rule);
    }

    /// Two windows and a rule in, a result out.
    interface ResultForm {
        DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule);
    }

    private static Form verdict(ResultForm form) {
        return (reference, current, rule) ->
                form.test(reference, current, rule).verdict() instanceof DriftVerdict.Drifted;
    }

    boolean affordable(int reference, int current) {
        return !resampled || (long) reference + current <= 2_500;
    }

    /// The default is tried on every shape of values, the others on three.
    boolean on(Samples samples) {
        return equals(ALL.getFirst())
                || samples == Samples.NORMAL
                || samples == Samples.ROUNDED
                || samples == Samples.HEAVY;
    }

    int repetitions(int reference, int current) {
        if (resampled) {
            return 200;
        }
        return reference + current > 10_000 ? 300 : 1_000;
    }
}
