package org.vigie.drift.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several candidates, each with a fixed sequence of hypotheses (gates), such as sensitivity then specificity,
/// judged together at one level.
///
/// ## Definition
///
/// Each of the `k` candidates starts with level `α/k` and tests its gates in their order, each at that full
/// level, stopping at the first that fails. A candidate that passed its last gate hands its level on in equal
/// parts to those that have not, and they test again. This is the graphical procedure of \[1] with Holm's
/// weights; with one gate each it *is* Holm's, with one candidate it is the fixed sequence.
///
/// ## Reading the value
///
/// The probability that any gate is passed wrongly, of any candidate, is at most α, however the tests depend
/// on each other. The order of the gates must be fixed before the cases are seen.
///
/// ## Sources
///
/// 1. Bretz, F., Maurer, W., Brannath, W., & Posch, M. (2009). *A graphical approach to sequentially rejective
///    multiple test procedures.* Statistics in Medicine 28(4), 586–604. doi:10.1002/sim.3495
/// 2. Maurer, W., Hothorn, L. A., & Lehmacher, W. (1995). *Multiple comparisons in drug clinical trials and
///    preclinical assays: a-priori ordered hypotheses.* In Vollmar (Ed.), Biometrie in der
///    chemisch-pharmazeutischen Industrie 6, 3–18.
///
/// @param passed for each candidate how many of its gates, from the first on, it passed
/// @param levels for each candidate the level its gates were last tested at
/// @param gates for each candidate how many it had
public record Gatekeeping(List<Integer> passed, List<Double> levels, List<Integer> gates) {

    public Gatekeeping {
        passed = List.copyOf(passed);
        levels = List.copyOf(levels);
        gates = List.copyOf(gates);
    }

    /// @param pValues for each candidate those of its gates in their order
    /// @throws IllegalArgumentException if there is no candidate, one has no gate, a p-value is not in [0, 1], or
    ///     `level` is not in (0, 1)
    public static Gatekeeping of(double[][] pValues, double level) {
        check(pValues, level);
        int k = pValues.length;
        double[] levels = new double[k];
        Arrays.fill(levels, level / k);
        int[] passed = new int[k];
        boolean[] done = new boolean[k];
        boolean again = true;
        while (again) {
            again = false;
            for (int i = 0; i < k; i++) {
                while (passed[i] < pValues[i].length && pValues[i][passed[i]] <= levels[i]) {
                    passed[i]++;
                }
                if (!done[i] && passed[i] == pValues[i].length) {
                    done[i] = true;
                    handOn(levels, done, i);
                    again = true;
                }
            }
        }
        List<Integer> gates = new ArrayList<>();
        for (double[] own : pValues) {
            gates.add(own.length);
        }
        return new Gatekeeping(
                Arrays.stream(passed).boxed().toList(),
                Arrays.stream(levels).boxed().toList(),
                gates);
    }

    /// Whether the candidate passed all its gates.
    public boolean passedAll(int candidate) {
        return passed.get(candidate).equals(gates.get(candidate));
    }

    private static void handOn(double[] levels, boolean[] done, int from) {
        int left = 0;
        for (boolean each : done) {
            left += each ? 0 : 1;
        }
        for (int i = 0; i < levels.length; i++) {
            if (!done[i]) {
                levels[i] += levels[from] / left;
            }
        }
    }

    private static void check(double[][] pValues, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
        if (pValues.length == 0) {
            throw new IllegalArgumentException("no candidate");
        }
        for (int i = 0; i < pValues.length; i++) {
            if (pValues[i].length == 0) {
                throw new IllegalArgumentException("candidate " + i + " has no gate");
            }
            for (int j = 0; j < pValues[i].length; j++) {
                if (!(pValues[i][j] >= 0 && pValues[i][j] <= 1)) {
                    throw new IllegalArgumentException("pValues[" + i + "][" + j + "] is " + pValues[i][j]);
                }
            }
        }
    }
}
