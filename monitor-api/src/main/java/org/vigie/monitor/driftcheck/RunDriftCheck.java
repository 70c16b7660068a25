package org.vigie.monitor.driftcheck;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.monitor.caseload.CaseQuery;
import org.vigie.monitor.caseload.Caseload;
import org.vigie.monitor.caseload.ScoredCase;
import org.vigie.monitor.platform.Ids;

/// Compares a window of a model's cases with a reference window and records what was found.
@Singleton
public class RunDriftCheck {

    private final Caseload caseload;
    private final DriftCheckRepository checks;
    private final Ids ids;
    private final Clock clock;

    RunDriftCheck(Caseload caseload, DriftCheckRepository checks, Ids ids, Clock clock) {
        this.caseload = caseload;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    /// A window of acquisition.
    ///
    /// @param sites empty: all
    public record Window(Instant from, Instant to, List<String> sites) {

        public Window {
            sites = List.copyOf(sites);
        }
    }

    /// @param versionId null: the champion in force at each site and time
    /// @param policyId null: nothing is declared, defaults are used
    /// @param week null: asked for by a person
    public record Question(
            String model,
            @Nullable UUID versionId,
            @Nullable UUID policyId,
            @Nullable String week,
            Watched watched,
            Window reference,
            Window current) {}

    @Transactional
    public DriftCheckRow run(Question question, String actor) {
        Instant now = clock.instant();
        List<ScoredCase> current = caseload.find(query(question, question.current(), question.versionId(), now));
        List<ScoredCase> reference = caseload.find(query(question, question.reference(), question.versionId(), now));
        var windows =
                new Windows(question.watched(), reference, scoredByTheSame(question, reference, current, now), current);
        DriftOutcome outcome = CompareWindows.of(windows);
        return checks.save(new DriftCheckRow(
                ids.next(),
                question.model(),
                question.versionId(),
                question.policyId(),
                question.week(),
                question.reference().from(),
                question.reference().to(),
                question.current().from(),
                question.current().to(),
                now,
                outcome.verdict(),
                outcome,
                now,
                actor));
    }

    /// @throws UnknownDriftCheck if the model has none of that id
    public DriftCheckRow require(String model, UUID id) {
        return checks.findByIdAndModel(id, model).orElseThrow(() -> new UnknownDriftCheck(model, id));
    }

    /// The weekly checks of a model, the earliest week first.
    public List<DriftCheckRow> weekly(String model) {
        return checks.weekly(model);
    }

    /// A site that changed its champion since the reference is compared with what the new one says of the reference's
    /// studies, where it was replayed on them.
    private List<ScoredCase> scoredByTheSame(
            Question question, List<ScoredCase> reference, List<ScoredCase> current, Instant now) {
        Map<String, Set<UUID>> versions = new LinkedHashMap<>();
        current.forEach(each -> versions.computeIfAbsent(each.site(), _ -> new LinkedHashSet<>())
                .add(each.modelVersionId()));
        if (question.versionId() != null
                || reference.stream()
                        .allMatch(each -> !versions.containsKey(each.site())
                                || versions.getOrDefault(each.site(), Set.of()).contains(each.modelVersionId()))) {
            return reference;
        }
        List<ScoredCase> same = new ArrayList<>();
        versions.forEach((site, ofSite) -> ofSite.forEach(version -> same.addAll(caseload.find(
                query(question, question.reference(), version, now).atSites(List.of(site))))));
        return same;
    }

    private static CaseQuery query(Question question, Window window, @Nullable UUID version, Instant now) {
        return new CaseQuery(
                question.model(),
                version,
                window.from(),
                window.to(),
                window.sites(),
                now,
                question.watched().features());
    }
}
