package org.vigie.drift.agreement;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Truth without a reference standard: how each reader errs and what each case probably is, from answers alone
/// (Dawid and Skene).
///
/// ## Definition
///
/// ```text
/// P(answers to a case | class k) = Π over its answers of π(reader, k, answer)
///
/// E   posterior of class k ∝ pₖ Π π(reader, k, answer)
/// M   pₖ ∝ α + Σ posterior of k            π(reader, k, answer) ∝ α + Σ posterior of k over the cases so answered
/// ```
///
/// from posteriors equal to the shares of the votes (majority start), until no posterior changes by more than
/// the tolerance. Products are sums of logarithms. Everything is in a fixed order, so the same answers in whatever
/// order give the same result.
///
/// ## Unit and range
///
/// Probabilities.
///
/// ## Reading the value
///
/// The model takes readers to err independently given the class. Readers trained together, or who see each other's
/// answers, do not: then the model is too sure of itself. It is a sensitivity analysis, not a reference standard. With
/// fewer than three readers a case the errors are not identified and the answer is undefined.
///
/// ## Where this differs from the usual formula
///
/// The smoothing `α` (0.01 unless stated) is a Dirichlet(1 + α) prior on every row: a reader who never erred on three
/// cases is not infallible; `α = 0` is maximum likelihood as published. Words that are no class (`INDETERMINATE`) are
/// answers like any other and carry information, but no vote at the start. The labels of latent classes can be
/// exchanged without changing the likelihood: the majority start keeps them, and the result says whether they held.
///
/// ## Sources
///
/// 1. Dawid, A. P., & Skene, A. M. (1979). *Maximum likelihood estimation of observer error-rates using the EM
///    algorithm.* Journal of the Royal Statistical Society C 28(1), 20–28. doi:10.2307/2346806
public final class DawidSkene {

    /// @param smoothing pseudo-count α of every probability, at least 0
    /// @param tolerance greatest change of a posterior at which the algorithm stops
    /// @param iterations greatest number of them
    public record Options(double smoothing, double tolerance, int iterations) {

        public static final Options DEFAULT = new Options(0.01, 1e-8, 2_000);

        public Options {
            if (!(smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY) || !(tolerance > 0) || iterations < 1) {
                throw new IllegalArgumentException(
                        "smoothing " + smoothing + ", tolerance " + tolerance + ", iterations " + iterations);
            }
        }
    }

    private final AnswerCounts given;
    private final int[][][] counts;
    private final Options options;
    private final double[] prevalence;
    private final double[][][] confusion;
    private final double[][] posterior;

    private DawidSkene(AnswerCounts given, Options options) {
        this.given = given;
        this.options = options;
        counts = given.counts();
        prevalence = new double[given.classes().size()];
        confusion = new double[given.readers().size()][prevalence.length]
                [given.answers().size()];
        posterior = given.shares();
    }

    /// @param classes that a case can be of, at least two
    /// @throws IllegalArgumentException if there are fewer than two classes, or they repeat
    public static LatentClasses fit(List<String> classes, List<ReaderAnswer> given, Options options) {
        if (classes.size() < 2 || new TreeSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("at least two different classes are needed: " + classes);
        }
        if (given.isEmpty()) {
            return new LatentClasses.Undefined("no answers");
        }
        AnswerCounts counts = AnswerCounts.of(classes, given);
        if (counts.readers().size() < 3) {
            return new LatentClasses.Undefined(
                    "the errors of fewer than three readers cannot be told apart from what the"
                            + " cases are; there are " + counts.readers().size());
        }
        if (counts.overlapping() == 0) {
            return new LatentClasses.Undefined("no case was answered by three readers");
        }
        if (Arrays.stream(counts.votes()).sum() == 0) {
            return new LatentClasses.Undefined("no answer names a class, all are among " + counts.others());
        }
        return new DawidSkene(counts, options).run();
    }

