package org.vigie.drift.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// All checks of one column in one call: one list of findings.
///
/// The level of the rule is that of the whole list: it is divided among the checks (Bonferroni), so that a
/// column in which nothing changed fails in no more than that share of windows. Checks against a stated
/// limit keep their own error within it too. Keys, freshness and volume concern rows, not a column: see
/// [Duplicates], [Freshness], [Volume].
///
/// @param rule level, fewest observations, seed
/// @param declaredRange range outside which a value is impossible, both ends included; replaces the
///     comparison with the reference's range
/// @param missingLimit greatest share of missing values that is allowed, looked at in addition
public record DataQuality(DecisionRule rule, Optional<Range> declaredRange, OptionalDouble missingLimit) {

    private static final int CHECKS_OF_NUMBERS = 5;
    private static final int CHECKS_OF_CATEGORIES = 3;

    /// A range of possible values, both ends included.
    public record Range(double lower, double upper) {

        public Range {
            if (!(lower <= upper)) {
                throw new IllegalArgumentException("lower " + lower + " is not at or below upper " + upper);
            }
        }
    }

    public static DataQuality with(DecisionRule rule) {
        return new DataQuality(rule, Optional.empty(), OptionalDouble.empty());
    }

    public DataQuality withDeclaredRange(double lower, double upper) {
        return new DataQuality(rule, Optional.of(new Range(lower, upper)), missingLimit);
    }

    public DataQuality withMissingLimit(double limit) {
        return new DataQuality(rule, declaredRange, OptionalDouble.of(limit));
    }

    /// Missing, infinite, out of range, unit, stuck. The values stand in the order observed; `NaN` is missing.
    public List<QualityFinding> numeric(double[] reference, double[] current) {
        DecisionRule share = divided(CHECKS_OF_NUMBERS);
        NumericWindow before = NumericWindow.of(Infinities.observations(reference));
        var findings = new ArrayList<QualityFinding>();
        missing(findings, missing(reference), reference.length, missing(current), current.length, share);
        findings.add(Infinities.check(current));
        findings.add(declaredRange
                .map(range -> OutOfRange.declared(current, range.lower(), range.upper(), 0, share))
                .orElseGet(() -> OutOfRange.test(before, current, share)));
        findings.add(UnitJump.test(before, current, share));
        findings.add(StuckValues.test(reference, current, share));
        return List.copyOf(findings);
    }

    /// Missing, new categories. `null` and blank labels are missing.
    public List<QualityFinding> categorical(
            Iterable<? extends @Nullable String> reference, Iterable<? extends @Nullable String> current) {
        return categorical(CategoricalWindow.of(reference), CategoricalWindow.of(current));
    }

    /// Missing, new categories.
    public List<QualityFinding> categorical(CategoricalWindow reference, CategoricalWindow current) {
        DecisionRule share = divided(CHECKS_OF_CATEGORIES);
        var findings = new ArrayList<QualityFinding>();
        missing(
                findings,
                reference.missing(),
                reference.size() + reference.missing(),
                current.missing(),
                current.size() + current.missing(),
                share);
        findings.add(NewCategories.test(reference, current, share));
        return List.copyOf(findings);
    }

    private void missing(
            List<QualityFinding> findings,
            long missingReference,
            long sizeReference,
            long missingCurrent,
            long sizeCurrent,
            DecisionRule share) {
        findings.add(MissingShare.test(
                missingReference,
                sizeReference - missingReference,
                missingCurrent,
                sizeCurrent - missingCurrent,
                share));
        missingLimit.ifPresent(
                limit -> findings.add(MissingShare.within(missingCurrent, sizeCurrent - missingCurrent, limit, share)));
    }

    private DecisionRule divided(int checks) {
        return new DecisionRule(rule.level() / checks, rule.minimumObservations(), rule.seed());
    }

    private static long missing(double[] values) {
        long missing = 0;
        for (double x : values) {
            missing += Double.isNaN(x) ? 1 : 0;
        }
        return missing;
    }
}
