package org.vigie.drift.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 200})
    void keepsTheOrderOfTheElements(int threads) {
        List<Integer> elements = IntStream.range(0, 100).boxed().toList();

        assertThat(Parallel.map(elements, i -> i * i, threads))
                .isEqualTo(elements.stream().map(i -> i * i).toList());
        assertThat(Parallel.map(List.<Integer>of(), i -> i, threads)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void throwsWhatTheWorkThrows(int threads) {
        assertThatThrownBy(() -> Parallel.map(
                        List.of(1, 2, 3, 4),
                        i -> {
                            if (i > 1) {
                                throw new IllegalArgumentException("no " + i);
                            }
                            return i;
                        },
                        threads))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no 2");
    }

    @Test
    void anInterruptedCallerIsToldAndStaysInterrupted() {
        var never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Parallel.map(List.of(1, 2), i -> await(never), 2))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesNoThreads() {
        assertThatThrownBy(() -> Parallel.map(List.of(1), i -> i, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads 0 < 1");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
