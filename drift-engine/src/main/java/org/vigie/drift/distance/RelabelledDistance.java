package org.vigie.drift.distance;

import java.util.Optional;
import org.vigie.drift.hypothesis.CountRelabelling;
import org.vigie.drift.verdict.DecisionRule;
import org.vigie.drift.verdict.DriftVerdict;
import org.vigie.drift.verdict.WindowSizes;

/// What stands in the way of judging a distance by relabelling.
final class RelabelledDistance {

    private RelabelledDistance() {}

    static Optional<DriftVerdict> refusal(WindowSizes sizes, DecisionRule rule) {
        return rule.onTooLittleData(sizes).or(() -> {
            if (CountRelabelling.smallestPValue(rule.level()) <= rule.level()) {
                return Optional.empty();
            }
            long fewest = Math.min(sizes.reference(), sizes.current());
            return Optional.of(new DriftVerdict.Inconclusive(
                    "the p-value comes from relabelling, which cannot reach the level " + rule.level(),
                    fewest,
                    fewest));
        });
    }
}
