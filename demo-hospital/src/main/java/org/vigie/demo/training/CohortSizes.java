package org.vigie.demo.training;

/// How many phantoms each step gets.
///
/// @param training the champion is fitted on
/// @param retraining more for the better candidate, of the upgraded room
/// @param worse of the training cases for the worse candidate
/// @param tuning to choose the threshold
/// @param fresh to measure, once before and once after the upgrade
public record CohortSizes(int training, int retraining, int worse, int tuning, int fresh) {
    public static final CohortSizes DEFAULT = new CohortSizes(2000, 800, 120, 400, 400);

    public CohortSizes {
        if (worse > training) {
            throw new IllegalArgumentException("%d of %d training cases".formatted(worse, training));
        }
    }
}
