package org.vigie.drift.verdict;

import java.util.Optional;

/// How a test turns its p-value into a verdict.
///
/// @param level greatest p-value that counts as drift: the probability of a false alarm when nothing drifted
/// @param minimumObservations fewest observations each window needs for a verdict
/// @param seed of the random numbers a resampled p-value is made from; the same seed gives the same p-value
public record DecisionRule(double level, int minimumObservations, long seed) {

    /// Below this a drift of one standard deviation would mostly go unseen at the levels monitoring uses.
    public static final int DEFAULT_MINIMUM_OBSERVATIONS = 20;

    public static final long DEFAULT_SEED = 20_260_101;

    public DecisionRule {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level " + level + " is not in (0, 1)");
        }
        if (minimumObservations < 1) {
            throw new IllegalArgumentException("minimumObservations " + minimumObservations + " < 1");
        }
    }

    public static DecisionRule atLevel(double level) {
        return new DecisionRule(level, DEFAULT_MINIMUM_OBSERVATIONS, DEFAULT_SEED);
    }

    public DecisionRule withMinimumObservations(int observations) {
        return new DecisionRule(level, observations, seed);
    }

    public DecisionRule withSeed(long newSeed) {
        return new DecisionRule(level, minimumObservations, newSeed);
    }

    /// The verdict on windows that are too small, or nothing if they are large enough.
    public Optional<DriftVerdict> onTooLittleData(WindowSizes sizes) {
        long fewest = Math.min(sizes.reference(), sizes.current());
        if (fewest >= minimumObservations) {
            return Optional.empty();
        }
        boolean referenceIsThinner = sizes.reference() < sizes.current();
        long missing = referenceIsThinner ? sizes.missingReference() : sizes.missingCurrent();
        String reason = (referenceIsThinner ? "reference" : "current") + " window has " + fewest + " observations"
                + (missing > 0 ? " and " + missing + " missing" : "") + ", " + minimumObservations + " are required";
        return Optional.of(new DriftVerdict.Inconclusive(reason, fewest, minimumObservations));
    }
}
