package org.vigie.monitor.run;

import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// A run as it changes, looked at twice a second. Every quarter minute it is sent unchanged, so that nothing between
/// here and the reader takes the silence for an end.
final class RunEvents {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final long LOOKS_PER_SIGN_OF_LIFE = 30;

    private final RunReader reader;
    private final Scheduler blocking;

    RunEvents(RunReader reader, ExecutorService blocking) {
        this.reader = reader;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    private record Look(long period, RunView run) {}

    /// @throws UnknownRun if there is none
    Flux<Event<RunView>> of(UUID id) {
        RunView now = reader.show(id);
        Flux<RunView> changes = Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(
                        look -> Flux.defer(() -> Flux.just(new Look(look / LOOKS_PER_SIGN_OF_LIFE, reader.show(id))))
                                .subscribeOn(blocking),
                        1)
                .distinctUntilChanged()
                .map(Look::run)
                .takeUntil(run -> run.state() != RunState.RUNNING);
        Flux<Event<RunView>> end = Flux.defer(
                        () -> Flux.just(Event.of(reader.show(id)).name("end")))
                .subscribeOn(blocking);
        if (now.state() != RunState.RUNNING) {
            return Flux.just(Event.of(now).name("progress"), Event.of(now).name("end"));
        }
        return changes.map(run -> Event.of(run).name("progress")).concatWith(end);
    }
}
