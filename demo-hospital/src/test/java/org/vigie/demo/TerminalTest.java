package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void movesABarOnOneLineOfATerminal() {
        Terminal terminal = terminal(false, true);
        terminal.progress("DICOM", 1, 2);
        terminal.progress("DICOM", 2, 2);
        terminal.step("next");

        assertThat(printed().lines().toList()).hasSize(4);
        assertThat(printed()).startsWith("\r  DICOM").contains("1 / 2\r").endsWith("• next" + System.lineSeparator());
    }

    @Test
    void printsAFewLinesElsewhere() {
        Terminal terminal = terminal(false, false);
        for (int i = 1; i <= 100; i++) {
            terminal.progress("DICOM", i, 100);
        }

        assertThat(printed().lines()).hasSize(2).last().asString().endsWith("100 / 100");
    }

    @Test
    void printsTheResultOnlyWhenQuiet() {
        Terminal terminal = terminal(true, true);
        terminal.step("step");
        terminal.detail("detail");
        terminal.progress("DICOM", 1, 1);
        terminal.result("result");

        assertThat(printed()).isEqualTo("result" + System.lineSeparator());
    }

    private Terminal terminal(boolean quiet, boolean interactive) {
        Instant fixed = Instant.parse("2026-01-05T08:00:00Z");
        return new Terminal(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), quiet, interactive, InstantSource.fixed(fixed));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
