package org.vigie.drift.hypothesis;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftResult;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.NumericWindow;

/// Brunner–Munzel test: is a current value as likely larger as smaller than a reference one, even if the spread of
/// the windows differs?
///
/// ## Definition
///
/// ```text
/// W = n m (R̄c − R̄r) / ((n + m) √(n Sr + m Sc))
///
/// R̄r, R̄c   mean rank in both windows together, of the reference and of the current observations
/// Sr, Sc   variance of the placements: how many of the other window's observations lie below each
/// ```
///
/// ## Unit and range
///
/// Dimensionless, any number; positive when current values tend to be larger.
///
/// ## Reading the value
///
/// The effect size is the probability of superiority, as for [MannWhitneyTest]. That test asks whether the
/// windows are alike and may alarm, or stay silent, for a difference of spread; this one does not.
///
/// ## P-value
///
/// Two-sided, from Student's t with Satterthwaite's degrees of freedom \[1]; a little too small below 10
/// observations. Where the placements have no variance W is not defined: if all observations are equal p is 1, if
/// the windows do not overlap it is the exact probability of that, `2 / C(n + m, n)`.
///
/// ## Where this differs from other tools
///
/// SciPy answers `±∞` and `NaN` for windows that do not overlap.
///
/// ## Sources
///
/// 1. Brunner, E., & Munzel, U. (2000). *The nonparametric Behrens–Fisher problem: asymptotic theory and a
///    small-sample approximation.* Biometrical Journal 42(1), 17–25.
///    doi:10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U
public final class BrunnerMunzelTest {

    public static final String NAME = "Brunner–Munzel W";

    private BrunnerMunzelTest() {}

    /// The statistic W; absent when the placements have no variance, or a window has one observation only.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static OptionalDouble statistic(NumericWindow reference, NumericWindow current) {
        RankSums sums = RankSums.of(reference, current);
        double n = sums.n();
        double m = sums.m();
        double spread = spread(sums);
        if (n < 2 || m < 2 || !(spread > 0)) {
            return OptionalDouble.empty();
        }
        // the difference of mean ranks is (n + m)/(n m) · (n m / 2 − U)
        return OptionalDouble.of((n * m / 2 - sums.u()) / Math.sqrt(spread));
    }

    /// @throws IllegalArgumentException if a window is empty
    public static PValue pValue(NumericWindow reference, NumericWindow current) {
        RankSums sums = RankSums.of(reference, current);
        OptionalDouble statistic = statistic(reference, current);
        if (statistic.isEmpty()) {
            boolean apart = sums.u() == 0 || sums.u() == sums.pairs();
            double p = apart ? KolmogorovSmirnovTest.smallestPValue(sums.n(), sums.m()) : 1;
            return new PValue(Math.min(1, p), PValueMethod.EXACT);
        }
        double reference2 = sums.n() * sums.referencePlacements() / (sums.n() - 1);
        double current2 = sums.m() * sums.currentPlacements() / (sums.m() - 1);
        double degrees = (reference2 + current2)
                * (reference2 + current2)
                / (reference2 * reference2 / (sums.n() - 1) + current2 * current2 / (sums.m() - 1));
        double p = 2 * TDistribution.of(degrees).survivalProbability(Math.abs(statistic.getAsDouble()));
        return new PValue(Math.min(1, p), PValueMethod.LIMIT);
    }

    /// The test with its verdict; the value is 0 where W is not defined because all observations are equal.
    public static DriftResult test(NumericWindow reference, NumericWindow current, DecisionRule rule) {
        WindowSizes sizes = WindowSizes.of(reference, current);
        Optional<DriftVerdict> tooLittle = rule.onTooLittleData(sizes)
                .or(() -> KolmogorovSmirnovTest.levelOutOfReach(reference.size(), current.size(), rule.level()));
        if (tooLittle.isPresent()) {
            return DriftResult.inconclusive(NAME, tooLittle.get(), sizes, rule);
        }
        PValue pValue = pValue(reference, current);
        OptionalDouble value = statistic(reference, current);
        DriftResult result = DriftResult.of(
                NAME,
                value.orElse(0),
                pValue,
                Optional.of(MannWhitneyTest.probabilityOfSuperiority(reference, current)),
                sizes,
                rule,
                OptionalDouble.empty());
        return value.isPresent() || pValue.value() == 1 ? result : Undefined.valueOf(result);
    }

    /// `n Sr + m Sc`, in which rounding must not pass for variance.
    private static double spread(RankSums sums) {
        double spread = sums.n() * sums.referencePlacements() / Math.max(1, sums.n() - 1)
                + sums.m() * sums.currentPlacements() / Math.max(1, sums.m() - 1);
        return spread > 1e-9 ? spread : 0;
    }
}
