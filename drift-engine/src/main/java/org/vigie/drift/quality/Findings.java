package org.vigie.drift.quality;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

/// The ways in which checks come to their verdict.
final class Findings {

    private Findings() {}

    static QualityFinding tested(
            QualityCheck check,
            double value,
            double pValue,
            DecisionRule rule,
            long reference,
            long current,
            List<String> examples,
            String reason) {
        double p = Math.clamp(pValue, 0.0, 1.0);
        Outcome verdict = p <= rule.level() ? Outcome.FAIL : Outcome.PASS;
        return new QualityFinding(
                check,
                verdict,
                value,
                OptionalDouble.empty(),
                OptionalDouble.of(p),
                reference,
                current,
                examples,
                reason);
    }

    static QualityFinding cannotJudge(QualityCheck check, long reference, long current, String reason) {
        return new QualityFinding(
                check,
                Outcome.INCONCLUSIVE,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                reference,
                current,
                List.of(),
                reason);
    }

    static QualityFinding decided(
            QualityCheck check,
            Outcome verdict,
            double value,
            double limit,
            long current,
            List<String> examples,
            String reason) {
        return new QualityFinding(
                check, verdict, value, OptionalDouble.of(limit), OptionalDouble.empty(), 0, current, examples, reason);
    }

    /// A share against the greatest share that is allowed, by Clopper–Pearson limits of error `level` on each side.
    ///
    /// A limit of 0 allows nothing: one case fails, none passes.
    static QualityFinding againstLimit(
            QualityCheck check,
            long cases,
            long of,
            double limit,
            DecisionRule rule,
            List<String> examples,
            String what) {
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("limit " + limit + " is not in [0, 1]");
        }
        if (of == 0) {
            return cannotJudge(check, 0, 0, "the current window is empty");
        }
        double share = (double) cases / of;
        if (limit == 0) {
            return decided(
                    check,
                    cases > 0 ? Outcome.FAIL : Outcome.PASS,
                    share,
                    limit,
                    of,
                    examples,
                    counted(cases, of, what));
        }
        double confidence = Math.max(1 - 2 * rule.level(), 1e-9);
        Interval interval = ProportionInterval.CLOPPER_PEARSON.of((double) cases, (double) of, confidence);
        Outcome verdict = interval.lower() > limit
                ? Outcome.FAIL
                : interval.upper() <= limit ? Outcome.PASS : Outcome.INCONCLUSIVE;
        String bounds = ", that is between " + rounded(interval.lower()) + " and " + rounded(interval.upper())
                + "; allowed " + limit;
        return decided(check, verdict, share, limit, of, examples, counted(cases, of, what) + bounds);
    }

    static String counted(long cases, long of, String what) {
        return cases + " of " + of + " observations " + what;
    }

    static double rounded(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        double scale = Math.pow(10, 3 - Math.ceil(Math.log10(Math.abs(x))));
        return Math.round(x * scale) / scale;
    }
}
