package org.vigie.drift.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.drift.interval.Interval;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.interval.ProportionInterval;
import org.vigie.drift.verification.ScreenedCase.Verification;

/// Sensitivity and specificity from an audit whose inclusion probabilities are known (Hájek's estimator).
///
/// ## Definition
///
/// ```text
/// wᵢ = 1/πᵢ for a verified case, πᵢ its probability to be verified;  dᵢ, yᵢ  decision and condition, 0 or 1
///
/// sensitivity = Σ wᵢ yᵢ dᵢ / Σ wᵢ yᵢ          specificity = Σ wᵢ (1 − yᵢ)(1 − dᵢ) / Σ wᵢ (1 − yᵢ)
///
/// sandwich variance = c/(c − 1) · Σ over patients of (Σ wᵢ yᵢ (dᵢ − sensitivity))² / (Σ wᵢ yᵢ)²
/// ```
///
/// `c` is the number of patients that contribute. The bootstrap draws whole patients, verified or not, with
/// replacement.
///
/// ## Unit and range
///
/// Proportions in `[0, 1]`.
///
/// ## Reading the value
///
/// Unbiased for large audits whatever made a case be verified, because the probabilities are known. A few cases with
/// tiny probabilities carry much weight and make the interval wide: it says so.
///
/// ## Where this differs from the usual formula
///
/// The sandwich interval is set on the logarithmic odds. Where it has no width (all audited cases with the condition
/// were found, or none) the interval is Clopper–Pearson's with Kish's effective number `(Σw)²/Σw²` of cases \[3].
/// A stratum with cases and no verified one makes the answer inconclusive and is named.
///
/// ## Sources
///
/// 1. Hájek, J. (1971). Comment on *An essay on the logical foundations of survey sampling* by D. Basu. In
///    Foundations of Statistical Inference, Holt, Rinehart and Winston, 236.
/// 2. Binder, D. A. (1983). *On the variances of asymptotically normal estimators from complex surveys.*
///    International Statistical Review 51(3), 279–292. doi:10.2307/1402588
/// 3. Kish, L. (1965). *Survey Sampling.* Wiley.
public final class InverseProbability {

    static final String SANDWICH = "inverse probability of verification (Hájek), sandwich variance by patient";
    static final String BOOTSTRAP = "inverse probability of verification (Hájek), bootstrap of patients";

    private InverseProbability() {}

