package org.vigie.drift.profile;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.drift.hypothesis.ChiSquareHomogeneityTest;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// Univariate drift between two profiles, without the rows they came from.
///
/// ## Numbers: Kolmogorov–Smirnov
///
/// With the rank errors `ε₁`, `ε₂` of the profiles, the D of the data lies in
///
/// ```text
/// [D̂ − ε₁ − ε₂,  D̂ + ε₁ + ε₂]
/// ```
///
/// for certain. Drift is claimed from the lower bound, stability from the upper; in between the verdict is
/// inconclusive and says that the summaries are too coarse. The p-value of a bound is Kolmogorov's law
/// at `√N·D + 1/(6√N)`, `N = n·m / (n + m)` \[1]. Profiles that are exact and not too large are compared
/// like the windows themselves, with [KolmogorovSmirnovTest].
///
/// ## Categories: χ² of homogeneity
///
/// Exact profiles are compared like the windows themselves. Where rare categories were left out, those
/// and all categories that only one profile lists are compared as one. Counts from a sketch are no
/// basis for χ²: inconclusive.
///
/// ## Where this differs from the usual comparison
///
/// A p-value from the full number of rows on a sketch whose error exceeds the critical value is noise: at
/// ten million rows the 5 % critical value of D is 0.0006, the error of a KLL sketch of the usual size
/// several times that.
///
/// ## Sources
///
/// 1. Maag, U. R., & Dicaire, G. (1971). *On Kolmogorov–Smirnov type one-sample statistics.* Biometrika
///    58(3), 653–656. doi:10.1093/biomet/58.3.653
public final class ProfileComparison {

    private static final long COMPARED_AS_WINDOWS = 4_000_000;

    /// No label that can be observed.
    private static final String OTHERS = "\u0000";

    private ProfileComparison() {}

    /// Kolmogorov–Smirnov with its verdict.
    public static ProfileDrift kolmogorovSmirnov(NumericProfile reference, NumericProfile current, DecisionRule rule) {
        WindowSizes sizes = new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes);
        if (tooLittle.isPresent()) {
            return undecided(sizes, rule, tooLittle.get());
        }
        SketchedValue d = ProfileDistance.kolmogorovSmirnov(reference, current);
        if (d.isExact() && reference.size() + current.size() <= COMPARED_AS_WINDOWS) {
            DriftResult result = KolmogorovSmirnovTest.test(window(reference), window(current), rule);
            return new ProfileDrift(
                    result.value().isPresent() ? Optional.of(d) : Optional.empty(),
                    result.pValue(),
                    result.pValue(),
                    sizes,
                    rule.level(),
                    result.verdict());
        }
        double most = survival(d.lower(), sizes);
        double least = survival(d.upper(), sizes);
        DriftVerdict verdict;
        if (most <= rule.level()) {
            verdict = DriftVerdict.of(most, rule.level());
        } else if (least > rule.level()) {
            verdict = DriftVerdict.of(least, rule.level());
        } else {
            verdict = new DriftVerdict.Inconclusive(
                    "the summaries are too coarse: D lies between " + d.lower() + " and " + d.upper()
                            + ", its p-value between " + least + " and " + most,
                    Math.min(sizes.reference(), sizes.current()),
                    rule.minimumObservations());
        }
        return new ProfileDrift(
                Optional.of(d), OptionalDouble.of(least), OptionalDouble.of(most), sizes, rule.level(), verdict);
    }

    /// χ² of homogeneity with its verdict.
    public static DriftResult chiSquare(CategoricalProfile reference, CategoricalProfile current, DecisionRule rule) {
        var sizes = new WindowSizes(reference.size(), current.size(), reference.missing(), current.missing());
        if (reference.error() > 0 || current.error() > 0) {
            var verdict = new DriftVerdict.Inconclusive(
                    "the summaries are too coarse: counts are known to within " + reference.error() + " and "
                            + current.error(),
                    Math.min(sizes.reference(), sizes.current()),
                    rule.minimumObservations());
            return DriftResult.inconclusive(ChiSquareHomogeneityTest.NAME, verdict, sizes, rule);
        }
        return ChiSquareHomogeneityTest.test(window(reference, current), window(current, reference), rule);
    }

    /// χ² of homogeneity of missing and present values.
    public static DriftResult missing(NumericProfile reference, NumericProfile current, DecisionRule rule) {
        return ChiSquareHomogeneityTest.test(presence(reference), presence(current), rule);
    }

    private static ProfileDrift undecided(WindowSizes sizes, DecisionRule rule, DriftVerdict verdict) {
        return new ProfileDrift(
                Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), sizes, rule.level(), verdict);
    }

    private static CategoricalWindow presence(NumericProfile profile) {
        var counts = new TreeMap<String, Long>();
        counts.put("missing", profile.missing());
        counts.put("present", profile.size());
        return new CategoricalWindow(counts, 0);
    }

    private static NumericWindow window(NumericProfile profile) {
        RankSummary ranks = profile.ranks();
        double[] values = new double[(int) profile.size()];
        int at = 0;
        for (int point = 0; point < ranks.points(); point++) {
            while (at < ranks.upTo(point)) {
                values[at++] = ranks.value(point);
            }
        }
        return NumericWindow.of(values);
    }

    /// What `profile` lists, whatever the other leaves out put together.
    private static CategoricalWindow window(CategoricalProfile profile, CategoricalProfile other) {
        boolean pooled = profile.suppressed() > 0 || other.suppressed() > 0;
        var counts = new TreeMap<String, Long>();
        counts.put(OTHERS, profile.suppressed());
        profile.counts()
                .forEach((label, count) ->
                        counts.merge(pooled && !other.counts().containsKey(label) ? OTHERS : label, count, Long::sum));
        return new CategoricalWindow(counts, profile.missing());
    }

    /// `P(√N·D ≥ t)` at `t = √N·d + 1/(6√N)`.
    static double survival(double d, WindowSizes sizes) {
        double root = Math.sqrt(
                (double) sizes.reference() / ((double) sizes.reference() + sizes.current()) * sizes.current());
        double t = root * d + 1 / (6 * root);
        if (d <= 0 || t < 0.3) {
            return 1; // 1 to nine digits
        }
        double sum = 0;
        for (int k = 1; k <= 20; k++) {
            double term = Math.exp(-2.0 * k * k * t * t);
            sum += k % 2 == 1 ? term : -term;
        }
        return Math.clamp(2 * sum, 0.0, 1.0);
    }
}
