package org.vigie.shadow;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.client.RunnerApi.Failure;
import org.vigie.client.RunnerApi.Result;
import org.vigie.client.RunnerApi.Version;
import org.vigie.modelpackage.GpuUnavailable;
import org.vigie.modelpackage.ModelPackageException;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Scored;
import org.vigie.modelpackage.Tensor;

/// One lease from its cases to its last posted result.
final class LeaseJob {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseJob.class);

    /// 64 Mi values, 256 MiB: tensors of one lease held back for fuller batches.
    private static final long MOST_FLOATS = 64L << 20;

    private final RunnerApi api;
    private final Preparation preparation;
    private final Sessions sessions;
    private final RunnerApi.Lease lease;
    private final int batchSize;
    private final Clock clock;
    private final Map<Version, Session> loaded = new LinkedHashMap<>();
    private final Map<Version, String> preprocessing = new HashMap<>();
    private final Deque<InFlight> inFlight = new ArrayDeque<>();

    LeaseJob(
            RunnerApi api,
            Preparation preparation,
            Sessions sessions,
            RunnerApi.Lease lease,
            int batchSize,
            Clock clock) {
        this.api = api;
        this.preparation = preparation;
        this.sessions = sessions;
        this.lease = lease;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    private record InFlight(Version version, Batches.Batch batch, Future<Session.Inferred> future) {}

    /// @return results stored
    int run() throws InterruptedException, IOException, ProblemException {
        try (LeaseKeeper keeper = new LeaseKeeper(api, lease, clock)) {
            Outbox outbox = new Outbox(
                    api,
                    lease.id(),
                    keeper,
                    batchSize * Math.max(1, lease.versions().size()));
            try {
                load();
                score(keeper, outbox);
            } catch (ModelPackageException | GpuUnavailable | PackageMismatch e) {
                LOG.error("a model cannot be loaded: {}", e.getMessage());
                lease.cases()
                        .forEach(one -> outbox.add(
                                new Failure(one.studyId(), "model-not-loaded", String.valueOf(e.getMessage()))));
            } finally {
                loaded.keySet().forEach(sessions::release);
            }
            outbox.finish();
            return outbox.posted();
        }
    }

    private void load()
            throws IOException, InterruptedException, ProblemException, ModelPackageException, GpuUnavailable,
                    PackageMismatch {
        for (Version version : lease.versions()) {
            Session session = sessions.acquire(version);
            loaded.put(version, session);
            preprocessing.put(version, session.preprocessingSha256());
        }
    }

    private void score(LeaseKeeper keeper, Outbox outbox) throws InterruptedException {
        Map<String, Preprocessor> preprocessors = new HashMap<>();
        loaded.forEach((version, session) -> preprocessors.put(hash(version), session.preprocessor()));
        BlockingQueue<Prepared> queue =
                new ArrayBlockingQueue<>(Math.max(1, lease.cases().size()));
        lease.cases().forEach(one -> preparation.prepare(one, preprocessors, keeper, queue));
        Batches batches = new Batches(batchSize, MOST_FLOATS);
        for (int i = 0; i < lease.cases().size(); i++) {
            switch (queue.take()) {
                case Prepared.Failed(Failure failure) -> outbox.add(failure);
                case Prepared.Abandoned() -> LOG.debug("a case goes back to the queue");
                case Prepared.Ready(RunnerApi.Case one, Map<String, Tensor> tensors) -> {
                    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
                        Optional<Batches.Batch> full =
                                batches.add(entry.getKey(), new Batches.Item(one, entry.getValue()));
                        if (full.isPresent()) {
                            infer(full.get(), outbox);
                        }
                    }
                }
            }
        }
        for (Optional<Batches.Batch> rest = batches.next(); rest.isPresent(); rest = batches.next()) {
            infer(rest.get(), outbox);
        }
        while (!inFlight.isEmpty()) {
            collect(inFlight.removeFirst(), outbox);
        }
    }

    private String hash(Version version) {
        return preprocessing.getOrDefault(version, "");
    }

    /// At most two batches wait for each session; then the oldest is awaited.
    private void infer(Batches.Batch batch, Outbox outbox) throws InterruptedException {
        List<Tensor> tensors = batch.items().stream().map(Batches.Item::tensor).toList();
        for (Map.Entry<Version, Session> entry : loaded.entrySet()) {
            if (hash(entry.getKey()).equals(batch.preprocessing())) {
                inFlight.addLast(
                        new InFlight(entry.getKey(), batch, entry.getValue().infer(tensors)));
            }
        }
        while (inFlight.size() > 2 * loaded.size()) {
            collect(inFlight.removeFirst(), outbox);
        }
    }

    private void collect(InFlight work, Outbox outbox) throws InterruptedException {
        try {
            outbox.add(results(work, work.future().get(), outbox));
        } catch (ExecutionException e) {
            String detail = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            List<Batches.Item> items = work.batch().items();
            if (items.size() == 1) {
                outbox.add(new Failure(items.getFirst().one().studyId(), "inference-failed", detail));
                return;
            }
            LOG.warn("a batch of {} fails, each case is tried alone: {}", items.size(), detail);
            Session session = loaded.get(work.version());
            if (session == null) {
                throw new IllegalStateException("batches are inferred by loaded sessions", e);
            }
            for (Batches.Item item : items) {
                Batches.Batch alone = new Batches.Batch(work.batch().preprocessing(), List.of(item));
                collect(new InFlight(work.version(), alone, session.infer(List.of(item.tensor()))), outbox);
            }
        }
    }

    private List<Result> results(InFlight work, Session.Inferred inferred, Outbox outbox) {
        List<Result> results = new ArrayList<>();
        double millisEach = inferred.nanos() / 1e6 / inferred.scored().size();
        for (int i = 0; i < inferred.scored().size(); i++) {
            Scored scored = inferred.scored().get(i);
            String study = work.batch().items().get(i).one().studyId();
            if (scored.scores().values().stream().allMatch(score -> score >= 0 && score <= 1)) {
                results.add(new Result(
                        study,
                        work.version().id(),
                        scored.score(),
                        scored.scores(),
                        scored.features(),
                        millisEach,
                        inferred.executionProvider(),
                        inferred.device(),
                        clock.instant()));
            } else {
                outbox.add(new Failure(
                        study,
                        "score-out-of-range",
                        "%s %s gives %s; scores lie between 0 and 1"
                                .formatted(
                                        work.version().model(), work.version().version(), scored.scores())));
            }
        }
        return results;
    }
}
