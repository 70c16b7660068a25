package org.vigie.monitor.driftcheck;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check found: kept as it was found.
///
/// @param familyWiseLevel probability of any false alarm in this check, its share of the yearly budget
/// @param levelPerTest level of the strictest test
/// @param findings drifted ones first, strongest evidence first, inconclusive ones last
@Serdeable
public record DriftOutcome(
        Verdict verdict,
        double familyWiseLevel,
        double levelPerTest,
        List<Finding> findings,
        Attribution attribution,
        Sizes sizes) {

    /// Too little data is a verdict of its own.
    public enum Verdict {
        STABLE,
        DRIFTED,
        INCONCLUSIVE
    }

    public enum Kind {
        ATTRIBUTE,
        STATISTIC,
        SCORE,
        FEATURES
    }

    /// @param stream name of the attribute or statistic, `score` or `features`
    /// @param group value of the attribute grouped by; null: all cases
    /// @param pValue of this test alone
    /// @param adjustedPValue over the whole check; compared with `level`
    /// @param level the check's family-wise level
    /// @param n cases of the reference
    /// @param m cases of the current window
    /// @param verdict after adjustment
    /// @param reason why it could not be judged, or what is new; null otherwise
    /// @param unseen values that the reference does not have
    /// @param detectable smallest shift, in standard deviations, that these sizes would have shown with 80 %
    ///     probability; null where it is not known
    @Serdeable
    public record Finding(
            String stream,
            Kind kind,
            @Nullable String group,
            String statistic,
            @Nullable Double value,
            @Nullable Double pValue,
            @Nullable Double adjustedPValue,
            double level,
            @Nullable Double effect,
            @Nullable String effectName,
            long n,
            long m,
            Verdict verdict,
            @Nullable String reason,
            List<String> unseen,
            @Nullable Double detectable) {

        public boolean drifted() {
            return verdict == Verdict.DRIFTED;
        }
    }

    /// Where the drift comes from.
    ///
    /// @param by attribute grouped by
    /// @param groups that moved, the strongest evidence first
    /// @param newGroups seen now and not in the reference
    /// @param goneGroups seen in the reference and not now
    /// @param sentence key: `within-groups`, `new-groups`, `mix-shift`, `spread`, `unexplained`, `no-shift`,
    ///     `undecided`
    /// @param args of the sentence
    @Serdeable
    public record Attribution(
            String by,
            List<String> groups,
            List<String> newGroups,
            List<String> goneGroups,
            String sentence,
            Map<String, String> args) {}

    @Serdeable
    public record Sizes(long reference, long current) {}

    public Stream<Finding> drifted() {
        return findings.stream().filter(Finding::drifted);
    }

    /// The finding over all cases, if that stream was watched.
    public java.util.Optional<Finding> pooled(Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind && finding.group() == null)
                .findFirst();
    }
}
