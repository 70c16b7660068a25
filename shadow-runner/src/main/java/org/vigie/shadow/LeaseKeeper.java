package org.vigie.shadow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;

/// Renews a lease while it is worked on, and knows when it is lost.
final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final RunnerApi api;
    private final String leaseId;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean lost;

    LeaseKeeper(RunnerApi api, RunnerApi.Lease lease, Clock clock) {
        this.api = api;
        this.leaseId = lease.id();
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("renew").start(() -> keep(lease.expiresAt()));
    }

    /// @return whether the cases have gone to somebody else
    boolean lost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    private void keep(Instant firstEnd) {
        Instant end = firstEnd;
        try {
            while (!lost) {
                Duration half = Duration.between(clock.instant(), end).dividedBy(2);
                Thread.sleep(half.compareTo(SHORTEST) < 0 ? SHORTEST : half);
                end = renew(end);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the work is done
        }
    }

    /// While the service is away the lease may live on in its database: only the service can say that it is lost.
    private Instant renew(Instant end) throws InterruptedException {
        try {
            return api.renew(leaseId);
        } catch (ProblemException e) {
            if (e.status() == 404 || e.status() == 409) {
                LOG.warn("lease {} is lost: {}", leaseId, e.problem().title());
                lost = true;
            } else {
                LOG.warn("lease {} not renewed: {}", leaseId, e.problem().title());
                Thread.sleep(RETRY);
            }
            return end;
        } catch (IOException e) {
            LOG.warn("lease {} not renewed: {}", leaseId, e.getMessage());
            Thread.sleep(RETRY);
            return end;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
