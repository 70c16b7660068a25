package org.vigie.drift.multivariate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.drift.hypothesis.KolmogorovSmirnovTest;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.EffectSize;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.FeatureWindow;
import org.vigie.drift.window.NumericWindow;

/// Do cases still lie near the principal components of the reference: have the ways in which dimensions vary
/// together changed?
///
/// ## Definition
///
/// A random half of the reference gives each dimension's mean and standard deviation and the components that hold
/// [#SHARE] of the variance. Of the other half and of the current window, each case has the error
///
/// ```text
/// e = ‖z − ẑ‖ / √d     z standardised case, ẑ its projection on the components, d dimensions that vary
/// ```
///
/// and the errors of the two are compared by [KolmogorovSmirnovTest], in either direction.
///
/// ## Unit and range
///
/// The statistic is the largest difference D of the two cumulative shares, in `[0, 1]`. The effect is the
/// change of the mean error, in standard deviations of a dimension.
///
/// ## Reading the value
///
/// Neither sample of errors had a part in fitting, so that the level holds at any size. A shift along the
/// components is not seen: that is what the components reconstruct.
///
/// ## Where this differs from the usual formula
///
/// Other tools compare the mean error of the data the components were fitted to with that of new data, which
/// reconstruct worse even when nothing drifted. Errors are rounded to [#FLOOR] standard deviations, so that
/// rounding noise is no drift when the components keep everything.
///
/// ## Sources
///
/// 1. Jackson, J. E., & Mudholkar, G. S. (1979). *Control procedures for residuals associated with principal
///    component analysis.* Technometrics 21(3), 341–349. doi:10.1080/00401706.1979.10489779
public final class ReconstructionErrorTest {

    public static final String NAME = "Kolmogorov–Smirnov D of reconstruction errors";

    /// Share of the variance that the components hold at least, unless stated otherwise.
    public static final double SHARE = 0.65;

    /// Errors closer than this are the same.
    public static final double FLOOR = 1e-5;

    private static final int MOST_FITTED = 20_000;

    private ReconstructionErrorTest() {}

    /// The test with components that hold [#SHARE] of the variance.
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, DecisionRule rule) {
        return test(reference, current, SHARE, rule);
    }

    /// The test with its verdict. Each half of the reference needs as many cases as the rule asks of a window.
    ///
    /// @throws IllegalArgumentException if `share` is not in (0, 1]
    public static DriftResult test(FeatureWindow reference, FeatureWindow current, double share, DecisionRule rule) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " is not in (0, 1]");
        }
        WindowSizes sizes = WindowSizes.of(reference, current);
        int half = reference.size() / 2;
        Optional<DriftVerdict> refusal = Refusal.of(reference, current, rule, 2)
                .or(() -> rule.onTooLittleData(
                        new WindowSizes(half, sizes.current(), sizes.missingReference(), sizes.missingCurrent())));
        if (refusal.isPresent()) {
            return DriftResult.inconclusive(NAME, refusal.get(), sizes, rule);
        }
        int[] order = new CaseDraws(reference.size(), reference.size(), rule.seed()).draw(0);
        int[] fitted = IntStream.of(order).limit(Math.min(half, MOST_FITTED)).toArray();
        int[] held = IntStream.of(order).skip(half).toArray();
        var errors = ReconstructionErrors.fit(reference, fitted, share);
        if (errors.isEmpty()) {
            var verdict = new DriftVerdict.Inconclusive("no dimension of the reference varies", 0, 1);
            return DriftResult.inconclusive(NAME, verdict, sizes, rule);
        }
        double[] before = errors.get().of(reference, held);
        double[] now =
                errors.get().of(current, IntStream.range(0, current.size()).toArray());
        var used = new WindowSizes(held.length, sizes.current(), sizes.missingReference(), sizes.missingCurrent());
        DriftResult result = KolmogorovSmirnovTest.test(NumericWindow.of(before), NumericWindow.of(now), rule);
        if (result.value().isEmpty()) {
            return DriftResult.inconclusive(NAME, result.verdict(), used, rule);
        }
        var effect = new EffectSize(
                "change of the mean reconstruction error",
                mean(now) - mean(before),
                "in standard deviations of a dimension; the reference's mean error is "
                        + Math.round(mean(before) * 1e4) / 1e4 + " with "
                        + errors.get().components() + " components of "
                        + reference.dimensions() + " dimensions, fitted to " + fitted.length + " other cases");
        return new DriftResult(
                NAME,
                result.value(),
                result.pValue(),
                result.method(),
                Optional.of(effect),
                used,
                rule.level(),
                OptionalDouble.empty(),
                result.verdict());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
