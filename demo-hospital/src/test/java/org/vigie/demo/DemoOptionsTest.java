package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void refuseWhatCannotBeDone() {
        assertThatThrownBy(() -> options(0, 56, 8080)).hasMessage("--weeks must lie between 1 and 52, not 0");
        assertThatThrownBy(() -> options(26, 0, 8080)).hasMessage("--per-week must lie between 1 and 2000, not 0");
        assertThatThrownBy(() -> options(26, 56, 70_000)).hasMessage("--port must lie between 0 and 65535, not 70000");
    }

    private static DemoOptions options(int weeks, int perWeek, int port) {
        return new DemoOptions(weeks, perWeek, 1, port, Path.of("data"), false, false);
    }
}
