package org.vigie.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.drift.binning.BinnedCounts;
import org.vigie.drift.binning.CategoryBins;
import org.vigie.drift.binning.QuantileBins;
import org.vigie.drift.distance.JensenShannonDistance;
import org.vigie.drift.distance.PopulationStabilityIndex;
import org.vigie.drift.distance.WassersteinDistance;
import org.vigie.drift.hypothesis.AndersonDarlingTest;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.hypothesis.UnseenCategoriesTest;
import org.vigie.drift.multivariate.FeatureDriftTest;
import org.vigie.drift.multivariate.FeatureMeanShift;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;

/// One test of a check: which statistic decides a stream, and which effects go with it.
sealed interface StreamTest {

    WindowSizes sizes();

    DriftFinding run(DecisionRule rule);

    /// Have the values changed?
    record OfValues(StreamComparison comparison) implements StreamTest {

        @Override
        public WindowSizes sizes() {
            return comparison.sizes();
        }

        @Override
        public DriftFinding run(DecisionRule rule) {
            return switch (comparison) {
                case StreamComparison.Numeric numeric -> numeric(numeric, rule);
                case StreamComparison.Categorical categorical -> categorical(categorical, rule);
                case StreamComparison.Features features -> features(features, rule);
            };
        }
    }

    /// Has the share of missing observations changed?
    record OfMissingness(StreamComparison comparison) implements StreamTest {

        @Override
        public WindowSizes sizes() {
            WindowSizes sizes = comparison.sizes();
            return new WindowSizes(
                    sizes.reference() + sizes.missingReference(), sizes.current() + sizes.missingCurrent(), 0, 0);
        }

        @Override
        public DriftFinding run(DecisionRule rule) {
            WindowSizes sizes = comparison.sizes();
            DriftResult result = ChiSquareHomogeneityTest.test(
                    presence(sizes.reference(), sizes.missingReference()),
                    presence(sizes.current(), sizes.missingCurrent()),
                    rule);
            return finding(
                    comparison,
                    DriftFinding.Kind.MISSINGNESS,
                    result,
                    result.effect().stream().toList());
        }

        private static CategoricalWindow presence(long present, long missing) {
            return new CategoricalWindow(new TreeMap<>(Map.of("present", present, "missing", missing)), 0);
        }
    }

    private static DriftFinding numeric(StreamComparison.Numeric streams, DecisionRule rule) {
        DriftResult result = AndersonDarlingTest.test(streams.reference(), streams.current(), rule);
        List<EffectSize> effects = new ArrayList<>();
        if (result.value().isPresent()) {
            WassersteinDistance.scaled(streams.reference(), streams.current()).ifPresent(effects::add);
            effects.add(KolmogorovSmirnovTest.effect(streams.reference(), streams.current()));
            QuantileBins bins = QuantileBins.fit(streams.reference(), PopulationStabilityIndex.DEFAULT_BINS);
            addBinned(effects, bins.count(streams.reference()), bins.count(streams.current()));
        }
        return finding(streams, DriftFinding.Kind.NUMERIC, result, effects);
    }

    private static DriftFinding categorical(StreamComparison.Categorical streams, DecisionRule rule) {
        DriftResult result = ChiSquareHomogeneityTest.test(streams.reference(), streams.current(), rule);
        List<String> unseen = UnseenCategoriesTest.rate(streams.reference(), streams.current())
                .labels();
        List<EffectSize> effects = new ArrayList<>();
        if (result.value().isPresent()) {
            result.effect().ifPresent(effects::add);
            CategoryBins bins = CategoryBins.covering(streams.reference(), streams.current());
            addBinned(effects, bins.count(streams.reference()), bins.count(streams.current()));
            if (!unseen.isEmpty()) {
                effects.add(UnseenCategoriesTest.effect(streams.reference(), streams.current()));
            }
        }
        var vanished = new TreeSet<>(streams.reference().counts().keySet());
        vanished.removeAll(streams.current().counts().keySet());
        return new DriftFinding(
                streams.stream(),
                streams.group(),
                DriftFinding.Kind.CATEGORICAL,
                result,
                OptionalDouble.empty(),
                effects,
                unseen,
                List.copyOf(vanished));
    }

    private static DriftFinding features(StreamComparison.Features streams, DecisionRule rule) {
        DriftResult result = FeatureDriftTest.test(streams.reference(), streams.current(), rule);
        List<EffectSize> effects = new ArrayList<>();
        if (result.value().isPresent()) {
            result.effect().ifPresent(effects::add);
            effects.add(new EffectSize(
                    "root mean square shift over dimensions",
                    FeatureMeanShift.of(streams.reference(), streams.current()).statistic(),
                    "in standard deviations; about "
                            + rounded(Math.sqrt(1.0 / streams.reference().size()
                                    + 1.0 / streams.current().size()))
                            + " without drift at these sizes"));
        }
        return finding(streams, DriftFinding.Kind.FEATURES, result, effects);
    }

    private static void addBinned(List<EffectSize> effects, BinnedCounts reference, BinnedCounts current) {
        effects.add(new EffectSize(
                "Jensen–Shannon distance",
                JensenShannonDistance.between(reference, current),
                "0 when all shares agree, 1 when the windows share no bin"));
        effects.add(new EffectSize(
                PopulationStabilityIndex.NAME,
                PopulationStabilityIndex.between(reference, current),
                "about " + rounded(PopulationStabilityIndex.expectedWithoutDrift(reference, current))
                        + " without drift at these sizes"));
    }

    private static String rounded(double value) {
        return new BigDecimal(value).round(new MathContext(2)).toPlainString();
    }

    private static DriftFinding finding(
            StreamComparison comparison, DriftFinding.Kind kind, DriftResult result, List<EffectSize> effects) {
        return new DriftFinding(
                comparison.stream(),
                comparison.group(),
                kind,
                result,
                OptionalDouble.empty(),
                effects,
                List.of(),
                List.of());
    }
}
