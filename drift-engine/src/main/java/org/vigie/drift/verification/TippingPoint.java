package org.vigie.drift.verification;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.verdict.ThresholdVerdict.Outcome;

/// What the unverified cases would have to be for the verdict on a threshold to turn.
///
/// ## Definition
///
/// For sensitivity: of the `u` unverified cases with a negative decision, `k` are supposed to have the condition; the
/// unverified with a positive decision have it as often as the verified ones. For each `k` the sensitivity of all cases
/// has a Wilson interval and so a verdict. The tipping points are the nearest `k` on either side of the rate seen among
/// the verified at which the verdict is another. For specificity the same with decisions and conditions exchanged.
///
/// ## Reading the value
///
/// No assumption on why cases were verified goes into it. A verdict that turns when 3 of 900 unverified cases have the
/// condition is not one to rely on; a verdict that never turns does not depend on verification at all.
///
/// ## Where this differs from the usual formula
///
/// The literature moves an odds ratio or a log-odds offset; a number of cases is what a reader can judge.
///
/// ## Sources
///
/// 1. Kosinski, A. S., & Barnhart, H. X. (2003). *A global sensitivity analysis of performance of a medical diagnostic
///    test when verification bias is present.* Statistics in Medicine 22(17), 2711–2721. doi:10.1002/sim.1517
///
/// @param quantity `sensitivity` or `specificity`
/// @param minimum the least it may be
/// @param verdict at the rate seen among the verified cases
/// @param unverified cases whose truth decides
/// @param expected of them wrongly decided, at the rate among the verified; absent when none was verified
/// @param worsensFrom wrongly decided cases from which the verdict is worse; absent when it cannot get worse
/// @param improvesUpTo wrongly decided cases up to which the verdict is better; absent when it cannot get better
/// @param withoutAssumption the least and the most the quantity can be, whatever the unverified cases are;
///     its confidence is that of the verdict's interval and plays no part in it
public record TippingPoint(
        String quantity,
        double minimum,
        Outcome verdict,
        long unverified,
        OptionalDouble expected,
        OptionalLong worsensFrom,
        OptionalLong improvesUpTo,
        Interval withoutAssumption) {

    /// @throws IllegalArgumentException if a count is negative, `minimum` is not in [0, 1], or `confidence` not in (0,
    /// 1)
    public static TippingPoint ofSensitivity(
            VerificationStratum positive, VerificationStratum negative, double minimum, double confidence) {
        return of(
                "sensitivity",
                new Side(positive.withCondition(), positive.withoutCondition(), positive.unverified()),
                new Side(negative.withCondition(), negative.withoutCondition(), negative.unverified()),
                minimum,
                confidence);
    }

    /// @throws IllegalArgumentException if a count is negative, `minimum` is not in [0, 1], or `confidence` not in (0,
    /// 1)
    public static TippingPoint ofSpecificity(
            VerificationStratum positive, VerificationStratum negative, double minimum, double confidence) {
        return of(
                "specificity",
                new Side(negative.withoutCondition(), negative.withCondition(), negative.unverified()),
                new Side(positive.withoutCondition(), positive.withCondition(), positive.unverified()),
                minimum,
                confidence);
    }

    /// One sentence for the reader of a report.
    public String sentence() {
        String outcome = verdict.name().toLowerCase(Locale.ROOT);
        String unknown = unverified + " unverified cases";
        if (worsensFrom.isEmpty() && improvesUpTo.isEmpty()) {
            return "The verdict on " + quantity + " stays '" + outcome + "' whatever the " + unknown + " are.";
        }
        String seen = expected.isPresent()
                ? String.format(Locale.ROOT, "; %.1f are expected at the rate of the verified", expected.getAsDouble())
                : "";
        String worse = worsensFrom.isPresent()
                ? " gets worse if " + worsensFrom.getAsLong() + " or more of the " + unknown + " were decided wrongly"
                : "";
        String better = improvesUpTo.isPresent()
                ? (worse.isEmpty() ? "" : " and") + " gets better if at most " + improvesUpTo.getAsLong() + " of the "
                        + unknown + " were decided wrongly"
                : "";
        return "The verdict on " + quantity + " ('" + outcome + "')" + worse + better + seen + ".";
    }

    /// Verified cases of one decision that belong to the group the quantity is of, those that do not, and the rest.
    private record Side(long members, long others, long unverified) {
        OptionalDouble rate() {
            return members + others == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) members / (members + others));
        }
    }

    private static TippingPoint of(String quantity, Side right, Side wrong, double minimum, double confidence) {
        if (!(minimum >= 0 && minimum <= 1)) {
            throw new IllegalArgumentException("minimum " + minimum + " is not in [0, 1]");
        }
        Interval.requireConfidence(confidence);
        // nobody verified among the rightly decided: none of the unverified is counted in favour
        double rightly = right.members() + right.rate().orElse(0) * right.unverified();
        LongFunction<Outcome> outcome = k -> outcome(rightly, (double) wrong.members() + k, minimum, confidence);
        OptionalDouble expected = wrong.rate().isPresent()
                ? OptionalDouble.of(wrong.rate().getAsDouble() * wrong.unverified())
                : OptionalDouble.empty();
        long start = expected.isPresent() ? Math.round(expected.getAsDouble()) : wrong.unverified();
        Outcome verdict = outcome.apply(start);
        return new TippingPoint(
                quantity,
                minimum,
                verdict,
                wrong.unverified(),
                expected,
                first(start, wrong.unverified(), verdict, outcome),
                last(start, verdict, outcome),
                new Interval(
                        share((double) right.members(), (double) wrong.members() + wrong.unverified()),
                        share((double) right.members() + right.unverified(), (double) wrong.members()),
                        confidence));
    }

    /// The verdict only gets worse with every case more, so bisection finds where.
    private static OptionalLong first(long start, long end, Outcome verdict, LongFunction<Outcome> outcome) {
        if (outcome.apply(end) == verdict) {
            return OptionalLong.empty();
        }
        long low = start;
        long high = end;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (outcome.apply(middle) == verdict) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(high);
    }

    private static OptionalLong last(long start, Outcome verdict, LongFunction<Outcome> outcome) {
        if (outcome.apply(0) == verdict) {
            return OptionalLong.empty();
        }
        long low = 0;
        long high = start;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (outcome.apply(middle) == verdict) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalLong.of(low);
    }

    private static Outcome outcome(double right, double wrong, double minimum, double confidence) {
        if (right + wrong == 0) {
            return Outcome.INCONCLUSIVE;
        }
        Interval interval = ProportionInterval.WILSON.of(right, right + wrong, confidence);
        if (interval.lower() >= minimum) {
            return Outcome.PASS;
        }
        return interval.upper() < minimum ? Outcome.FAIL : Outcome.INCONCLUSIVE;
    }

    private static double share(double right, double wrong) {
        return right == 0 ? 0 : right / (right + wrong);
    }
}
