package org.vigie.drift.agreement;

import java.util.ArrayList;
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

    private final List<String> classes;
    private final List<String> answers;
    private final List<String> readers;
    private final List<String> caseIds;
    /// for each case, for each reader, how often each answer was given
    private final int[][][] counts;

    private final Options options;
    private final double[] prevalence;
    private final double[][][] confusion;
    private final double[][] posterior;

    private DawidSkene(
            List<String> classes,
            List<String> answers,
            List<String> readers,
            List<String> caseIds,
            int[][][] counts,
            Options options) {
        this.classes = classes;
        this.answers = answers;
        this.readers = readers;
        this.caseIds = caseIds;
        this.counts = counts;
        this.options = options;
        prevalence = new double[classes.size()];
        confusion = new double[readers.size()][classes.size()][answers.size()];
        posterior = new double[caseIds.size()][classes.size()];
    }

    /// @param classes that a case can be of, at least two
    /// @throws IllegalArgumentException if there are fewer than two classes, or they repeat
    public static LatentClasses fit(List<String> classes, List<ReaderAnswer> given, Options options) {
        if (classes.size() < 2 || new TreeSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("at least two different classes are needed: " + classes);
        }
        List<String> words = new ArrayList<>(classes);
        var others = new TreeSet<String>();
        var readers = new TreeSet<String>();
        var caseIds = new TreeSet<String>();
        for (ReaderAnswer one : given) {
            if (!classes.contains(one.answer())) {
                others.add(one.answer());
            }
            readers.add(one.reader());
            caseIds.add(one.caseId());
        }
        words.addAll(others);
        if (given.isEmpty()) {
            return new LatentClasses.Undefined("no answers");
        }
        if (readers.size() < 3) {
            return new LatentClasses.Undefined(
                    "the errors of fewer than three readers cannot be told apart from what the"
                            + " cases are; there are " + readers.size());
        }
        var model = new DawidSkene(
                List.copyOf(classes),
                List.copyOf(words),
                List.copyOf(readers),
                List.copyOf(caseIds),
                new int[caseIds.size()][readers.size()][words.size()],
                options);
        model.count(given);
        int overlapping = model.overlapping();
        if (overlapping == 0) {
            return new LatentClasses.Undefined("no case was answered by three readers");
        }
        if (!model.start()) {
            return new LatentClasses.Undefined("no answer names a class, all are among " + others);
        }
        return model.run();
    }

    private void count(List<ReaderAnswer> given) {
        Map<String, Integer> readerIndex = index(readers);
        Map<String, Integer> caseIndex = index(caseIds);
        Map<String, Integer> answerIndex = index(answers);
        for (ReaderAnswer one : given) {
            counts[caseIndex.getOrDefault(one.caseId(), 0)][readerIndex.getOrDefault(one.reader(), 0)][
                    answerIndex.getOrDefault(one.answer(), 0)]++;
        }
    }

    private static Map<String, Integer> index(List<String> words) {
        Map<String, Integer> index = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            index.put(words.get(i), i);
        }
        return index;
    }

    private int overlapping() {
        int overlapping = 0;
        for (int[][] one : counts) {
            int answered = 0;
            for (int[] reader : one) {
                answered += Arrays.stream(reader).sum() > 0 ? 1 : 0;
            }
            overlapping += answered >= 3 ? 1 : 0;
        }
        return overlapping;
    }

    /// Shares of the votes; where a case has none, those of all cases. Whether there was any vote.
    private boolean start() {
        double[] overall = new double[classes.size()];
        double votes = 0;
        for (int[][] one : counts) {
            for (int[] reader : one) {
                for (int k = 0; k < overall.length; k++) {
                    overall[k] += reader[k];
                    votes += reader[k];
                }
            }
        }
        for (int i = 0; i < posterior.length; i++) {
            double own = 0;
            for (int[] reader : counts[i]) {
                for (int k = 0; k < overall.length; k++) {
                    posterior[i][k] += reader[k];
                    own += reader[k];
                }
            }
            for (int k = 0; k < overall.length; k++) {
                posterior[i][k] = own > 0 ? posterior[i][k] / own : overall[k] / votes;
            }
        }
        return votes > 0;
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
                    for (int answer = 0; answer < answers.size(); answer++) {
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
                    readers.get(reader),
                    Arrays.stream(confusion[reader]).map(DawidSkene::boxed).toList());
        }
        Map<String, List<Double>> byCase = new TreeMap<>();
        for (int i = 0; i < posterior.length; i++) {
            byCase.put(caseIds.get(i), boxed(posterior[i]));
        }
        return new LatentClasses.Fitted(
                classes,
                answers,
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
