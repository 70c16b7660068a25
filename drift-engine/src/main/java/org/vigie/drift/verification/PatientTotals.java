package org.vigie.drift.verification;

import org.vigie.drift.interval.Interval;

/// Weights summed within each patient: of all cases that the share is of, and of those that count in it.
final class PatientTotals {

    private final double[] weights;
    private final double[] counted;
    private final double squares;

    /// @param squares sum of the squared weights of the single cases
    PatientTotals(double[] weights, double[] counted, double squares) {
        this.weights = weights;
        this.counted = counted;
        this.squares = squares;
    }

    int patients() {
        return weights.length;
    }

    double weight(int patient) {
        return weights[patient];
    }

    double counted(int patient) {
        return counted[patient];
    }

    double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    double share() {
        double sum = 0;
        for (double weight : counted) {
            sum += weight;
        }
        return Math.min(1, sum / sum());
    }

    Interval widthFromEffectiveNumber(double confidence) {
        double sum = sum();
        return InverseProbability.clopperPearson(share(), sum * sum / squares, confidence);
    }
}
