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
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// A test of numbers whose level is measured.
///
/// @param resampled whether its p-value comes from relabelling, which costs hundreds of times the statistic
record NumericTest(String name, boolean resampled, Form form) {

    static final List<NumericTest> ALL = List.of(
            new NumericTest("Anderson–Darling (default)", false, AndersonDarlingTest::test),
            new NumericTest("Kolmogorov–Smirnov", false, KolmogorovSmirnovTest::test),
            new NumericTest("Cramér–von Mises", false, CramerVonMisesTest::test),
            new NumericTest("Mann–Whitney", false, MannWhitneyTest::test),
            new NumericTest("Brunner–Munzel", false, BrunnerMunzelTest::test),
            new NumericTest("Welch", false, WelchTest::test),
            new NumericTest("Levene", false, LeveneTest::test),
            new NumericTest("Wasserstein", true, WassersteinDistance::test),
            new NumericTest("energy distance", true, EnergyDistance::test),
            new NumericTest("population stability index", false, PopulationStabilityIndex::test),
            new NumericTest("Jensen–Shannon", false, JensenShannonDistance::test),
            new NumericTest("Kullback–Leibler", false, binned(KullbackLeiblerDivergence::test)),
            new NumericTest("Hellinger", false, binned(HellingerDistance::test)),
            new NumericTest("total variation", true, binned(TotalVariation::test)));

    /// Counts over common bins in, a result out.
    interface BinnedForm {
        DriftResult test(BinnedCounts reference, BinnedCounts current, WindowSizes sizes, DecisionRule rule);
    }

    /// Over deciles of the reference.
    private static Form binned(BinnedForm form) {
        return (reference, current, rule) -> {
            QuantileBins bins = QuantileBins.fit(reference, PopulationStabilityIndex.DEFAULT_BINS);
            return form.test(bins.count(reference), bins.count(current), WindowSizes.of(reference, current), rule);
        };
    }

    /// Two windows and a rule in, a result out.
    interface Form {
        DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule);
    }

    DriftResult run(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        return form.test(reference, current, rule);
    }

    boolean affordable(int reference, int current) {
        return !resampled || (long) reference + current <= 3_000;
    }

    int repetitions(int reference, int current) {
        if (resampled) {
            return 300;
        }
        return reference + current > 10_000 ? 500 : 1_500;
    }
}
