package org.vigie.shadow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;

/// Takes leases and works them off, two at a time: while one infers, the other fetches and decodes.
final class Runner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int LEASES = 2;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Backoff AWAY = new Backoff(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final Set<Integer> NO_USE_IN_WAITING = Set.of(401, 403, 404);

    private final RunnerApi api;
    private final RunnerSettings settings;
    private final String device;
    private final Clock clock;
    private final Preparation preparation;
    private final Sessions sessions;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger stored = new AtomicInteger();
    private volatile @Nullable ProblemException refusal;
    private final List<Thread> workers = new ArrayList<>();

    Runner(RunnerApi api, RunnerSettings settings, String device, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.device = device;
        this.clock = clock;
        this.preparation = new Preparation(api, settings.decoders());
        this.sessions =
                new Sessions(new PackageCache(settings.cache(), api), settings.target(), settings.sessionBytes());
    }

    /// Returns when it was stopped, or, if it runs once, when there is nothing left to do.
    ///
    /// @return results stored
    /// @throws ProblemException when the service will never give work to this runner
    int run() throws InterruptedException, ProblemException {
        for (int i = 0; i < LEASES; i++) {
            workers.add(Thread.ofPlatform().name("lease " + i).start(this::work));
        }
        for (Thread worker : workers) {
            worker.join();
        }
        ProblemException refused = refusal;
        if (refused != null) {
            throw refused;
        }
        return stored.get();
    }

    /// Takes no new lease; those under way are finished.
    void stop() {
        stopping.countDown();
    }

    private void work() {
        int failures = 0;
        try {
            while (stopping.getCount() > 0) {
                try {
                    Optional<RunnerApi.Lease> lease = api.lease(settings.name(), device, settings.capacity());
                    failures = 0;
                    if (lease.isPresent()) {
                        work(lease.get());
                    } else if (settings.once()) {
                        return;
                    } else {
                        pause(IDLE);
                    }
                } catch (ProblemException e) {
                    if (NO_USE_IN_WAITING.contains(e.status())) {
                        refusal = e;
                        stop();
                        return;
                    }
                    LOG.warn("no lease: {}", e.problem().title());
                    pause(AWAY.pause(++failures));
                } catch (IOException e) {
                    if (failures == 0) {
                        LOG.warn("the service is away, trying again: {}", e.getMessage());
                    }
                    pause(AWAY.pause(++failures));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // told to give up: what is not posted goes back to the queue
        }
    }

    private void work(RunnerApi.Lease lease) throws InterruptedException, IOException {
        long start = System.nanoTime();
        try {
            int results = new LeaseJob(api, preparation, sessions, lease, settings.batch(), clock).run();
            stored.addAndGet(results);
            LOG.info(
                    "run {}: {} cases, {} results stored in {} ms",
                    lease.runId(),
                    lease.cases().size(),
                    results,
                    (System.nanoTime() - start) / 1_000_000);
        } catch (ProblemException e) {
            LOG.warn("lease {} given up: {}", lease.id(), e.problem().title());
            pause(IDLE);
        } catch (RuntimeException e) {
            LOG.error("lease {} given up, its cases go back to the queue", lease.id(), e);
            pause(IDLE);
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("stopping");
        }
    }

    /// Ends what is still under way; its cases go back to the queue when their leases end.
    @Override
    public void close() {
        stop();
        workers.forEach(Thread::interrupt);
        preparation.close();
        sessions.close();
    }
}
