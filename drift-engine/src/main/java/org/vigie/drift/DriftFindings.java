package org.vigie.drift;

import java.util.List;
import org.vigie.drift.verdict.DriftVerdict;

/// What a drift check found: drifted streams first, strongest evidence first, inconclusive ones last.
///
/// @param ranked all findings
/// @param familyWiseLevel probability of any false alarm in this check
/// @param levelPerTest level of the strictest test, the family-wise level shared among all
public record DriftFindings(List<DriftFinding> ranked, double familyWiseLevel, double levelPerTest) {

    public DriftFindings {
        ranked = List.copyOf(ranked);
    }

    public List<DriftFinding> drifted() {
        return ranked.stream().filter(DriftFinding::isDrifted).toList();
    }

    public List<DriftFinding> inconclusive() {
        return ranked.stream().filter(DriftFinding::isInconclusive).toList();
    }

    /// The verdict on the check as a whole: drifted if any stream drifted, inconclusive if none could be
    /// judged, stable otherwise. A stable check may have inconclusive streams, see [#inconclusive].
    public DriftVerdict verdict() {
        double smallest = ranked.stream()
                .flatMapToDouble(finding -> finding.adjustedPValue().stream())
                .min()
                .orElse(Double.NaN);
        if (!Double.isNaN(smallest)) {
            return DriftVerdict.of(smallest, familyWiseLevel);
        }
        return ranked.stream()
                .map(DriftFinding::verdict)
                .filter(DriftVerdict.Inconclusive.class::isInstance)
                .findFirst()
                .orElse(new DriftVerdict.Inconclusive("nothing was compared", 0, 1));
    }
}
