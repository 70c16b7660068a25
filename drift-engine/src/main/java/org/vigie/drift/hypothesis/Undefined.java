package org.vigie.drift.hypothesis;

import java.util.OptionalDouble;
import org.vigie.drift.verdict.DriftResult;

/// A verdict without a value: the statistic is infinite or has no meaning, and yet its p-value is known.
final class Undefined {

    private Undefined() {}

    static DriftResult valueOf(DriftResult result) {
        return new DriftResult(
                result.statistic(),
                OptionalDouble.empty(),
                result.pValue(),
                result.method(),
                result.effect(),
                result.sizes(),
                result.level(),
                result.threshold(),
                result.verdict());
    }
}
