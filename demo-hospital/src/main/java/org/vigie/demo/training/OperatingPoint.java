package org.vigie.demo.training;

import java.util.List;

/// Chooses the threshold on cases that the fit has not seen.
final class OperatingPoint {
    /// 1 - 0.9 is a little less than a tenth.
    private static final double ROUNDING = 1e-9;

    private OperatingPoint() {}

    /// The largest threshold at which at least this share of the nodules is found.
    static double forSensitivity(LastLayer layer, List<Sample> tuning, double sensitivity) {
        double[] positives = tuning.stream()
                .filter(Sample::nodule)
                .mapToDouble(sample -> layer.score(sample.features()))
                .sorted()
                .toArray();
        if (positives.length == 0) {
            throw new IllegalArgumentException("No nodule among the %d tuning cases".formatted(tuning.size()));
        }
        int missed = (int) Math.floor((1 - sensitivity) * positives.length + ROUNDING);
        // Four decimals, as the manifest shows it; rounded down, so that the case on the edge stays found.
        return Math.floor(positives[missed] * 1e4) / 1e4;
    }

    /// The smallest threshold at which at least this share of the clear studies stays negative.
    static double forSpecificity(LastLayer layer, List<Sample> tuning, double specificity) {
        double[] negatives = tuning.stream()
                .filter(sample -> !sample.nodule())
                .mapToDouble(sample -> layer.score(sample.features()))
                .sorted()
                .toArray();
        if (negatives.length == 0) {
            throw new IllegalArgumentException("No clear study among the %d tuning cases".formatted(tuning.size()));
        }
        int cleared = (int) Math.ceil(specificity * negatives.length - ROUNDING);
        // Four decimals, and just above the last score that has to stay negative.
        return Math.floor(negatives[cleared - 1] * 1e4) / 1e4 + 1e-4;
    }
}
