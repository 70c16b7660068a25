package org.vigie.monitor.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends to the access log. One thread writes, all waiting entries in one commit, so that the chain
/// has one order and a hundred requests cost little more than one.
@Singleton
class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int BATCH = 500;

    private record Waiting(AccessEntry entry, CompletableFuture<Void> written) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AccessLogWriter writer;
    private final Thread thread;
    private volatile boolean stopped;

    AccessLog(AccessLogWriter writer) {
        this.writer = writer;
        this.thread = Thread.ofVirtual().name("access-log").start(this::write);
    }

    /// @return done once the entry is on the disk
    CompletableFuture<Void> append(AccessEntry entry) {
        var waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.written();
    }

    private void write() {
        var batch = new ArrayList<Waiting>();
        while (!stopped || !queue.isEmpty()) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                writer.append(batch.stream().map(Waiting::entry).toList());
                batch.forEach(waiting -> waiting.written().complete(null));
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                LOG.error("The access log could not be written", e);
                batch.forEach(waiting -> waiting.written().completeExceptionally(e));
            }
            batch.clear();
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        stopped = true;
        thread.interrupt();
        thread.join();
    }
}
