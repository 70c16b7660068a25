package org.vigie.drift.sequential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Sees a proportion fall below its floor, with an agreed average time until a false alarm that is a theorem.
///
/// ## Definition
///
/// For each alternative `j` with likelihood ratio `Lⱼ` of a batch (see [AlternativeMixture]):
///
/// ```text
/// Shiryaev–Roberts   Mⱼ ← Lⱼ · (Mⱼ + u)         u: what the batch counts, its cases, or 1 for a check
/// CUSUM              Mⱼ ← Lⱼ · max(Mⱼ, 1)
/// alarm when         Σ wⱼ Mⱼ ≥ A + r            A: the agreed run length, r = √A/2: the head start, M = r at first
/// ```
///
/// ## Unit and range
///
/// The statistic is in cases or checks, in `[0, ∞)`; it is kept as logarithms, which stay finite. The state is
/// a handful of numbers that can be stored between two weeks and read back with the same results.
///
/// ## Reading the value
///
/// While the proportion is at or above the floor, the first alarm comes after `A` cases (or checks) on average
/// or later, `E[τ] ≥ A`, whatever the prevalence, the volume of a week and the times of looking; and the
/// probability of an alarm within the first `n` is at most `(n + r)/(A + r)`. Proof: `Σ wⱼ Mⱼ − (all u so far)
/// − r` is a supermartingale below the alarm; at the alarm its first term is at least `A + r` \[1]; the second
/// by Doob's inequality. CUSUM is never above Shiryaev–Roberts, so that it keeps the same promises; it alarms
/// later.
///
/// ## Batches
///
/// Within a batch the order of cases does not matter: all its fresh starts are placed at its beginning. This is valid
/// when the size of the batch does not depend on its outcomes. A batch without cases changes nothing, except that a
/// watch counted in checks has had one check more. Cases entered one by one give the detector of the paper.
///
/// ## Where this differs from the usual formula
///
/// The head start (SR-r \[2]) makes a floor that is missed from the first day visible sooner; threshold and run
/// length account for it. After an alarm the state goes on; use [#restarted] once the alarm is dealt with.
/// Failures may be entered as successes to watch a ceiling instead of a floor: "at most 5 % missing" is "at
/// least 95 % present".
///
/// ## Sources
///
/// 1. Shin, J., Ramdas, A., & Rinaldo, A. (2024). *E-detectors: a nonparametric framework for sequential change
///    detection.* New England Journal of Statistics in Data Science 2(2), 229–260. doi:10.51387/23-NEJSDS51
/// 2. Moustakides, G. V., Polunchenko, A. S., & Tartakovsky, A. G. (2011). *A numerical approach to performance
///    analysis of quickest change-point detection procedures.* Statistica Sinica 21(2), 571–596.
///    doi:10.5705/ss.2011.026a
///
/// @param form how fresh starts are taken in
/// @param against the floor and its alternatives
/// @param runLength agreed average time until a false alarm
/// @param logStatistics `ln Mⱼ`, one for each alternative
/// @param cases entered since the start
/// @param checks entered since the start
public record EDetector(
        Form form,
        AlternativeMixture against,
        RunLength runLength,
        List<Double> logStatistics,
        long cases,
        long checks) {

    private static final double HEAD_START = 0.5;

    /// How fresh starts are taken in.
    public enum Form {
        SHIRYAEV_ROBERTS,
        CUSUM
    }

    /// @throws IllegalArgumentException if there is not one finite statistic for each alternative, or a count is
    /// negative
    public EDetector {
        logStatistics = List.copyOf(logStatistics);
        if (logStatistics.size() != against.alternatives().size()) {
            throw new IllegalArgumentException(logStatistics.size() + " statistics for "
                    + against.alternatives().size() + " alternatives");
        }
        for (double log : logStatistics) {
            if (!Double.isFinite(log)) {
                throw new IllegalArgumentException("statistic " + log + " is not finite");
            }
        }
        if (cases < 0 || checks < 0) {
            throw new IllegalArgumentException(cases + " cases in " + checks + " checks");
        }
    }

    /// The form to use.
    public static EDetector shiryaevRoberts(AlternativeMixture against, RunLength runLength) {
        return start(Form.SHIRYAEV_ROBERTS, against, runLength);
    }

    /// The form with a single best start, for comparison with charts.
    public static EDetector cusum(AlternativeMixture against, RunLength runLength) {
        return start(Form.CUSUM, against, runLength);
    }

    private static EDetector start(Form form, AlternativeMixture against, RunLength runLength) {
        double headStart = Math.log(headStart(runLength));
        // a single best start begins with nothing won and nothing lost
        double log = form == Form.CUSUM ? Math.min(0, headStart) : headStart;
        return new EDetector(
                form,
                against,
                runLength,
                Collections.nCopies(against.alternatives().size(), log),
                0,
                0);
    }

    /// After one case.
    public EDetector after(boolean success) {
        return after(success ? 1 : 0, 1);
    }

    /// After a batch of cases, such as a week's.
    ///
    /// @throws IllegalArgumentException if not `0 ≤ successes ≤ trials`
    public EDetector after(long successes, long trials) {
        Counts.require(successes, trials);
        double starts = runLength.unit() == RunLength.Unit.CHECKS ? 1 : trials;
        List<Double> next = new ArrayList<>(logStatistics.size());
        for (int j = 0; j < logStatistics.size(); j++) {
            next.add(
                    starts == 0
                            ? logStatistics.get(j)
                            : LogEvidence.clamp(fresh(logStatistics.get(j), starts)
                                    + against.logLikelihoodRatio(j, successes, trials - successes)));
        }
        return new EDetector(form, against, runLength, next, Math.addExact(cases, trials), Math.addExact(checks, 1));
    }

    private double fresh(double log, double starts) {
        return form == Form.CUSUM ? Math.max(log, 0) : LogEvidence.logAdd(log, Math.log(starts));
    }

    /// `ln` of the statistic; minus infinity when the floor is 0, below which nothing lies.
    public double logStatistic() {
        return against.logMix(logStatistics);
    }

    /// `ln` of the statistic that raises the alarm.
    public double logThreshold() {
        return Math.log(runLength.length() + headStart(runLength));
    }

    /// Whether the alarm stands.
    public boolean alarm() {
        return logStatistic() >= logThreshold();
    }

    /// How far the way to an alarm is gone, on the logarithmic scale: 0 or less is no evidence, 1 is the alarm.
    public double shareOfAlarm() {
        return logStatistic() / logThreshold();
    }

    /// Greatest probability of a false alarm within the first `cases` (or checks) of the watch.
    ///
    /// @throws IllegalArgumentException if `within` is negative
    public double falseAlarmProbability(double within) {
        if (!(within >= 0)) {
            throw new IllegalArgumentException("within " + within);
        }
        double headStart = headStart(runLength);
        return Math.min(1, (within + headStart) / (runLength.length() + headStart));
    }

    /// The run length at which a false alarm within the first `cases` (or checks) has at most this probability, and
    /// with which at most this many are expected in that many in the long run.
    ///
    /// @param alarms accepted; below 1 a probability as well
    /// @throws IllegalArgumentException if `within` or `alarms` is not positive and finite
    public static double runLengthFor(double within, double alarms) {
        if (!(within > 0 && within < Double.POSITIVE_INFINITY && alarms > 0 && alarms < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(alarms + " alarms within " + within);
        }
        if (alarms >= 1) {
            return Math.max(1, within / alarms);
        }
        // (n + √A/2) / (A + √A/2) = b, a quadratic in √A
        double half = (1 - alarms) * HEAD_START / 2;
        double root = (half + Math.sqrt(half * half + alarms * within)) / alarms;
        return Math.max(1, root * root);
    }

    private static double headStart(RunLength runLength) {
        return HEAD_START * Math.sqrt(runLength.length());
    }

    /// A fresh start after an alarm was dealt with.
    public EDetector restarted() {
        return start(form, against, runLength);
    }
}
