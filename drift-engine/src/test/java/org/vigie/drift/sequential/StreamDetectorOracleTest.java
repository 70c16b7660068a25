package org.vigie.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.drift.OracleCase;
import org.vigie.drift.sequential.StreamDetector.State;

class StreamDetectorOracleTest {

    private static final Map<String, Supplier<StreamDetector>> OURS = Map.of(
            "ADWIN", AdaptiveWindow::new,
            "CUSUM", PageHinkley::cusum,
            "PageHinkley", PageHinkley::pageHinkley,
            "DDM", DriftDetectionMethod::new,
            "EDDM", EarlyDriftDetectionMethod::new,
            "HDDMA", HoeffdingAverages::new,
            "HDDMW", HoeffdingWeightedAverages::new);

    private static final Map<String, String> COUNT_DIFFERS = Map.of(
            "ADWIN on gradual_10_40",
            "a ramp of 1,000 cases: ours forgets bucket by bucket and tells of each; frouros is emptied after the first, "
                    + "the flag of MOA stays up once raised");

    private static final int OFFERED = 78;
    private static final int SHARED = 49;

    record Peers(String detector, String stream, List<OracleCase> cases) {
        @Override
        public String toString() {
            return detector + " on " + stream;
        }
    }

    static Stream<Peers> all() {
        Map<String, List<OracleCase>> groups = Stream.of("frouros", "menelaus", "moa")
                .flatMap(peer -> OracleCase.of("streaming_" + peer))
                .filter(one -> !one.raised())
                .collect(Collectors.groupingBy(
                        one -> name(one.function()) + "/"
                                + one.id().substring(one.id().lastIndexOf('/') + 1),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream().map(entry -> {
            String[] parts = entry.getKey().split("/", -1);
            return new Peers(parts[0], parts[1], entry.getValue());
        });
    }

    /// Cases of the three tools that are compared, with the detectors that are not offered counted apart.
    @Test
    void noCaseIsLeftOut() {
        Map<Boolean, List<Peers>> byOffer =
                all().collect(Collectors.partitioningBy(peers -> OURS.containsKey(peers.detector())));

        assertThat(byOffer.get(false).stream().map(Peers::detector).distinct())
                .containsExactly(
                        "ECDDWT", "EWMAChartDM", "GeometricMovingAverage", "GeometricMovingAverageDM", "RDDM", "STEPD");
        assertThat(byOffer.get(true)).hasSize(OFFERED);
        assertThat(shared()).hasSize(SHARED);
    }

    /// Our count and our first detection lie between the least and the most of the tools. A count may differ by
    /// one: a detector starts anew after each detection, so that one detection a few cases later shifts all
    /// that follow. "None" is later than any case.
    @ParameterizedTest
    @MethodSource("shared")
    void liesBetweenTheTools(Peers peers) {
        List<Integer> ours = detections(peers);
        IntSummaryStatistics counts =
                peers.cases().stream().mapToInt(one -> at(one).size()).summaryStatistics();
        IntSummaryStatistics firsts = peers.cases().stream()
                .mapToInt(one -> at(one).stream().findFirst().orElse(Integer.MAX_VALUE))
                .summaryStatistics();

        assertThat(ours.stream().findFirst().orElse(Integer.MAX_VALUE)).isBetween(firsts.getMin(), firsts.getMax());
        if (!COUNT_DIFFERS.containsKey(peers.toString())) {
            assertThat(ours.size()).isBetween(counts.getMin() - 1, counts.getMax() + 1);
        }
    }

    static Stream<Peers> shared() {
        return all().filter(peers -> OURS.containsKey(peers.detector()))
                .filter(peers -> peers.cases().size() > 1);
    }

    private static List<Integer> at(OracleCase one) {
        List<Integer> at = new ArrayList<>();
        one.expected().path("drift_at").forEach(index -> at.add(index.asInt()));
        return at;
    }

    private static List<Integer> detections(Peers peers) {
        StreamDetector detector = OURS.get(peers.detector()).get();
        double[] values = peers.cases().getFirst().stream();
        return IntStream.range(0, values.length)
                .filter(i -> detector.update(values[i]) == State.CHANGE)
                .boxed()
                .toList();
    }

    @Test
    void refusesWhatItCannotRead() {
        OURS.forEach((name, detector) -> assertThatThrownBy(() -> detector.get().update(Double.NaN))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value NaN"));
        assertThatThrownBy(() -> new DriftDetectionMethod().update(0.5)).hasMessage("value 0.5 is neither 0 nor 1");
        assertThatThrownBy(() -> new HoeffdingAverages().update(-0.5)).hasMessage("value -0.5 is not in [0, 1]");
        assertThatThrownBy(() -> PageHinkley.cusum(0, 0)).hasMessage("tolerance 0.0, limit 0.0");
    }

    @Test
    void aWarningComesBeforeAChange() {
        StreamDetector detector = new HoeffdingAverages();
        double[] values = new double[200];
        Arrays.fill(values, 100, 200, 1);
        List<State> states = Arrays.stream(values)
                .mapToObj(detector::update)
                .distinct()
                .limit(3)
                .toList();

        assertThat(states).containsExactly(State.NONE, State.WARNING, State.CHANGE);
    }

    @Test
    void theWindowForgetsWhatWasBefore() {
        var detector = new AdaptiveWindow();
        for (int i = 0; i < 4000; i++) {
            detector.update(i < 2000 ? 0.2 : 0.8);
        }

        assertThat(detector.mean()).isCloseTo(0.8, within(0.01));
        assertThat(detector.size()).isBetween(1500L, 2100L);
    }

    private static String name(String function) {
        return switch (function) {
            case "ADWINChangeDetector" -> "ADWIN";
            case "PageHinkleyDM" -> "PageHinkley";
            case "CusumDM" -> "CUSUM";
            case "HDDM_A_Test" -> "HDDMA";
            case "HDDM_W_Test" -> "HDDMW";
            default -> function;
        };
    }
}
