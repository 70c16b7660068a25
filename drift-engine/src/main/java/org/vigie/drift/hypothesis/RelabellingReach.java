package org.vigie.drift.hypothesis;

import java.util.Optional;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.PValue;
import org.vigie.drift.verdict.PValueMethod;
import org.vigie.drift.verdict.WindowSizes;

/// Whether a relabelled p-value could have reached the level at all.
final class RelabellingReach {

    private RelabellingReach() {}

    static Optional<DriftVerdict> of(PValue pValue, WindowSizes sizes, DecisionRule rule) {
        if (pValue.method() != PValueMethod.RESAMPLED
                || SequentialMonteCarlo.smallestPValue(rule.level()) <= rule.level()) {
            return Optional.empty();
        }
        long fewest = Math.min(sizes.reference(), sizes.current());
        return Optional.of(new DriftVerdict.Inconclusive(
                "windows like these need relabelling, which cannot reach the level " + rule.level(),
                fewest,
                fewest + 1));
    }
}
