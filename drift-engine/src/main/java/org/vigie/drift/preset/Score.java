package org.vigie.drift.preset;

import java.util.function.DoublePredicate;

/// A number, or the reason why there is none.
sealed interface Score {

    record Value(double value) implements Score {}

    record Undefined(String reason) implements Score {}

    static Score of(double value) {
        return new Value(value);
    }

    default PresetVerdict verdict(DoublePredicate drifted) {
        return switch (this) {
            case Value(double value) -> drifted.test(value) ? new PresetVerdict.Drift() : new PresetVerdict.NoDrift();
            case Undefined(String reason) -> new PresetVerdict.Inconclusive(reason);
        };
    }
}
