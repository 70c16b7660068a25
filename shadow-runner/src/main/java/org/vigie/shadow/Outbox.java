package org.vigie.shadow;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.client.RunnerApi.Failure;
import org.vigie.client.RunnerApi.Result;

/// Collects a lease's results and posts them in batches, as often as it takes: the service stores each once.
///
/// Failures wait for the last post: a case that is reported as failed is no longer this lease's, and what another
/// version gave for it would be refused.
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Backoff AWAY = new Backoff(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(5));

    private final RunnerApi api;
    private final String leaseId;
    private final LeaseKeeper keeper;
    private final int size;
    private final List<Result> results = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private int posted;

    Outbox(RunnerApi api, String leaseId, LeaseKeeper keeper, int size) {
        this.api = api;
        this.leaseId = leaseId;
        this.keeper = keeper;
        this.size = size;
    }

    void add(List<Result> more) throws InterruptedException {
        results.addAll(more);
        if (results.size() >= size) {
            post(false);
        }
    }

    void add(Failure failure) {
        failures.add(failure);
    }

    /// @return results stored so far
    int posted() {
        return posted;
    }

    /// Returns when the service has everything, or the lease is lost and with it the right to post.
    void finish() throws InterruptedException {
        post(true);
    }

    private void post(boolean last) throws InterruptedException {
        for (int attempt = 1; !keeper.lost(); attempt++) {
            List<Failure> reported = last ? List.copyOf(failures) : List.of();
            if (results.isEmpty() && reported.isEmpty()) {
                return;
            }
            try {
                posted += api.post(leaseId, results, reported).stored();
                results.clear();
                failures.removeAll(reported);
                return;
            } catch (ProblemException e) {
                if (e.status() == 404 || e.status() == 409) {
                    LOG.warn("results not taken: {}", e.problem().title());
                    keeper.lose();
                } else if (e.status() == 400 || e.status() == 422) {
                    refused(e);
                } else {
                    LOG.warn("results not posted: {}", e.problem().title());
                    Thread.sleep(AWAY.pause(attempt));
                }
            } catch (IOException e) {
                LOG.warn("results not posted: {}", e.getMessage());
                Thread.sleep(AWAY.pause(attempt));
            }
        }
        results.clear();
        failures.clear();
    }

    /// Posting the same again would be refused again: the cases are reported as failed instead, with the reason.
    private void refused(ProblemException e) {
        if (results.isEmpty()) {
            LOG.error("the service refuses the report of failures: {}", e.problem());
            failures.clear();
            keeper.lose();
            return;
        }
        LOG.error("the service refuses results: {}", e.problem());
        Set<String> studies = new LinkedHashSet<>();
        results.forEach(result -> studies.add(result.studyId()));
        results.clear();
        studies.forEach(study ->
                failures.add(new Failure(study, "result-refused", e.problem().toString())));
    }
}
