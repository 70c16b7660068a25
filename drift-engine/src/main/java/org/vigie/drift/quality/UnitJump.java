package org.vigie.drift.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.window.NumericWindow;

/// Values that arrive in another unit: all of them, or those of one sender.
///
/// ## Definition
///
/// With a factor `f` among 10, 100, 1000 and their inverses, and values greater than 0 only:
///
/// **All jumped.** The Kolmogorov–Smirnov test tells the windows apart, dividing the current values by
/// `f` at least halves D, and the medians differ by `f` to within a factor 1.6.
///
/// **A part jumped.** More current values lie beyond the reference than chance explains, and divided by `f`
/// those values look like the reference values that would have come to lie there, and the whole window like the
/// reference. With the `r = ⌊n/200⌋` most extreme reference values set aside on each side,
///
/// ```text
/// P(K ≥ k) = P(at most r reference values among k + r drawn from all n + m without replacement)
/// ```
///
/// The p-value is the smallest of these after Bonferroni's correction (half of the level for the first,
/// a quarter for each side of the second), so no change is called a jump more often than the level says.
///
/// ## Unit and range
///
/// The value is the factor (100 when 1.98 arrives as 198), or 1 when none is suspected.
///
/// ## Reading the value
///
/// A suspicion with a name: somebody should look at the sender's unit before anything else is
/// concluded. A jump within a reference that itself spans more than the factor cannot be seen.
///
/// ## Where this differs from the usual check
///
/// Range checks say that values are outside, drift tests that something moved. This says by what, and also
/// when only 5 % of the values jumped.
public final class UnitJump {

    private static final double[] FACTORS = {10, 100, 1000, 0.1, 0.01, 0.001};
    private static final double SAME = Math.log(1.6);
    private static final double POSITIVE_SHARE = 0.95;

    private UnitJump() {}

    /// @param current in the order observed; `NaN` is missing, values not above 0 are left out
    public static QualityFinding test(NumericWindow reference, double[] current, DecisionRule rule) {
        NumericWindow before = NumericWindow.of(positive(reference.sorted()));
        NumericWindow now = NumericWindow.of(positive(Infinities.observations(current)));
        int n = before.size();
        int m = now.size();
        if (Math.min(n, m) < rule.minimumObservations() || n < POSITIVE_SHARE * reference.size()) {
            return Findings.cannotJudge(
                    QualityCheck.UNIT_JUMP,
                    n,
                    m,
                    n + " of " + reference.size() + " reference values and " + m
                            + " current values are above 0; at least " + rule.minimumObservations()
                            + " and 95 % of the reference are required");
        }
        Optional<Jump> whole = whole(before, now);
        Optional<Jump> part = Optional.empty();
        for (double factor : FACTORS) {
            Optional<Jump> candidate = part(before, current, m, factor);
            if (candidate.isPresent()
                    && (part.isEmpty() || candidate.get().explained.length > part.get().explained.length)) {
                part = candidate;
            }
        }
        Jump jump = Stream.concat(whole.stream(), part.stream())
                .min(Comparator.comparingDouble(Jump::pValue))
                .orElse(new Jump(1, 1, new int[0]));
        String share = jump.explained.length == 0
                ? ""
                : ": "
                        + Findings.counted(
                                jump.explained.length, m, "lie beyond the reference and fit it when rescaled");
        String reason = jump.factor == 1 ? "no factor fits" : "unit shift " + name(jump.factor) + " suspected" + share;
        List<String> examples = jump.factor == 1 ? List.of() : examples(jump);
        return Findings.tested(QualityCheck.UNIT_JUMP, jump.factor, jump.pValue, rule, n, m, examples, reason);
    }

    private static List<String> examples(Jump jump) {
        return jump.explained.length == 0 ? List.of(name(jump.factor)) : Positions.of(jump.explained);
    }

    /// `×100` or `÷100`.
    static String name(double factor) {
        return factor >= 1 ? "×" + Math.round(factor) : "÷" + Math.round(1 / factor);
    }

    private record Jump(double factor, double pValue, int[] explained) {}

    private static Optional<Jump> whole(NumericWindow before, NumericWindow now) {
        double moved = Math.log(now.quantile(0.5) / before.quantile(0.5));
        for (double factor : FACTORS) {
            if (Math.abs(moved - Math.log(factor)) <= SAME) {
                NumericWindow back = divided(now.sorted(), factor);
                double d = KolmogorovSmirnovTest.statistic(before, now);
                if (KolmogorovSmirnovTest.statistic(before, back) <= d / 2) {
                    double p = KolmogorovSmirnovTest.pValue(before, now).value();
                    return Optional.of(new Jump(factor, Math.min(1, 2 * p), new int[0]));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Jump> part(NumericWindow before, double[] current, int m, double factor) {
        int n = before.size();
        int aside = n / 200;
        double edge = before.get(factor > 1 ? n - 1 - aside : aside);
        int[] beyond = IntStream.range(0, current.length)
                .filter(i -> current[i] > 0 && current[i] <= Infinities.LARGEST)
                .filter(i -> factor > 1 ? current[i] > edge : current[i] < edge)
                .toArray();
        double lowest = before.get(aside);
        double highest = before.get(n - 1 - aside);
        int[] explained = IntStream.of(beyond)
                .filter(i -> current[i] / factor >= lowest && current[i] / factor <= highest)
                .toArray();
        if (explained.length == 0) {
            return Optional.empty();
        }
        NumericWindow back =
                divided(IntStream.of(explained).mapToDouble(i -> current[i]).toArray(), factor);
        NumericWindow wouldLieThere = NumericWindow.of(Arrays.stream(before.sorted())
                .filter(x -> factor > 1 ? x > edge / factor : x < edge / factor)
                .toArray());
        double tolerated = Math.max(0.3, 1.63 / Math.sqrt(explained.length)); // 1 % point of Kolmogorov's law
        if (wouldLieThere.isEmpty() || KolmogorovSmirnovTest.statistic(wouldLieThere, back) > tolerated) {
            return Optional.empty();
        }
        if (!fitsOnceRestored(before, current, explained, factor)) {
            return Optional.empty();
        }
        double p = OutOfRange.beyond(n, m, explained.length, aside + 1);
        return Optional.of(new Jump(factor, Math.min(1, 4 * p), explained));
    }

    /// With those values rescaled the whole window must look like the reference, or something else moved.
    private static boolean fitsOnceRestored(NumericWindow before, double[] current, int[] explained, double factor) {
        double[] restored = current.clone();
        for (int i : explained) {
            restored[i] = current[i] / factor;
        }
        NumericWindow now = NumericWindow.of(positive(Infinities.observations(restored)));
        double chance = 1.63 * Math.sqrt(1.0 / before.size() + 1.0 / now.size()); // 1 % point of Kolmogorov's law
        return KolmogorovSmirnovTest.statistic(before, now) <= Math.max(0.1, chance);
    }

    private static NumericWindow divided(double[] values, double factor) {
        return NumericWindow.of(Arrays.stream(values).map(x -> x / factor).toArray());
    }

    private static double[] positive(double[] values) {
        return Arrays.stream(values).filter(x -> x > 0).toArray();
    }
}
