package org.vigie.drift.performance.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.vigie.drift.interval.Proportion;
import org.vigie.drift.performance.ConfusionMatrix;

/// Several labels that one case can carry at once, such as the findings on a chest X-ray.
///
/// ## Definition
///
/// ```text
/// each label        its own ConfusionMatrix
/// micro F1          2 Σ TP / Σ (2TP + FP + FN)       over the labels
/// macro F1          mean of the labels' F1
/// exact matches     cases in which every label is right
/// Hamming loss      wrong labels / (cases · labels)
/// ```
///
/// ## Reading the value
///
/// Look at the labels one by one: micro F1 is led by the common ones, and a Hamming loss near 0 is easy where
/// most labels are rare. A label that neither occurs nor is decided has no F1 and does not count in the macro
/// mean.
///
/// ## Sources
///
/// 1. Zhang, M. L., & Zhou, Z. H. (2014). *A review on multi-label learning algorithms.* IEEE Transactions on
///    Knowledge and Data Engineering 26(8), 1819–1837. doi:10.1109/TKDE.2013.39
///
/// @param labels in the order of `matrices`
/// @param exactMatches of all cases
public record LabelSets(List<String> labels, List<ConfusionMatrix> matrices, Proportion exactMatches) {

    public LabelSets {
        labels = List.copyOf(labels);
        matrices = List.copyOf(matrices);
        if (labels.size() != matrices.size()) {
            throw new IllegalArgumentException(labels.size() + " labels and " + matrices.size() + " matrices");
        }
    }

    /// @param decisions for each case the decision on each label
    /// @param reference for each case the truth of each label
    /// @throws IllegalArgumentException if the numbers of cases differ or a case has not one value for each
    ///     label, naming it
    public static LabelSets of(List<String> labels, boolean[][] decisions, boolean[][] reference) {
        if (decisions.length != reference.length) {
            throw new IllegalArgumentException(
                    decisions.length + " decisions for " + reference.length + " reference standards");
        }
        int k = labels.size();
        long exact = 0;
        long[][] counts = new long[k][4];
        for (int i = 0; i < decisions.length; i++) {
            if (decisions[i].length != k || reference[i].length != k) {
                throw new IllegalArgumentException("case " + i + " has " + decisions[i].length + " decisions and "
                        + reference[i].length + " reference standards for " + k + " labels");
            }
            boolean all = true;
            for (int j = 0; j < k; j++) {
                counts[j][(decisions[i][j] ? 0 : 2) + (decisions[i][j] == reference[i][j] ? 0 : 1)]++;
                all &= decisions[i][j] == reference[i][j];
            }
            exact += all ? 1 : 0;
        }
        List<ConfusionMatrix> matrices = new ArrayList<>();
        for (long[] c : counts) {
            matrices.add(new ConfusionMatrix(c[0], c[1], /* falseNegatives= */ c[3], /* trueNegatives= */ c[2]));
        }
        return new LabelSets(labels, matrices, new Proportion(exact, decisions.length));
    }

    /// All labels of all cases as one table.
    public ConfusionMatrix micro() {
        return matrices.stream()
                .reduce(
                        new ConfusionMatrix(0, 0, 0, 0),
                        (a, b) -> new ConfusionMatrix(
                                a.truePositives() + b.truePositives(),
                                a.falsePositives() + b.falsePositives(),
                                a.falseNegatives() + b.falseNegatives(),
                                a.trueNegatives() + b.trueNegatives()));
    }

    public OptionalDouble microF1() {
        return micro().f1();
    }

    public OptionalDouble macroF1() {
        return matrices.stream()
                .map(ConfusionMatrix::f1)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /// Absent without cases or labels.
    public OptionalDouble hammingLoss() {
        OptionalDouble accuracy = micro().accuracy().estimate();
        return accuracy.isPresent() ? OptionalDouble.of(1 - accuracy.getAsDouble()) : OptionalDouble.empty();
    }
}
