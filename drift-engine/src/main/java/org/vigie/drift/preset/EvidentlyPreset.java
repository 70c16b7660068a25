package org.vigie.drift.preset;

import java.util.Map;
import org.vigie.drift.verdict.WindowSizes;
import org.vigie.drift.window.CategoricalWindow;
import org.vigie.drift.window.NumericWindow;

/// What Evidently 0.7 says about two windows: its choice of method, its bins, its thresholds, its numbers.
///
/// ## Choice of method
///
/// By the number of rows of the reference and the number of different values in both windows; the current window's
/// size plays no part.
///
/// ```text
/// reference rows   numeric, > 5 values            3–5 values       ≤ 2 values       categorical: > 2   ≤ 2
/// ≤ 1000           KS, p < 0.05                   χ², p < 0.05     Z, p < 0.05      χ²                 Z
/// > 1000           Wasserstein / sd ≥ 0.1         Jensen–Shannon distance ≥ 0.1 (natural logarithm) for all others
/// ```
///
/// ## Where it misleads
///
/// A distance is compared with a constant although its value without drift depends on the size of the windows. With
/// nothing changed, one numeric column and 2,000 reference rows it reports drift in 100 / 97 / 75 / 36 / 7 % of
/// checks at 30 / 50 / 100 / 200 / 500 current rows. Its χ² takes the reference as exact: 77 % of checks at 20
/// categories, 500 against 500. One category unseen in the reference gives p = 0. Bins cover both windows, so a
/// single far value hides everything else. A scale below 0.001 hides any change from the Wasserstein score.
/// Mann–Whitney is one-sided. Use it to compare, not to decide.
///
/// Where Evidently raises an exception or answers `NaN`, the verdict is [PresetVerdict.Inconclusive] with the reason.
/// `docs/statistics/differences.md` lists where the numbers differ.
///
/// ## Source
///
/// Evidently 0.7.21, `legacy/calculations/stattests` and `legacy/calculations/data_drift`.
public final class EvidentlyPreset {

    /// Share of drifted columns from which a table counts as drifted.
    public static final double DRIFT_SHARE = 0.5;

    private static final int MOST_ROWS_FOR_TESTS = 1000;
    private static final int MOST_VALUES_OF_A_CODE = 5;
    private static final int MOST_ROWS_FOR_KERNELS = 20_000;

    private EvidentlyPreset() {}

    /// The method it chooses for a numeric column.
    public static EvidentlyMethod method(NumericWindow reference, NumericWindow current) {
        int values = Tally.of(reference, current).size();
        if (values <= MOST_VALUES_OF_A_CODE) {
            return methodForCodes(reference.size(), values);
        }
        return reference.size() <= MOST_ROWS_FOR_TESTS
                ? EvidentlyMethod.KOLMOGOROV_SMIRNOV
                : EvidentlyMethod.WASSERSTEIN;
    }

    /// The method it chooses for a categorical column.
    public static EvidentlyMethod method(CategoricalWindow reference, CategoricalWindow current) {
        return methodForCodes(reference.size(), Tally.of(reference, current).size());
    }

    /// A numeric column by the method it chooses.
    public static EvidentlyFinding column(NumericWindow reference, NumericWindow current) {
        return column(method(reference, current), reference, current);
    }

    /// A categorical column by the method it chooses.
    public static EvidentlyFinding column(CategoricalWindow reference, CategoricalWindow current) {
        return column(method(reference, current), reference, current);
    }

    /// A numeric column by a given method with its default threshold.
    public static EvidentlyFinding column(EvidentlyMethod method, NumericWindow reference, NumericWindow current) {
        return EvidentlyFinding.of(method, score(method, reference, current), method.threshold());
    }

    /// A categorical column by a given method with its default threshold.
    public static EvidentlyFinding column(
            EvidentlyMethod method, CategoricalWindow reference, CategoricalWindow current) {
        return EvidentlyFinding.of(method, score(method, reference, current), method.threshold());
    }

    /// The table: drift when at least half of the columns drifted.
    public static EvidentlyTable table(Map<String, EvidentlyFinding> columns) {
        return table(columns, DRIFT_SHARE);
    }

    /// The table, with another share of drifted columns.
    ///
    /// @throws IllegalArgumentException if the share is not in [0, 1]
    public static EvidentlyTable table(Map<String, EvidentlyFinding> columns, double driftShare) {
        if (!(driftShare >= 0 && driftShare <= 1)) {
            throw new IllegalArgumentException("driftShare " + driftShare + " is not in [0, 1]");
        }
        return EvidentlyTable.of(columns, driftShare);
    }

