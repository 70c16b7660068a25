package org.vigie.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.client.Backoff;
import org.vigie.client.ProblemException;
import org.vigie.client.RunnerApi;
import org.vigie.dicom.DicomException;
import org.vigie.dicom.DicomLimits;
import org.vigie.dicom.DicomObject;
import org.vigie.dicom.DicomReader;
import org.vigie.modelpackage.Preprocessor;
import org.vigie.modelpackage.Tensor;
import org.vigie.modelpackage.UnsuitableImage;

/// From a case's address to its tensors: fetched on virtual threads, decoded and pre-processed on a fixed pool.
///
/// Files waiting for a decoder are bounded by permits, tensors waiting for inference by the size of a lease.
final class Preparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    /// What the service says about this file; anything else it says is about itself and may pass.
    private static final Set<Integer> ABOUT_THE_FILE = Set.of(404, 410, 422);

    private static final Backoff AWAY = new Backoff(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(5));

    private final RunnerApi api;
    private final ExecutorService fetchers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService decoders;
    private final Semaphore files;

    Preparation(RunnerApi api, int threads) {
        this.api = api;
        this.decoders = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("decode ", 1).daemon().factory());
        this.files = new Semaphore(2 * threads + 2);
    }

    /// Puts exactly one [Prepared] into the queue, unless the runner is being stopped.
    ///
    /// @param queue has room for every case of its lease
    /// @param preprocessors pre-processing hash → steps; each is carried out once
    void prepare(
            RunnerApi.Case one,
            Map<String, Preprocessor> preprocessors,
            LeaseKeeper keeper,
            BlockingQueue<Prepared> queue) {
        fetchers.execute(() -> {
            try {
                files.acquire();
                try {
                    fetchAndDecode(one, preprocessors, keeper, queue);
                } finally {
                    files.release();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // the lease expires and another runner takes the case
            }
        });
    }

    private void fetchAndDecode(
            RunnerApi.Case one,
            Map<String, Preprocessor> preprocessors,
            LeaseKeeper keeper,
            BlockingQueue<Prepared> queue)
            throws InterruptedException {
        for (int attempt = 1; !keeper.lost(); attempt++) {
            try {
                byte[] file = fetch(one);
                if (!sha256(file).equals(one.sha256())) {
                    queue.put(failed(one, "file-corrupt", "the file does not have the hash that it was stored with"));
                    return;
                }
                decoders.submit(() -> {
                            queue.put(decode(one, file, preprocessors));
                            return null;
                        })
                        .get();
                return;
            } catch (ProblemException e) {
                if (ABOUT_THE_FILE.contains(e.status())) {
                    queue.put(failed(one, "file-not-there", e.problem().title()));
                    return;
                }
                LOG.warn("a file is not to be had: {}", e.problem().title());
            } catch (IOException e) {
                LOG.warn("a file is not to be had: {}", e.getMessage());
            } catch (ExecutionException e) {
                throw new IllegalStateException("decoding failed unexpectedly", e);
            }
            Thread.sleep(AWAY.pause(attempt));
        }
        queue.put(new Prepared.Abandoned());
    }

    private byte[] fetch(RunnerApi.Case one) throws IOException, InterruptedException, ProblemException {
        try (InputStream stream = api.open(one.fileUrl())) {
            return stream.readNBytes((int) DicomLimits.DEFAULT.totalBytes());
        }
    }

    private static Prepared decode(RunnerApi.Case one, byte[] file, Map<String, Preprocessor> preprocessors) {
        try {
            DicomObject object = DicomReader.read(file, DicomLimits.DEFAULT);
            Map<String, Tensor> tensors = new HashMap<>();
            for (Map.Entry<String, Preprocessor> entry : preprocessors.entrySet()) {
                tensors.put(entry.getKey(), entry.getValue().apply(object));
            }
            return new Prepared.Ready(one, tensors);
        } catch (DicomException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return failed(one, reason, String.valueOf(e.getMessage()));
        } catch (UnsuitableImage e) {
            return failed(one, e.reason(), String.valueOf(e.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("preparing a case failed", e);
            return failed(one, "preparation-failed", e.getClass().getSimpleName());
        }
    }

    private static Prepared failed(RunnerApi.Case one, String reason, String detail) {
        return new Prepared.Failed(new RunnerApi.Failure(one.studyId(), reason, detail));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        fetchers.shutdownNow();
        decoders.shutdownNow();
    }
}
