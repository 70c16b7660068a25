package org.vigie.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.multiplicity.FalseAlarmBudget;
import org.vigie.drift.multiplicity.PValueAdjustment;
import org.vigie.drift.parallel.Parallel;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;

/// Compares many streams at once and keeps the probability of any false alarm at one level.
///
/// Each stream is decided by one test: Anderson–Darling for numbers, χ² of homogeneity for labels,
/// [org.vigie.drift.multivariate.FeatureDriftTest] for feature vectors. Where a stream has missing
/// observations, the share of them is compared as well, as a finding of its own. The p-values are
/// adjusted by Holm's procedure, which holds however the streams depend on each other.
///
/// @param familyWiseLevel probability that the check raises any alarm when nothing drifted
/// @param minimumObservations fewest observations each window needs for a verdict
/// @param seed of resampled p-values
public record DriftCheck(double familyWiseLevel, int minimumObservations, long seed) {

    public DriftCheck {
        var _ = new DecisionRule(familyWiseLevel, minimumObservations, seed); // same limits
    }

    public static DriftCheck atFamilyWiseLevel(double level) {
        return new DriftCheck(level, DecisionRule.DEFAULT_MINIMUM_OBSERVATIONS, DecisionRule.DEFAULT_SEED);
    }

    /// A check that spends its part of a yearly budget of false alarms.
    public static DriftCheck within(FalseAlarmBudget budget) {
        return atFamilyWiseLevel(budget.levelPerCheck());
    }

    public DriftCheck withMinimumObservations(int observations) {
        return new DriftCheck(familyWiseLevel, observations, seed);
    }

    public DriftCheck withSeed(long newSeed) {
        return new DriftCheck(familyWiseLevel, minimumObservations, newSeed);
    }

    /// Compares the streams and ranks what was found.
    public DriftFindings compare(Collection<? extends StreamComparison> streams) {
        return compare(streams, 1);
    }

    /// Compares the streams on several threads; the findings are the same whatever their number.
    ///
    /// @throws IllegalArgumentException if `threads < 1`
    public DriftFindings compare(Collection<? extends StreamComparison> streams, int threads) {
        DecisionRule whole = new DecisionRule(familyWiseLevel, minimumObservations, seed);
        List<StreamTest> tests = new ArrayList<>();
        for (StreamComparison stream : streams) {
            tests.add(new StreamTest.OfValues(stream));
            if (stream.sizes().missingReference() + stream.sizes().missingCurrent() > 0) {
                tests.add(new StreamTest.OfMissingness(stream));
            }
        }
        long judged = tests.stream()
                .filter(test -> whole.onTooLittleData(test.sizes()).isEmpty())
                .count();
        double levelPerTest = familyWiseLevel / Math.max(1, judged);
        DecisionRule each = new DecisionRule(levelPerTest, minimumObservations, seed);
        List<DriftFinding> findings = Parallel.map(tests, test -> test.run(each), threads);
        return new DriftFindings(ranked(adjusted(findings)), familyWiseLevel, levelPerTest);
    }

    private List<DriftFinding> adjusted(List<DriftFinding> findings) {
        double[] adjusted = PValueAdjustment.HOLM.adjust(findings.stream()
                .filter(finding -> !isTooSmall(finding))
                .mapToDouble(finding -> finding.result().pValue().orElse(1))
                .toArray());
        List<DriftFinding> judged = new ArrayList<>();
        int next = 0;
        for (DriftFinding finding : findings) {
            if (isTooSmall(finding)) {
                judged.add(finding);
                continue;
            }
            double p = adjusted[next++];
            judged.add(
                    finding.isInconclusive()
                            ? finding
                            : finding.judged(OptionalDouble.of(p), DriftVerdict.of(p, familyWiseLevel)));
        }
        return judged;
    }

    private boolean isTooSmall(DriftFinding finding) {
        return Math.min(
                        finding.result().sizes().reference(),
                        finding.result().sizes().current())
                < minimumObservations;
    }

    private static List<DriftFinding> ranked(List<DriftFinding> findings) {
        return findings.stream()
                .sorted(Comparator.comparing(DriftFinding::isInconclusive)
                        .thenComparing(finding -> !finding.isDrifted())
                        .thenComparingDouble(
                                finding -> finding.result().pValue().orElse(1))
                        .thenComparing(Comparator.comparingDouble(DriftCheck::firstEffect)
                                .reversed())
                        .thenComparing(DriftFinding::stream)
                        .thenComparing(finding -> finding.group().orElse("")))
                .toList();
    }

    private static double firstEffect(DriftFinding finding) {
        return finding.effects().isEmpty() ? 0 : finding.effects().getFirst().value();
    }
}
