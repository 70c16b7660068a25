package org.vigie.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Progress for a person: a line per step, and a bar that moves on one line where the output is a terminal.
final class Terminal {
    private static final int BAR = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean quiet;
    private final boolean interactive;
    private final InstantSource clock;
    private Instant lastLine = Instant.EPOCH;
    private boolean open;

    Terminal(PrintStream out, boolean quiet, boolean interactive, InstantSource clock) {
        this.out = out;
        this.quiet = quiet;
        this.interactive = interactive;
        this.clock = clock;
    }

    synchronized void step(String text) {
        if (!quiet) {
            finishLine();
            out.println("• " + text);
        }
    }

    synchronized void detail(String text) {
        if (!quiet) {
            finishLine();
            out.println("  " + text);
        }
    }

    /// Printed also when quiet.
    synchronized void result(String text) {
        finishLine();
        out.println(text);
    }

    /// A moving bar; away from a terminal a line now and then, and one at the end.
    synchronized void progress(String what, long done, long total) {
        if (quiet || total == 0) {
            return;
        }
        int filled = (int) (BAR * done / total);
        String bar = "  %-9s [%s%s] %d / %d".formatted(what, "█".repeat(filled), "·".repeat(BAR - filled), done, total);
        if (interactive) {
            out.print("\r" + bar);
            out.flush();
            open = true;
            if (done == total) {
                finishLine();
            }
            return;
        }
        Instant now = clock.instant();
        if (done == total || Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            out.println(bar);
            lastLine = now;
        }
    }

    private void finishLine() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