    private LatentClasses run() {
        int iteration = 0;
        boolean converged = false;
        double logLikelihood = Double.NEGATIVE_INFINITY;
        while (!converged && iteration < options.iterations()) {
            maximise();
            double[] before =
                    Arrays.stream(posterior).flatMapToDouble(Arrays::stream).toArray();
            logLikelihood = expect();
            double[] after =
                    Arrays.stream(posterior).flatMapToDouble(Arrays::stream).toArray();
            double change = 0;
            for (int i = 0; i < after.length; i++) {
                change = Math.max(change, Math.abs(after[i] - before[i]));
            }
            converged = change <= options.tolerance();
            iteration++;
        }
        return result(iteration, converged, logLikelihood);
    }

    private void maximise() {
        Arrays.fill(prevalence, options.smoothing());
        for (double[] one : posterior) {
            for (int k = 0; k < prevalence.length; k++) {
                prevalence[k] += one[k];
            }
        }
        normalise(prevalence);
        for (int reader = 0; reader < confusion.length; reader++) {
            for (int k = 0; k < prevalence.length; k++) {
                double[] row = confusion[reader][k];
                Arrays.fill(row, options.smoothing());
                for (int i = 0; i < posterior.length; i++) {
                    for (int answer = 0; answer < row.length; answer++) {
                        row[answer] += posterior[i][k] * counts[i][reader][answer];
                    }
                }
                normalise(row);
            }
        }
    }

    private double expect() {
        double logLikelihood = 0;
        double[] logs = new double[prevalence.length];
        for (int i = 0; i < posterior.length; i++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < logs.length; k++) {
                logs[k] = Math.log(prevalence[k]);
                for (int reader = 0; reader < confusion.length; reader++) {
                    for (int answer = 0; answer < given.answers().size(); answer++) {
                        if (counts[i][reader][answer] > 0) {
                            logs[k] += counts[i][reader][answer] * Math.log(confusion[reader][k][answer]);
                        }
                    }
                }
                greatest = Math.max(greatest, logs[k]);
            }
            double sum = 0;
            for (int k = 0; k < logs.length; k++) {
                posterior[i][k] = Math.exp(logs[k] - greatest);
                sum += posterior[i][k];
            }
            for (int k = 0; k < logs.length; k++) {
                posterior[i][k] /= sum;
            }
            logLikelihood += greatest + Math.log(sum);
        }
        return logLikelihood;
    }

    /// A row nobody contributes to (a class without cases for this reader) is left uniform.
    private static void normalise(double[] row) {
        double sum = Arrays.stream(row).sum();
        for (int i = 0; i < row.length; i++) {
            row[i] = sum > 0 ? row[i] / sum : 1.0 / row.length;
        }
    }

    private LatentClasses.Fitted result(int iterations, boolean converged, double logLikelihood) {
        Map<String, List<List<Double>>> byReader = new TreeMap<>();
        for (int reader = 0; reader < confusion.length; reader++) {
            byReader.put(
                    given.readers().get(reader),
                    Arrays.stream(confusion[reader]).map(DawidSkene::boxed).toList());
        }
        Map<String, List<Double>> byCase = new TreeMap<>();
        for (int i = 0; i < posterior.length; i++) {
            byCase.put(given.caseIds().get(i), boxed(posterior[i]));
        }
        return new LatentClasses.Fitted(
                given.classes(),
                given.answers(),
                boxed(prevalence),
                Collections.unmodifiableMap(byReader),
                Collections.unmodifiableMap(byCase),
                iterations,
                converged,
                logLikelihood,
                labelsHold());
    }

    private boolean labelsHold() {
        double[][] called = new double[prevalence.length][prevalence.length];
        for (int i = 0; i < posterior.length; i++) {
            for (int[] reader : counts[i]) {
                for (int k = 0; k < prevalence.length; k++) {
                    for (int answer = 0; answer < prevalence.length; answer++) {
                        called[k][answer] += posterior[i][k] * reader[answer] / (prevalence[k] + Double.MIN_NORMAL);
                    }
                }
            }
        }
        for (int k = 0; k < called.length; k++) {
            for (int other = 0; other < called.length; other++) {
                if (prevalence[k] > 1e-9 && called[other][k] > called[k][k] + 1e-9) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
