package org.vigie.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final StringWriter err = new StringWriter();

    @Test
    void refusesToGoOnWithoutTheGpuThatWasDemanded() {
        assertThat(runner("--device", "gpu")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("vigie runner: --device gpu: this build has no CUDA provider;"
                        + " build it with the Maven profile gpu (onnxruntime_gpu)");
    }

    @Test
    void refusesADeviceThatIsNone() {
        assertThat(runner("--device", "abacus")).isEqualTo(2);
    }

    @Test
    void worksOffWhatThereIsAndEnds(@TempDir Path cache) throws Exception {
        try (LeaseService service = new LeaseService()) {
            service.version("1.0.0", "none", "[{rescale: {from: [0, 255], to: [0, 1]}}]");
            service.caseOf("s1", Images.flat(4, 4, 51, "MONOCHROME2"));

            assertThat(runner(
                            "--url",
                            service.url().toString(),
                            "--device",
                            "cpu",
                            "--once",
                            "--cache",
                            cache.toString()))
                    .isZero();

            assertThat(service.results()).containsOnlyKeys("s1 id-1.0.0");
        }
    }

    private int runner(String... arguments) {
        PrintWriter writer = new PrintWriter(err, true);
        return Main.commandLine(Map.of("VIGIE_TOKEN", "token"), writer, writer).execute(arguments);
    }
}
