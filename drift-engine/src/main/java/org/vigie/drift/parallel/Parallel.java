package org.vigie.drift.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same to every element of a list on a fixed number of threads.
///
/// The results come in the order of the elements, so that nothing shows how many threads there were, as
/// long as the work on one element does not depend on the others. The threads end with the call.
public final class Parallel {

    private Parallel() {}

    /// @throws IllegalArgumentException if `threads < 1`
    public static void requireThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads + " < 1");
        }
    }

    /// The results of the work, in order. What the work throws is thrown here, the first element's first.
    ///
    /// @throws IllegalArgumentException if `threads < 1`
    /// @throws CancellationException if the calling thread is interrupted while it waits
    public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> work, int threads) {
        requireThreads(threads);
        int workers = Math.min(threads, elements.size());
        List<R> results = new ArrayList<>(elements.size());
        if (workers <= 1) {
            elements.forEach(element -> results.add(work.apply(element)));
            return results;
        }
        try (var pool = Executors.newFixedThreadPool(workers)) {
            List<Future<R>> futures = new ArrayList<>(elements.size());
            for (T element : elements) {
                futures.add(pool.submit(() -> work.apply(element)));
            }
            try {
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
            } catch (ExecutionException failed) {
                pool.shutdownNow();
                throw rethrown(failed);
            } catch (InterruptedException stopped) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                var cancelled = new CancellationException("interrupted while waiting for the work");
                cancelled.initCause(stopped);
                throw cancelled;
            }
        }
        return results;
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed.getCause());
        };
    }
}