    /// Correction with the sandwich variance.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public static CorrectedAccuracy correct(List<ScreenedCase> cases, double confidence) {
        Interval.requireConfidence(confidence);
        return accuracy(SANDWICH, cases, totals -> sandwich(totals, confidence));
    }

    /// Correction with the percentile bootstrap of whole patients.
    ///
    /// @param replicates bootstrap samples, at least 100
    /// @param seed the same seed gives the same interval
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1), or `replicates` is below 100
    public static CorrectedAccuracy bootstrap(List<ScreenedCase> cases, double confidence, int replicates, long seed) {
        Interval.requireConfidence(confidence);
        if (replicates < 100) {
            throw new IllegalArgumentException("replicates " + replicates + " < 100");
        }
        return accuracy(BOOTSTRAP, cases, totals -> ShareBootstrap.estimate(totals, confidence, replicates, seed));
    }

    @FunctionalInterface
    private interface Estimator {
        CorrectedEstimate of(PatientTotals totals);
    }

    private static CorrectedAccuracy accuracy(String method, List<ScreenedCase> cases, Estimator estimator) {
        Optional<String> dark = darkStratum(cases);
        long verified = cases.stream().filter(ScreenedCase::isVerified).count();
        return new CorrectedAccuracy(
                method,
                verified,
                cases.size(),
                new BiasCorrection("sensitivity", naive(cases, true), estimate(cases, dark, estimator, Share.DETECTED)),
                new BiasCorrection("specificity", naive(cases, false), estimate(cases, dark, estimator, Share.CLEARED)),
                estimate(cases, dark, estimator, Share.AFFECTED));
    }

    private static CorrectedEstimate estimate(
            List<ScreenedCase> cases, Optional<String> dark, Estimator estimator, Share share) {
        if (dark.isPresent()) {
            return new CorrectedEstimate.Inconclusive(dark.get());
        }
        PatientTotals totals = totals(cases, share);
        return totals.sum() == 0
                ? new CorrectedEstimate.Inconclusive(cases.isEmpty() ? "no cases" : share.nobody)
                : estimator.of(totals);
    }

    /// Which weighted share is estimated: of whom, and who counts.
    private enum Share {
        DETECTED("no verified case has the condition"),
        CLEARED("every verified case has the condition"),
        AFFECTED("no case was verified");

        private final String nobody;

        Share(String nobody) {
            this.nobody = nobody;
        }

        boolean concerns(ScreenedCase one) {
            return switch (this) {
                case DETECTED -> one.verification() == Verification.WITH_CONDITION;
                case CLEARED -> one.verification() == Verification.WITHOUT_CONDITION;
                case AFFECTED -> one.isVerified();
            };
        }

        boolean counts(ScreenedCase one) {
            return switch (this) {
                case DETECTED -> one.decision();
                case CLEARED -> !one.decision();
                case AFFECTED -> one.verification() == Verification.WITH_CONDITION;
            };
        }
    }

    private static PatientTotals totals(List<ScreenedCase> cases, Share share) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (ScreenedCase one : cases) {
            index.putIfAbsent(one.patient(), index.size());
        }
        double[] weights = new double[index.size()];
        double[] counted = new double[index.size()];
        double squares = 0;
        for (ScreenedCase one : cases) {
            if (share.concerns(one)) {
                double weight = 1 / one.inclusion();
                int patient = index.getOrDefault(one.patient(), 0);
                weights[patient] += weight;
                counted[patient] += share.counts(one) ? weight : 0;
                squares += weight * weight;
            }
        }
        return new PatientTotals(weights, counted, squares);
    }

    private static CorrectedEstimate sandwich(PatientTotals totals, double confidence) {
        double value = totals.share();
        double sum = totals.sum();
        double squares = 0;
        int patients = 0;
        for (int i = 0; i < totals.patients(); i++) {
            double residual = totals.counted(i) - value * totals.weight(i);
            squares += residual * residual;
            patients += totals.weight(i) > 0 ? 1 : 0;
        }
        double variance = patients < 2 ? 0 : squares / (sum * sum) * patients / (patients - 1.0);
        double spread = value * (1 - value);
        Interval interval = variance > 0 && spread > 0
                ? LogitInterval.of(value, variance / (spread * spread), confidence)
                : totals.widthFromEffectiveNumber(confidence);
        return new CorrectedEstimate.Estimated(value, variance, interval);
    }

    private static Proportion naive(List<ScreenedCase> cases, boolean condition) {
        Verification of = condition ? Verification.WITH_CONDITION : Verification.WITHOUT_CONDITION;
        long all = cases.stream().filter(one -> one.verification() == of).count();
        long right = cases.stream()
                .filter(one -> one.verification() == of && one.decision() == condition)
                .count();
        return new Proportion(right, all);
    }

    private static Optional<String> darkStratum(List<ScreenedCase> cases) {
        Map<String, long[]> counts = new TreeMap<>();
        for (ScreenedCase one : cases) {
            long[] count = counts.computeIfAbsent(one.stratum(), name -> new long[2]);
            count[one.isVerified() ? 0 : 1]++;
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] == 0)
                .map(entry ->
                        "stratum '" + entry.getKey() + "' has " + entry.getValue()[1] + " cases and no verified one")
                .findFirst();
    }

    static Interval clopperPearson(double value, double effective, double confidence) {
        return ProportionInterval.CLOPPER_PEARSON.of(Math.min(value * effective, effective), effective, confidence);
    }
}
