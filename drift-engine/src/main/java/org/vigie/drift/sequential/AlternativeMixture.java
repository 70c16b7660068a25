package org.vigie.drift.sequential;

import java.util.List;
import java.util.stream.IntStream;

/// The proportions below a floor that evidence is sought for, and how much is staked on each.
///
/// ## Definition
///
/// Against an alternative `q < s` the evidence of one case is the likelihood ratio `q/s` for a success and
/// `(1 − q)/(1 − s)` for a failure. Its mean is at most 1 for every true proportion `p ≥ s`, not only for `s` itself:
/// it is `1 − (p − s)(s − q)/(s(1 − s))`.
///
/// ## Reading the value
///
/// The usual alternatives raise the odds of a failure 1.5, 1.75, 2, 2.3 and 5 times; for a floor of 0.85 they are
/// 0.79, 0.76, 0.74, 0.71 and 0.53. Whatever is staked on, the guarantee against false alarms is the same; a change
/// near an alternative is seen soonest.
///
/// @param floor the least the proportion should be, in [0, 1]
/// @param alternatives proportions in (0, floor); none when the floor is 0, below which nothing lies
/// @param weights positive, summing to 1, one for each alternative
public record AlternativeMixture(double floor, List<Double> alternatives, List<Double> weights) {

    private static final List<Double> USUAL_ODDS_RATIOS = List.of(1.5, 1.75, 2.0, 2.3, 5.0);
    private static final List<Double> USUAL_STAKES = List.of(2.0, 2.0, 2.0, 2.0, 1.0);
    /// Below a floor of 1 no odds can be raised; there a single failure settles the matter anyway.
    private static final double BELOW_PERFECT = 0.5;

    /// @throws IllegalArgumentException if `floor` is not in [0, 1], an alternative not in (0, floor), or the weights
    ///     are not positive, do not sum to 1 or differ in number from the alternatives
    public AlternativeMixture {
        requireFloor(floor);
        alternatives = List.copyOf(alternatives);
        weights = List.copyOf(weights);
        if (alternatives.size() != weights.size()) {
            throw new IllegalArgumentException(
                    alternatives.size() + " alternatives and " + weights.size() + " weights");
        }
        if (alternatives.isEmpty() != (floor == 0)) {
            throw new IllegalArgumentException(alternatives.size() + " alternatives below a floor of " + floor);
        }
        for (double alternative : alternatives) {
            if (!(alternative > 0 && alternative < floor)) {
                throw new IllegalArgumentException("alternative " + alternative + " is not in (0, " + floor + ")");
            }
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("weight " + weight + " is not positive");
            }
            sum += weight;
        }
        if (!weights.isEmpty() && Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("the weights sum to " + sum + ", not 1");
        }
    }

    /// The usual alternatives.
    ///
    /// @throws IllegalArgumentException if `floor` is not in [0, 1]
    public static AlternativeMixture below(double floor) {
        requireFloor(floor);
        if (floor == 0) {
            return new AlternativeMixture(0, List.of(), List.of());
        }
        if (floor == 1) {
            return new AlternativeMixture(1, List.of(BELOW_PERFECT), List.of(1.0));
        }
        return raisingTheOddsOfFailure(floor, USUAL_ODDS_RATIOS, USUAL_STAKES);
    }

    /// Alternatives with the odds of a failure at the floor multiplied by each of `ratios`.
    ///
    /// @param stakes in any unit
    /// @throws IllegalArgumentException if `floor` is not in (0, 1), a ratio not above 1, or a stake not positive
    public static AlternativeMixture raisingTheOddsOfFailure(double floor, List<Double> ratios, List<Double> stakes) {
        if (!(floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("floor " + floor + " is not in (0, 1)");
        }
        double sum = stakes.stream().mapToDouble(Double::doubleValue).sum();
        return new AlternativeMixture(
                floor,
                ratios.stream()
                        .map(ratio -> floor / (floor + ratio * (1 - floor)))
                        .toList(),
                stakes.stream().map(stake -> stake / sum).toList());
    }

    /// Logarithm of the evidence of counts for one alternative, at most [LogEvidence#CEILING].
    double logLikelihoodRatio(int alternative, long successes, long failures) {
        double q = alternatives.get(alternative);
        double ofSuccesses = successes == 0 ? 0 : successes * Math.log(q / floor);
        if (floor == 1) {
            return failures == 0 ? LogEvidence.clamp(ofSuccesses) : LogEvidence.CEILING;
        }
        double ofFailures = failures == 0 ? 0 : failures * Math.log((1 - q) / (1 - floor));
        return LogEvidence.clamp(ofSuccesses + ofFailures);
    }

    /// Logarithm of the weighted sum of what each alternative has gathered.
    double logMix(List<Double> logs) {
        return LogEvidence.logSumExp(IntStream.range(0, logs.size())
                .mapToDouble(i -> Math.log(weights.get(i)) + logs.get(i))
                .toArray());
    }

    private static void requireFloor(double floor) {
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("floor " + floor + " is not in [0, 1]");
        }
    }
}
