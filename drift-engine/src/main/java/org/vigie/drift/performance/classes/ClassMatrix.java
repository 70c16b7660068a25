package org.vigie.drift.performance.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.agreement.Agreement;
import org.vigie.drift.agreement.CohenKappa;
import org.vigie.drift.agreement.Ratings;
import org.vigie.drift.agreement.Weights;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.performance.ConfusionMatrix;

/// Decisions among several classes against the reference standard; for ordered classes, list them in their order.
///
/// ## Definition
///
/// ```text
/// accuracy     Σ nᵢᵢ / n
/// macro F1     mean over the classes of their one-against-the-rest F1
/// MCC          (n Σ nᵢᵢ − Σ dᵢrᵢ) / √((n² − Σ dᵢ²)(n² − Σ rᵢ²))      dᵢ decided, rᵢ reference (Gorodkin's R_K)
/// class error  mean of |decision − reference| in places, for ordered classes
/// κ            Cohen's, plain or weighted, see CohenKappa
/// ```
///
/// ## Reading the value
///
/// Accuracy follows the commonest class. Look at each class by [#oneAgainstRest], whose sensitivities do not
/// depend on how common it is. Over all classes, micro F1 is the accuracy.
///
/// ## Edge cases
///
/// A class that neither occurs nor is decided has no F1 and does not count in the mean; MCC is absent when all
/// decisions or all reference standards are one class; all are absent without cases.
///
/// ## Sources
///
/// 1. Gorodkin, J. (2004). *Comparing two K-category assignments by a K-category correlation coefficient.*
///    Computational Biology and Chemistry 28(5–6), 367–374. doi:10.1016/j.compbiolchem.2004.09.006
/// 2. Cohen, J. (1968). *Weighted kappa.* Psychological Bulletin 70(4), 213–220. doi:10.1037/h0026256
public final class ClassMatrix {

    private final List<String> classes;
    private final long[][] counts;
    private final long[] decided;
    private final long[] reference;
    private final long total;

    /// @param counts row: decision, column: reference standard; copied
    /// @throws IllegalArgumentException if there are fewer than two classes, the table is not square in them,
    ///     or a count is negative
    public ClassMatrix(List<String> classes, long[][] counts) {
        int k = classes.size();
        if (k < 2) {
            throw new IllegalArgumentException(k + " classes, 2 are required");
        }
        if (counts.length != k) {
            throw new IllegalArgumentException(counts.length + " rows for " + k + " classes");
        }
        this.classes = List.copyOf(classes);
        this.counts = new long[k][];
        decided = new long[k];
        reference = new long[k];
        long sum = 0;
        for (int i = 0; i < k; i++) {
            if (counts[i].length != k) {
                throw new IllegalArgumentException("row " + i + " has " + counts[i].length + " of " + k + " classes");
            }
            this.counts[i] = counts[i].clone();
            for (int j = 0; j < k; j++) {
                if (counts[i][j] < 0) {
                    throw new IllegalArgumentException("count " + counts[i][j] + " in row " + i + ", column " + j);
                }
                decided[i] += counts[i][j];
                reference[j] += counts[i][j];
                sum += counts[i][j];
            }
        }
        total = sum;
    }

    /// @param decisions indices into `classes`
    /// @param reference indices into `classes`
    /// @throws IllegalArgumentException if the lengths differ or an index is outside the classes, naming it
    public static ClassMatrix of(List<String> classes, int[] decisions, int[] reference) {
        if (decisions.length != reference.length) {
            throw new IllegalArgumentException(
                    decisions.length + " decisions for " + reference.length + " reference standards");
        }
        int k = classes.size();
        long[][] counts = new long[k][k];
        for (int i = 0; i < decisions.length; i++) {
            requireClass("decisions", i, decisions[i], k);
            requireClass("reference", i, reference[i], k);
            counts[decisions[i]][reference[i]]++;
        }
        return new ClassMatrix(classes, counts);
    }

    public List<String> classes() {
        return classes;
    }

    public long total() {
        return total;
    }

    public long count(int decision, int referenceClass) {
        return counts[decision][referenceClass];
    }

    /// One class against all others.
    public ConfusionMatrix oneAgainstRest(int index) {
        long right = counts[index][index];
        long wrong = decided[index] - right;
        long missed = reference[index] - right;
        return new ConfusionMatrix(right, wrong, missed, total - right - wrong - missed);
    }

    public Proportion accuracy() {
        long right = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
        }
        return new Proportion(right, total);
    }

    public OptionalDouble macroF1() {
        List<Double> each = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            oneAgainstRest(i).f1().ifPresent(each::add);
        }
        return each.stream().mapToDouble(f1 -> f1).average();
    }

    public OptionalDouble mcc() {
        double n = total;
        double agreement = 0;
        double decidedSquares = 0;
        double referenceSquares = 0;
        for (int i = 0; i < counts.length; i++) {
            agreement += n * counts[i][i] - (double) decided[i] * reference[i];
            decidedSquares += (double) decided[i] * decided[i];
            referenceSquares += (double) reference[i] * reference[i];
        }
        double scale = Math.sqrt(n * n - decidedSquares) * Math.sqrt(n * n - referenceSquares);
        return scale > 0 ? OptionalDouble.of(Math.clamp(agreement / scale, -1, 1)) : OptionalDouble.empty();
    }

    /// Mean number of places between decision and reference standard, for ordered classes.
    public OptionalDouble meanClassError() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                sum += (double) counts[i][j] * Math.abs(i - j);
            }
        }
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }

    /// Cohen's κ of decisions and reference standard; quadratic weights are usual for grades.
    ///
    /// @throws IllegalArgumentException if `confidence` is not in (0, 1)
    public Agreement kappa(Weights weights, double confidence) {
        return CohenKappa.of(Ratings.ofTable(classes, counts), weights, confidence);
    }

    private static void requireClass(String name, int i, int value, int classes) {
        if (value < 0 || value >= classes) {
            throw new IllegalArgumentException(name + "[" + i + "] is " + value + " of " + classes + " classes");
        }
    }
}
