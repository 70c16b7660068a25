package org.vigie.benchmarks.characteristics;

import java.util.List;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.hypothesis.FisherExactTest;
import org.vigie.drift.hypothesis.GreatestShareTest;
import org.vigie.drift.hypothesis.LikelihoodRatioTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.window.CategoricalWindow;

/// A test of labels whose level is measured.
record CategoricalTest(String name, Form form) {

    static final List<CategoricalTest> ALL = List.of(
            new CategoricalTest("χ² of homogeneity", ChiSquareHomogeneityTest::test),
            new CategoricalTest("G, likelihood ratio", LikelihoodRatioTest::test),
            new CategoricalTest("Fisher, exact", FisherExactTest::test),
            new CategoricalTest("greatest change of a share (L∞)", GreatestShareTest::test),
            new CategoricalTest("population stability index", PopulationStabilityIndex::test),
            new CategoricalTest("Jensen–Shannon", JensenShannonDistance::test));

    /// Two windows and a rule in, a result out.
    interface Form {
        DriftResult test(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule);
    }

    DriftResult run(CategoricalWindow reference, CategoricalWindow current, DecisionRule rule) {
        return form.test(reference, current, rule);
    }
}
