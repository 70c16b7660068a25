package org.vigie.drift;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;

/// Where a drift comes from: which groups moved, or whether only their mix did.
///
/// ## Definition
///
/// Given one stream in each of several groups (strata), such as scanners:
///
/// - *groups*: each group is compared with itself, Holm-adjusted;
/// - *pooled*: all cases are compared, whatever their group;
/// - *mix*: the shares of the groups are compared by χ²;
/// - *within strata*: the p-values of the groups that could be judged are combined by Fisher's method,
///   `−2 Σ ln pₖ`, a χ² variable with `2K` degrees of freedom when no group moved \[1].
///
/// | pooled | groups | within strata | mix | conclusion |
/// | --- | --- | --- | --- | --- |
/// | any | some drifted | any | any | [Conclusion.WithinGroups], naming them |
/// | drifted | none | drifted | any | [Conclusion.Spread]: in the groups, none stands out |
/// | drifted | none | stable | drifted | [Conclusion.MixShift]: the shift vanishes within the groups |
/// | drifted | none | otherwise | otherwise | [Conclusion.Unexplained] |
/// | stable | none | any | any | [Conclusion.NoShift] |
/// | inconclusive | none | any | any | [Conclusion.Undecided] |
///
/// ## Reading the value
///
/// A mix shift is a change of who is examined where, not of what a scanner does. Groups seen in one window
/// only cannot be compared with themselves; they count in the mix and are listed. Attribution explains a
/// drift that [DriftCheck] found; each of its four questions is asked at the family-wise level of the check.
///
/// ## Sources
///
/// 1. Fisher, R. A. (1932). *Statistical Methods for Research Workers*, 4th edition. Oliver and Boyd.
///
/// @param pooled all cases
/// @param groups each group, drifted ones first
/// @param mix the shares of the groups
/// @param withinStrata combined p-value of the groups; absent when none could be judged
/// @param newGroups groups of the current window that the reference does not have
/// @param goneGroups groups of the reference that the current window does not have
public record Attribution(
        String stream,
        DriftFinding pooled,
        List<DriftFinding> groups,
        DriftResult mix,
        OptionalDouble withinStrata,
        List<String> newGroups,
        List<String> goneGroups,
        Conclusion conclusion) {

    /// What explains the shift.
    public sealed interface Conclusion {

        /// These groups moved.
        record WithinGroups(List<String> groups) implements Conclusion {}

        /// The groups moved together; none stands out.
        record Spread() implements Conclusion {}

        /// The shares of the groups changed; within them nothing is seen to have moved.
        record MixShift() implements Conclusion {}

        /// The pooled shift is neither seen within the groups nor in their mix.
        record Unexplained() implements Conclusion {}

        record NoShift() implements Conclusion {}

        /// Too little data.
        record Undecided() implements Conclusion {}
    }

    /// @param strata the same stream, once for each group
    /// @throws IllegalArgumentException if there are no strata, one has no group, a group comes twice, or they are
    ///     not all of one stream and kind
    public static Attribution of(Collection<? extends StreamComparison> strata, DriftCheck check) {
        StreamComparison all = Strata.pool(strata);
        List<DriftFinding> groups = check.compare(strata).ranked().stream()
                .filter(finding -> finding.kind() != DriftFinding.Kind.MISSINGNESS)
                .toList();
        DriftFinding pooled = check.compare(List.of(all)).ranked().stream()
                .filter(finding -> finding.kind() != DriftFinding.Kind.MISSINGNESS)
                .findFirst()
                .orElseThrow();
        DecisionRule rule = new DecisionRule(check.familyWiseLevel(), check.minimumObservations(), check.seed());
        DriftResult mix = ChiSquareHomogeneityTest.test(
                Strata.mix(strata, sizes -> sizes.reference() + sizes.missingReference()),
                Strata.mix(strata, sizes -> sizes.current() + sizes.missingCurrent()),
                rule);
        OptionalDouble withinStrata = fisher(groups);
        return new Attribution(
                all.stream(),
                pooled,
                groups,
                mix,
                withinStrata,
                onlyIn(strata, true),
                onlyIn(strata, false),
                conclude(pooled, groups, mix, withinStrata, check.familyWiseLevel()));
    }

    private static Conclusion conclude(
            DriftFinding pooled,
            List<DriftFinding> groups,
            DriftResult mix,
            OptionalDouble withinStrata,
            double level) {
        List<String> moved = groups.stream()
                .filter(DriftFinding::isDrifted)
                .map(DriftFinding::group)
                .flatMap(Optional::stream)
                .toList();
        if (!moved.isEmpty()) {
            return new Conclusion.WithinGroups(moved);
        }
        return switch (pooled.verdict()) {
            case DriftVerdict.Inconclusive _ -> new Conclusion.Undecided();
            case DriftVerdict.Stable _ -> new Conclusion.NoShift();
            case DriftVerdict.Drifted _ -> {
                if (withinStrata.isPresent() && withinStrata.getAsDouble() <= level) {
                    yield new Conclusion.Spread();
                }
                yield mix.verdict() instanceof DriftVerdict.Drifted
                        ? new Conclusion.MixShift()
                        : new Conclusion.Unexplained();
            }
        };
    }

    private static OptionalDouble fisher(List<DriftFinding> groups) {
        double[] pValues = groups.stream()
                .flatMapToDouble(finding -> finding.result().pValue().stream())
                .toArray();
        if (pValues.length == 0) {
            return OptionalDouble.empty();
        }
        double statistic = 0;
        for (double p : pValues) {
            statistic -= 2 * Math.log(p);
        }
        return OptionalDouble.of(
                statistic == Double.POSITIVE_INFINITY
                        ? 0
                        : ChiSquaredDistribution.of(2.0 * pValues.length).survivalProbability(statistic));
    }

    private static List<String> onlyIn(Collection<? extends StreamComparison> strata, boolean current) {
        Stream<? extends StreamComparison> only = strata.stream().filter(stratum -> {
            long before = stratum.sizes().reference() + stratum.sizes().missingReference();
            long now = stratum.sizes().current() + stratum.sizes().missingCurrent();
            return current ? before == 0 && now > 0 : before > 0 && now == 0;
        });
        return only.map(StreamComparison::group)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }
}
