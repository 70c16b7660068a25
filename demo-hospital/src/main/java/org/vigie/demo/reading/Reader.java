package org.vigie.demo.reading;

import java.util.List;
import java.util.SplittableRandom;
import org.vigie.demo.phantom.Nodule;

/// A made-up reader, by how often a nodule of each grade is seen and how often one is seen that is not there.
///
/// @param sensitivity for grades 1 to 4
/// @param falseAlarms share of clear studies called positive
record Reader(List<Double> sensitivity, double falseAlarms) {
    Reader {
        sensitivity = List.copyOf(sensitivity);
        if (sensitivity.size() != Nodule.GRADES) {
            throw new IllegalArgumentException(
                    "%d sensitivities for %d grades".formatted(sensitivity.size(), Nodule.GRADES));
        }
    }

    /// @param grade of the study's clearest nodule, 0 if there is none
    boolean sees(int grade, SplittableRandom random) {
        double chance = grade == 0 ? falseAlarms : sensitivity.get(grade - 1);
        return random.nextDouble() < chance;
    }
}