    /// Total variation distance of two categorical windows, the statistic of its `TVD` test.
    ///
    /// @throws IllegalArgumentException if a window is empty
    public static double totalVariation(CategoricalWindow reference, CategoricalWindow current) {
        if (reference.size() == 0 || current.size() == 0) {
            throw new IllegalArgumentException("window is empty");
        }
        return Tally.of(reference, current).shares().totalVariation();
    }

    /// Squared maximum mean discrepancy of two numeric windows, the statistic of its `empirical_mmd` test: the kernel
    /// `exp(−(x − y)² / 2σ²)`, σ² half the median of all squared differences within the reference, or 1/2 when that
    /// is 0. The unbiased estimate, so it may be negative. Takes `(n + m)²` steps.
    ///
    /// @throws IllegalArgumentException if a window has fewer than 2 or more than 20,000 observations
    public static double maximumMeanDiscrepancy(NumericWindow reference, NumericWindow current) {
        for (int size : new int[] {reference.size(), current.size()}) {
            if (size < 2 || size > MOST_ROWS_FOR_KERNELS) {
                throw new IllegalArgumentException(
                        size + " observations are not in [2, " + MOST_ROWS_FOR_KERNELS + "]");
            }
        }
        return ScalarKernel.medianOf(reference).discrepancy(reference, current);
    }

    private static EvidentlyMethod methodForCodes(long referenceRows, int values) {
        if (referenceRows > MOST_ROWS_FOR_TESTS) {
            return EvidentlyMethod.JENSEN_SHANNON;
        }
        return values > 2 ? EvidentlyMethod.CHI_SQUARE : EvidentlyMethod.Z_TEST;
    }

    private static Score score(EvidentlyMethod method, NumericWindow reference, NumericWindow current) {
        return EvidentlyScores.onEmpty(WindowSizes.of(reference, current)).orElseGet(() -> {
            Tally tally = Tally.of(reference, current);
            return switch (method) {
                case KOLMOGOROV_SMIRNOV -> Score.of(EvidentlyTests.kolmogorovSmirnov(tally, reference, current));
                case WASSERSTEIN -> Score.of(EvidentlyScores.wasserstein(tally, reference));
                case ENERGY_DISTANCE -> Score.of(EvidentlyScores.energy(tally));
                case JENSEN_SHANNON ->
                    Score.of(EvidentlyScores.binned(tally, reference, current).jensenShannon());
                case KULLBACK_LEIBLER ->
                    Score.of(EvidentlyScores.binned(tally, reference, current)
                            .withoutZeros()
                            .kullbackLeibler());
                case POPULATION_STABILITY ->
                    Score.of(EvidentlyScores.binned(tally, reference, current)
                            .withoutZeros()
                            .stabilityIndex());
                case HELLINGER -> Score.of(EvidentlyScores.hellinger(tally, reference, current));
                case ANDERSON_DARLING -> AndersonDarlingScore.of(tally);
                case CRAMER_VON_MISES -> CramerVonMisesScore.of(tally);
                case EPPS_SINGLETON -> EppsSingletonScore.of(reference, current);
                case MANN_WHITNEY -> Score.of(EvidentlyTests.mannWhitney(tally, reference, current));
                case T_TEST -> EvidentlyTests.student(reference, current);
                case CHI_SQUARE -> EvidentlyTests.chiSquare(tally);
                case Z_TEST -> Score.of(EvidentlyTests.proportions(tally));
                case G_TEST -> EvidentlyTests.logLikelihood(tally);
                case FISHER_EXACT -> EvidentlyTests.fisher(tally);
            };
        });
    }

    private static Score score(EvidentlyMethod method, CategoricalWindow reference, CategoricalWindow current) {
        return EvidentlyScores.onEmpty(WindowSizes.of(reference, current)).orElseGet(() -> {
            Tally tally = Tally.of(reference, current);
            return switch (method) {
                case JENSEN_SHANNON -> Score.of(tally.shares().jensenShannon());
                case KULLBACK_LEIBLER -> Score.of(tally.shares().withoutZeros().kullbackLeibler());
                case POPULATION_STABILITY ->
                    Score.of(tally.shares().withoutZeros().stabilityIndex());
                case HELLINGER -> Score.of(tally.shares().hellingerByAffinity());
                case CHI_SQUARE -> EvidentlyTests.chiSquare(tally);
                case Z_TEST -> Score.of(EvidentlyTests.proportions(tally));
                case G_TEST -> EvidentlyTests.logLikelihood(tally);
                case FISHER_EXACT -> EvidentlyTests.fisher(tally);
                case KOLMOGOROV_SMIRNOV,
                        WASSERSTEIN,
                        ENERGY_DISTANCE,
                        ANDERSON_DARLING,
                        CRAMER_VON_MISES,
                        EPPS_SINGLETON,
                        MANN_WHITNEY,
                        T_TEST -> new Score.Undefined("'" + method.key() + "' needs numbers");
            };
        });
    }
}
