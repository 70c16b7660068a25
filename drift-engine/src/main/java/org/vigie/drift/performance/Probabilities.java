package org.vigie.drift.performance;

/// Checks shared by the statistics of predicted probabilities.
public final class Probabilities {

    private Probabilities() {}

    /// @throws IllegalArgumentException if the arrays differ in length or a probability is not in [0, 1],
    ///     naming its index
    public static void check(double[] probabilities, boolean[] reference) {
        if (probabilities.length != reference.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities for " + reference.length + " reference standards");
        }
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("probabilities[" + i + "] is " + probabilities[i]);
            }
        }
    }
}
